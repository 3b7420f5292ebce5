package io.hybridanomaly.overview;

import io.hybridanomaly.series.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Many series at a glance: a row each, the worst first, time from left to right, cells with the
 * highest severity in them, and the times at which several series are abnormal, as the swim lanes
 * of anomaly explorers show them.
 *
 * @param lanes the rows, apart for each kind of time axis
 * @param failed the series that could not be judged
 */
public record Overview(List<Lanes> lanes, List<FailedSeries> failed) {

  /** Cells of a row: wide enough to be seen on a phone. */
  public static final int CELLS = 60;

  public Overview {
    lanes = List.copyOf(lanes);
    failed = List.copyOf(failed);
  }

  /** The overview of any series; also of none. */
  public static Overview of(List<SeriesDigest> series, List<FailedSeries> failed) {
    return new Overview(
        Arrays.stream(AxisKind.values())
            .map(kind -> series.stream().filter(digest -> digest.kind() == kind).toList())
            .filter(ofOneKind -> !ofOneKind.isEmpty())
            .map(ofOneKind -> Lanes.of(ofOneKind, CELLS))
            .toList(),
        failed);
  }

  /** Number of series that were judged. */
  public int judged() {
    return lanes.stream().mapToInt(each -> each.rows().size()).sum();
  }

  /** Number of anomalies in all of them. */
  public int anomalies() {
    return rows().stream().mapToInt(row -> row.series().anomalies().size()).sum();
  }

  /** What it shows, in one sentence. */
  public String summary() {
    return summary(Locale.ENGLISH);
  }

  /** The same with the separators of a language. */
  public String summary(Locale locale) {
    if (judged() == 0) {
      return failed.isEmpty() ? "No series." : "No series could be judged.";
    }
    long abnormal = rows().stream().filter(row -> !row.series().anomalies().isEmpty()).count();
    List<String> parts = new ArrayList<>();
    parts.add(
        abnormal == 0
            ? "Nothing abnormal in %s".formatted(count(judged(), locale))
            : "%s in %d of %s"
                .formatted(
                    NumberText.count(anomalies(), "anomaly", locale),
                    abnormal,
                    count(judged(), locale)));
    int together = lanes.stream().mapToInt(each -> each.coincidences().size()).sum();
    if (together > 0) {
      parts.add(
          "%s at which several are abnormal".formatted(NumberText.count(together, "time", locale)));
    }
    if (!failed.isEmpty()) {
      parts.add("%s could not be judged".formatted(count(failed.size(), locale)));
    }
    return String.join("; ", parts) + ".";
  }

  private List<Lane> rows() {
    return lanes.stream().flatMap(each -> each.rows().stream()).toList();
  }

  private static String count(int series, Locale locale) {
    return NumberText.count(series, locale) + " series";
  }
}
