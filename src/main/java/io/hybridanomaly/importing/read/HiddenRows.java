package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of the table inside a quoted cell that spans lines: two stray quotes that happen to
 * pair up would swallow them.
 */
final class HiddenRows {

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private final ReadPlan plan;
  private final Pattern delimiter;
  private final NumberParser numbers;
  private final @Nullable TimeReader times;

  HiddenRows(ReadPlan plan) {
    this.plan = plan;
    this.delimiter = Pattern.compile(Pattern.quote(String.valueOf(plan.layout().delimiter())));
    this.numbers = plan.numbers().parser();
    DateReading dates = plan.dates();
    this.times = dates == null ? null : new TimeReader(dates);
  }

  /** Whether a record that spans lines holds a line that reads as a row of its own. */
  boolean isIn(CsvRow record) {
    List<String> cells = record.toList();
    for (int i = 0; i < cells.size(); i++) {
      String[] lines = LINE_BREAK.split(cells.get(i), -1);
      for (int k = 1; k < lines.length; k++) {
        boolean last = k == lines.length - 1;
        String mark = String.valueOf(plan.layout().delimiter());
        List<String> behind = last ? cells.subList(i + 1, cells.size()) : List.of();
        String line = behind.isEmpty() ? lines[k] : lines[k] + mark + String.join(mark, behind);
        if (isRow(line)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isRow(String line) {
    String[] cells = delimiter.split(line, -1);
    if (cells.length != plan.layout().width()) {
      return false;
    }
    numbers.parse(Blanks.strip(cells[plan.columns().value()]));
    boolean value = numbers.status() == NumberParser.Status.NUMBER;
    return value
        && (times == null
            || times.read(column -> Blanks.strip(cells[column]), plan.columns().dates())
                == TimeReader.Status.TIME);
  }
}
