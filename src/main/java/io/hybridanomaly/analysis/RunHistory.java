package io.hybridanomaly.analysis;

import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.Annotations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of a visit, and what was said about each of its series: that outlives the runs.
 *
 * @param runs newest first
 * @param made how many there have been
 * @param annotations by series
 * @param room how many are kept: older ones are forgotten
 */
public record RunHistory(
    List<CompletedRun> runs, int made, Map<SeriesKey, Annotations> annotations, Room room) {

  /** More are kept while they hold no more points than that in all, as those of many columns do. */
  private static final int SHORT_POINTS = 200_000;

  private static final int MOST_SHORT_RUNS = 250;

  /** No run yet, with the usual room. */
  public static final RunHistory EMPTY = empty(new Room(12, 1_000_000));

  /**
   * How much is kept; the newest run always is.
   *
   * @param runs beside those of many short series
   * @param points of all runs together: each holds several numbers for every point
   */
  public record Room(int runs, int points) {}

  /**
   * Annotations are places in a series: the same data in the same length.
   *
   * @param file its name, with that of the table in it: a workbook has a series of one name in many
   *     sheets
   * @param series which one of a table that holds several
   */
  public record SeriesKey(
      String sha256, String file, Optional<String> series, String name, int points) {

    static SeriesKey of(Dataset dataset) {
      return new SeriesKey(
          dataset.file().sha256(),
          dataset.file().name(),
          dataset.options().series(),
          dataset.series().name(),
          dataset.series().size());
    }
  }

  public RunHistory {
    runs = List.copyOf(runs);
    annotations = Map.copyOf(annotations);
  }

  /** No run yet. */
  public static RunHistory empty(Room room) {
    return new RunHistory(List.of(), 0, Map.of(), room);
  }

  /** How many runs are forgotten. */
  public int forgotten() {
    return made - runs.size();
  }

  /** What was said about a series. */
  public Annotations annotationsOf(Dataset dataset) {
    return annotations.getOrDefault(SeriesKey.of(dataset), Annotations.NONE);
  }

  /** The same with a run on top. It takes over what was said about its series. */
  public RunHistory with(LoadedSeries loaded, Analysis analysis, ExpectedBand band) {
    List<CompletedRun> all = new ArrayList<>(runs);
    all.addFirst(
        new CompletedRun(
            made + 1, loaded, analysis.annotated(annotationsOf(analysis.dataset())), band));
    return new RunHistory(all.subList(0, kept(all)), made + 1, annotations, room);
  }

  private int kept(List<CompletedRun> all) {
    int kept = 0;
    long points = 0;
    while (kept < Math.min(all.size(), MOST_SHORT_RUNS)) {
      points += all.get(kept).series().size();
      boolean many = kept >= room.runs() && points > SHORT_POINTS;
      if (kept > 0 && (many || points > room.points())) {
        break;
      }
      kept++;
    }
    return kept;
  }

  /** The run of a number, unless it is forgotten. */
  public Optional<CompletedRun> run(int number) {
    return runs.stream().filter(run -> run.number() == number).findFirst();
  }

  /** The same with a run in place of the one of its number. */
  public RunHistory with(CompletedRun changed) {
    return new RunHistory(
        runs.stream().map(run -> run.number() == changed.number() ? changed : run).toList(),
        made,
        annotations,
        room);
  }

  /** The same with other annotations of a series, in each of its runs. */
  public RunHistory annotated(Dataset dataset, Annotations changed) {
    Map<SeriesKey, Annotations> all = new HashMap<>(annotations);
    SeriesKey key = SeriesKey.of(dataset);
    all.put(key, changed);
    return new RunHistory(
        runs.stream()
            .map(
                run ->
                    SeriesKey.of(run.analysis().dataset()).equals(key)
                        ? run.with(run.analysis().annotated(changed))
                        : run)
            .toList(),
        made,
        all,
        room);
  }
}
