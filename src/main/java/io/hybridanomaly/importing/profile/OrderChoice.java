package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.points.Sampling;
import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateQuestion;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The order of day and month, settled or not.
 *
 * @param order the order to read with
 * @param question present if the column leaves it open
 */
public record OrderChoice(DateOrder order, Optional<DateQuestion> question) {

  /** How the times of a column run if they are read in one order. */
  public record Run(DateOrder order, long[] fileOrder) {

    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** The share of neighbours in time order, forwards or backwards, whichever is more. */
    double orderedShare() {
      int forwards = 0;
      int backwards = 0;
      for (int i = 1; i < fileOrder.length; i++) {
        forwards += fileOrder[i] >= fileOrder[i - 1] ? 1 : 0;
        backwards += fileOrder[i] <= fileOrder[i - 1] ? 1 : 0;
      }
      return fileOrder.length < 2
          ? 1
          : (double) Math.max(forwards, backwards) / (fileOrder.length - 1);
    }

    /** The first and the last date of the file. */
    String preview() {
      return fileOrder.length == 0
          ? ""
          : day(fileOrder[0]) + " … " + day(fileOrder[fileOrder.length - 1]);
    }

    private static String day(long micros) {
      return DAY.format(LocalDate.ofEpochDay(Math.floorDiv(micros, ClockTime.MICROS_PER_DAY)));
    }

    double evenShare() {
      long[] sorted = fileOrder.clone();
      Arrays.sort(sorted);
      return Sampling.evenShare(sorted);
    }
  }

  static OrderChoice settled(DateOrder order) {
    return new OrderChoice(order, Optional.empty());
  }

  /**
   * Chooses between orders that all read the same number of dates: the one whose times run in even
   * steps, then the one in which the file is sorted.
   *
   * @param custom the order to assume if the dates do not tell
   * @param example a date of the column
   */
  public static OrderChoice between(List<Run> runs, DateOrder custom, String example) {
    Run best = runs.get(0);
    boolean open = false;
    for (Run run : runs.subList(1, runs.size())) {
      int comparison = compare(run, best);
      if (comparison > 0) {
        best = run;
        open = false;
      } else if (comparison == 0 && !Arrays.equals(run.fileOrder(), best.fileOrder())) {
        open = true;
      }
    }
    if (!open) {
      return settled(best.order());
    }
    List<DateOrder> possible = runs.stream().map(Run::order).toList();
    String reason =
        "Every date, such as “%s”, can be read as %s; neither order gives more even steps."
            .formatted(
                example, String.join(" or as ", possible.stream().map(DateOrder::text).toList()));
    List<String> previews = runs.stream().map(Run::preview).toList();
    return new OrderChoice(
        custom, Optional.of(new DateQuestion(possible, custom, reason, previews)));
  }

  private static int compare(Run a, Run b) {
    double even = a.evenShare() - b.evenShare();
    double ordered = a.orderedShare() - b.orderedShare();
    boolean onePerfect = Math.max(a.evenShare(), b.evenShare()) == 1 && even != 0;
    if (onePerfect && even * ordered >= 0) {
      return even > 0 ? 1 : -1;
    }
    if (Math.abs(ordered) > 0.02) {
      return ordered > 0 ? 1 : -1;
    }
    // Where most steps differ anyway, a few more equal ones are chance.
    double uneven = 1 - Math.max(a.evenShare(), b.evenShare());
    boolean clear = Math.abs(even) > 0.1 || (Math.abs(even) > 0.02 && Math.abs(even) > uneven);
    if (uneven < 0.5 && clear) {
      return even > 0 ? 1 : -1;
    }
    return 0;
  }
}
