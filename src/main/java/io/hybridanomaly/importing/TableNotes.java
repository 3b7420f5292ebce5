package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.Across;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimePart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was assumed about the layout of a table and the meaning of its times, in plain sentences: a
 * user may know better.
 */
final class TableNotes {

  private final FileReading reading;
  private final ReadPlan plan;
  private final ImportOptions options;
  private final List<Doubt> doubts = new ArrayList<>();

  TableNotes(FileReading reading, ImportOptions options) {
    this.reading = reading;
    this.plan = reading.plan();
    this.options = options;
  }

  List<Doubt> doubts() {
    aboutAcross();
    reading.series().ifPresent(this::aboutSeries);
    if (reading.otherTable() > 0) {
      add(
          "Another table starts in line %d; only the first one was read."
              .formatted(reading.otherTable()));
    }
    aboutParts();
    aboutStyle();
    return doubts;
  }

  private void add(String sentence) {
    doubts.add(new Doubt(sentence, Doubt.Remedy.NONE));
  }

  static Doubt aboutCode(SuspectedCode code) {
    String sentence =
        "%s stands %d times, far from all other values, and looks like a code for a missing one. It counts as a value until you treat it as missing."
            .formatted(code.text(), code.count());
    return new Doubt(sentence, Doubt.Remedy.NAME_CODES);
  }

  private void aboutAcross() {
    Across across = plan.columns().across();
    if (across == null) {
      return;
    }
    List<Integer> columns = across.columns();
    add(
        "The table has its %s across: the %d columns from “%s” to “%s” were read as one series in the order of time."
            .formatted(
                across.kind().text(),
                columns.size(),
                Blanks.shorten(plan.name(columns.get(0))),
                Blanks.shorten(plan.name(columns.get(columns.size() - 1)))));
  }

  private void aboutSeries(SeriesChoice series) {
    if (options.series().isPresent()) {
      return;
    }
    String columns =
        series.columns().stream()
            .map(name -> "“" + Blanks.shorten(name) + "”")
            .collect(Collectors.joining(" and "));
    String sentence =
        "The table holds %d series, told apart by %s; only the first, “%s”, was read."
            .formatted(series.names().size(), columns, Blanks.shorten(series.chosen()));
    doubts.add(new Doubt(sentence, Doubt.Remedy.CHOOSE_SERIES));
  }

  private void aboutParts() {
    DateReading dates = plan.dates();
    if (dates == null) {
      return;
    }
    for (int i = 0; i < dates.parts().size(); i++) {
      String sentence = meaning(dates.parts().get(i));
      if (sentence != null) {
        String name = Blanks.shorten(plan.name(plan.columns().dates().get(i)));
        add(sentence.formatted(name));
      }
    }
  }

  private static @Nullable String meaning(TimePart part) {
    return switch (part) {
      case HOUR_ENDING ->
          "Hours from 1 to 24 in “%s” were read as those that end then: 1 is the hour from 00:00, and stands there.";
      case HOUR_24_FIRST -> "Hour 24 in “%s” was read as midnight at the start of its day.";
      case HALF_HOUR -> "Numbers in “%s” were read as half-hours of the day: 1 stands at 00:00.";
      case QUARTER_HOUR ->
          "Numbers in “%s” were read as quarter-hours of the day: 1 stands at 00:00.";
      case FIVE_MINUTES -> "Numbers in “%s” were read as five minutes each: 1 stands at 00:00.";
      default -> null;
    };
  }

  private void aboutStyle() {
    DateReading dates = plan.dates();
    if (dates == null || plan.columns().dates().size() != 1) {
      return;
    }
    String name = plan.name(plan.columns().dates().get(0));
    if (dates.style() == DateReading.Style.DECIMAL_YEAR) {
      add(
          "“%s” was read as years with decimals, each as %s."
              .formatted(
                  Blanks.shorten(name),
                  switch (dates.granularity()) {
                    case MONTH -> "the month it lies in";
                    case QUARTER -> "the quarter it lies in";
                    default -> "an instant";
                  }));
    } else if (dates.style() == DateReading.Style.ELAPSED_SECONDS && !namesSeconds(name)) {
      add("“%s” was read as seconds since the start.".formatted(Blanks.shorten(name)));
    }
  }

  private static boolean namesSeconds(String name) {
    return name.matches("(?i).*(\\bs\\b|_s\\b|sec|sek).*");
  }
}
