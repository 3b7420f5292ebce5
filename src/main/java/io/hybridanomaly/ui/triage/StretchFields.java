package io.hybridanomaly.ui.triage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two fields for the first and the last time of a stretch: dates, or row numbers. */
final class StretchFields extends Div {

  private final TimeAxis times;
  private final Place from;
  private final Place to;

  /**
   * A field for one place of the axis.
   *
   * @param field the field itself
   * @param position the place, as {@link TimeAxis#position} gives it; null while the field is empty
   * @param show puts a point into the field
   */
  private record Place(Component field, Supplier<@Nullable Double> position, IntConsumer show) {}

  StretchFields(TimeAxis times) {
    this.times = times;
    from = place("From", "missed-from");
    to = place("To", "missed-to");
    addClassName("stretch-fields");
    add(from.field(), to.field());
  }

  /** The points between both times; empty if a field is, or none lies between them. */
  Optional<Segment> range() {
    Double first = from.position().get();
    Double last = to.position().get();
    if (first == null || last == null) {
      return Optional.empty();
    }
    int start = times.firstAtOrAfter(first);
    int end = times.firstAtOrAfter(Math.nextUp(last));
    return start < end ? Optional.of(new Segment(start, end)) : Optional.empty();
  }

  /** Puts a stretch into the fields. */
  void show(Segment range) {
    from.show().accept(range.from());
    to.show().accept(range.to() - 1);
  }

  private Place place(String label, String id) {
    return switch (times) {
      case RowNumbers rows -> rowPlace(rows, label, id);
      case ElapsedTimes elapsed -> elapsedPlace(elapsed, label, id);
      case Timestamps stamps -> timePlace(stamps, label, id);
    };
  }

  private static Place rowPlace(RowNumbers rows, String label, String id) {
    IntegerField field = new IntegerField(label + " row");
    field.setId(id);
    return new Place(
        field,
        () -> field.getValue() == null ? null : field.getValue().doubleValue(),
        point -> field.setValue(rows.rows()[point]));
  }

  private static Place elapsedPlace(ElapsedTimes elapsed, String label, String id) {
    NumberField field = new NumberField("%s (%s)".formatted(label, elapsed.unit().symbol()));
    field.setId(id);
    return new Place(field, field::getValue, point -> field.setValue(elapsed.position(point)));
  }

  private static Place timePlace(Timestamps stamps, String label, String id) {
    DateTimePicker field = new DateTimePicker(label);
    field.setStep(Duration.ofMinutes(1));
    field.setDateAriaLabel(label + ", date");
    field.setTimeAriaLabel(label + ", time");
    field.setId(id);
    return new Place(
        field,
        () -> {
          LocalDateTime time = field.getValue();
          return time == null ? null : (double) time.toInstant(ZoneOffset.UTC).toEpochMilli();
        },
        point -> field.setValue(stamps.localDateTime(point)));
  }
}
