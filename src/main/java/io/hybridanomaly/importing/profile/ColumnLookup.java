package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.ImportException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds columns by header or number. */
final class ColumnLookup {

  private static final int LISTED = 30;

  private final List<String> names;

  ColumnLookup(List<String> names) {
    this.names = names;
  }

  /**
   * The index, from 0, of one column.
   *
   * @throws ImportException naming the columns there are
   */
  int one(String spec) throws ImportException {
    int index = find(spec);
    if (index < 0) {
      throw unknown(spec);
    }
    return index;
  }

  /**
   * The indices of one column or of several joined by {@code +}; the longest header wins, so that
   * {@code a+b+c} finds the columns {@code a+b} and {@code c}.
   *
   * @throws ImportException naming the columns there are
   */
  List<Integer> joined(String spec) throws ImportException {
    List<Integer> found = new ArrayList<>();
    int from = 0;
    while (from <= spec.length()) {
      int end = spec.length();
      while (end >= from && find(spec.substring(from, end)) < 0) {
        end = end > from ? spec.lastIndexOf('+', end - 1) : -1;
      }
      if (end < from) {
        int plus = spec.indexOf('+', from);
        throw unknown(plus < 0 ? spec.substring(from) : spec.substring(from, plus));
      }
      found.add(find(spec.substring(from, end)));
      from = end + 1;
    }
    return found;
  }

  private int find(String spec) {
    String wanted = Blanks.strip(spec);
    int exact = names.indexOf(wanted);
    if (exact >= 0 || wanted.isEmpty()) {
      return exact;
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(wanted)) {
        return i;
      }
    }
    boolean number = wanted.length() <= 7 && wanted.chars().allMatch(c -> c >= '0' && c <= '9');
    int index = number ? Integer.parseInt(wanted) - 1 : -1;
    return index < names.size() ? index : -1;
  }

  private ImportException unknown(String spec) {
    String list =
        IntStream.range(0, Math.min(names.size(), LISTED))
            .mapToObj(i -> "%d “%s”".formatted(i + 1, Blanks.shorten(names.get(i))))
            .collect(Collectors.joining(", "));
    return new ImportException(
        "There is no column “%s”: choose by header or number from %s%s."
            .formatted(Blanks.shorten(spec), list, names.size() > LISTED ? ", …" : ""));
  }
}
