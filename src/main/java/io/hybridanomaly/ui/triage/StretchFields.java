package io.hybridanomaly.ui.triage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.series.Timestamps;
import io.hybridanomaly.ui.base.Texts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two fields for the first and the last time of a stretch: dates, or row numbers. */
final class StretchFields extends Div {

  private static final String ISO = "yyyy-MM-dd";

  private final TimeAxis times;
  private final Place from;
  private final Place to;

  /**
   * A field for one place of the axis.
   *
   * @param field the field itself
   * @param position the place, as {@link TimeAxis#position} gives it; null while the field is empty
   * @param unreadable whether something stands in it that is no place
   * @param show puts a point into the field
   */
  private record Place(
      Component field,
      Supplier<@Nullable Double> position,
      BooleanSupplier unreadable,
      IntConsumer show) {}

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

  /** Why there is no {@link #range}; of no use if there is one. */
  String problem() {
    if (from.unreadable().getAsBoolean() || to.unreadable().getAsBoolean()) {
      return "The %s cannot be read%s."
          .formatted(
              from.unreadable().getAsBoolean() ? "start" : "end",
              times instanceof Timestamps stamps
                  ? ": write date and time like " + example(stamps)
                  : "");
    }
    Double first = from.position().get();
    Double last = to.position().get();
    if (first == null || last == null) {
      return "The %s is missing.".formatted(first == null ? "start" : "end");
    }
    if (last < first) {
      return "The end is before the start.";
    }
    TimeText text = Texts.times(times);
    return "There is no point between these times; the series goes from %s to %s."
        .formatted(text.of(0), text.of(times.size() - 1));
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
        field::isInvalid,
        point -> field.setValue(rows.rows()[point]));
  }

  private static Place elapsedPlace(ElapsedTimes elapsed, String label, String id) {
    NumberField field = new NumberField("%s (%s)".formatted(label, elapsed.unit().symbol()));
    field.setId(id);
    return new Place(
        field, field::getValue, field::isInvalid, point -> field.setValue(elapsed.position(point)));
  }

  private static Place timePlace(Timestamps stamps, String label, String id) {
    DateTimePicker field = new DateTimePicker(label);
    field.setStep(Duration.ofMinutes(1));
    // Times of day as the page writes them everywhere, in 24 hours; dates have formats of their
    // own.
    field.setLocale(Locale.UK);
    field.setDatePickerI18n(dates(Texts.locale()));
    field.setI18n(
        new DateTimePicker.DateTimePickerI18n()
            .setBadInputErrorMessage("Write it like " + example(stamps))
            .setIncompleteInputErrorMessage("Enter date and time"));
    field.setDateAriaLabel(label + ", date");
    field.setTimeAriaLabel(label + ", time");
    field.setId(id);
    return new Place(
        field,
        () -> {
          LocalDateTime time = field.getValue();
          return time == null ? null : (double) time.toInstant(ZoneOffset.UTC).toEpochMilli();
        },
        field::isInvalid,
        point -> field.setValue(stamps.localDateTime(point)));
  }

  /** Dates as the page shows them, as in ISO 8601, and as the visitor's country writes them. */
  static DatePicker.DatePickerI18n dates(Locale locale) {
    String usual = forPicker(TimeText.usualPattern(locale));
    String shown = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ISO : usual;
    return new DatePicker.DatePickerI18n().setDateFormats(shown, shown.equals(ISO) ? usual : ISO);
  }

  /** The picker's patterns have another letter for the year. */
  private static String forPicker(String pattern) {
    return pattern.replace('u', 'y');
  }

  private static String example(Timestamps stamps) {
    return TimeText.ordered(
        stamps.localDateTime(0).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")),
        Texts.locale());
  }
}
