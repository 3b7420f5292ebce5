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
 */
public record RunHistory(
    List<CompletedRun> runs, int made, Map<SeriesKey, Annotations> annotations) {

  /** Older runs are forgotten: each holds several numbers for every point. */
  private static final int MOST_RUNS = 12;

  /** More are kept while they hold no more points than that in all, as those of many columns do. */
  private static final int MOST_POINTS = 200_000;

  private static final int MOST_SHORT_RUNS = 250;

  /** No run yet. */
  public static final RunHistory EMPTY = new RunHistory(List.of(), 0, Map.of());

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
    return new RunHistory(all.subList(0, kept(all)), made + 1, annotations);
  }

  private static int kept(List<CompletedRun> all) {
    int kept = 0;
    long points = 0;
    while (kept < Math.min(all.size(), MOST_SHORT_RUNS)) {
      points += all.get(kept).series().size();
      if (kept >= MOST_RUNS && points > MOST_POINTS) {
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
        annotations);
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
        all);
  }
}
