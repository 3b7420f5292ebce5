package io.hybridanomaly.ui.triage;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import io.hybridanomaly.ui.base.PointRange;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two fields for the first and the last time of a stretch: dates, or row numbers. */
final class StretchFields extends Div {

  private final TimeAxis times;
  private final Place from;
  private final Place to;

  /** A field for one place of the axis. */
  private interface Place {

    Component field();

    /** The place, as {@link TimeAxis#position} gives it; null while the field is empty. */
    @Nullable Double position();

    void show(int point);
  }

  StretchFields(TimeAxis times) {
    this.times = times;
    from = place("From", "missed-from");
    to = place("To", "missed-to");
    addClassName("stretch-fields");
    add(from.field(), to.field());
  }

  /** The points between both times; empty if a field is, or none lies between them. */
  Optional<PointRange> range() {
    Double first = from.position();
    Double last = to.position();
    if (first == null || last == null) {
      return Optional.empty();
    }
    int start = times.firstAtOrAfter(first);
    int end = times.firstAtOrAfter(Math.nextUp(last));
    return start < end ? Optional.of(new PointRange(start, end)) : Optional.empty();
  }

  /** Puts a stretch into the fields. */
  void show(PointRange range) {
    from.show(range.from());
    to.show(range.to() - 1);
  }

  private Place place(String label, String id) {
    return switch (times) {
      case RowNumbers rows -> new RowPlace(rows, label, id);
      case Timestamps stamps -> new TimePlace(stamps, label, id);
    };
  }

  private static void name(AbstractField<?, ?> field, String id) {
    field.setId(id);
  }

  private static final class RowPlace implements Place {
    private final RowNumbers rows;
    private final IntegerField field;

    RowPlace(RowNumbers rows, String label, String id) {
      this.rows = rows;
      field = new IntegerField(label + " row");
      name(field, id);
    }

    @Override
    public Component field() {
      return field;
    }

    @Override
    public @Nullable Double position() {
      Integer row = field.getValue();
      return row == null ? null : row.doubleValue();
    }

    @Override
    public void show(int point) {
      field.setValue(rows.rows()[point]);
    }
  }

  private static final class TimePlace implements Place {
    private final Timestamps stamps;
    private final DateTimePicker field;

    TimePlace(Timestamps stamps, String label, String id) {
      this.stamps = stamps;
      field = new DateTimePicker(label);
      field.setStep(Duration.ofMinutes(1));
      field.setDateAriaLabel(label + ", date");
      field.setTimeAriaLabel(label + ", time");
      name(field, id);
    }

    @Override
    public Component field() {
      return field;
    }

    @Override
    public @Nullable Double position() {
      LocalDateTime time = field.getValue();
      return time == null ? null : (double) time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    @Override
    public void show(int point) {
      field.setValue(stamps.localDateTime(point));
    }
  }
}
