package io.hybridanomaly.ui.overview;

import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Overview;
import io.hybridanomaly.overview.SeriesDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A detection in every value column of a file: what has come of it so far.
 *
 * @param source the file
 * @param wanted number of columns
 * @param runs those that are done
 * @param failed those that could not be judged
 * @param running whether columns are still to be judged
 * @param open whether the overview is on the page; otherwise one of its series is
 */
public record ColumnRuns(
    CsvSource source,
    int wanted,
    List<Done> runs,
    List<FailedSeries> failed,
    boolean running,
    boolean open) {

  /**
   * A column that was judged.
   *
   * @param run the number of its run
   */
  public record Done(int run, SeriesDigest digest) {}

  public ColumnRuns {
    runs = List.copyOf(runs);
    failed = List.copyOf(failed);
  }

  /** Nothing is done yet. */
  public static ColumnRuns begin(LoadedSeries series) {
    return new ColumnRuns(
        series.source(), series.valueColumns().size(), List.of(), List.of(), true, true);
  }

  /** Number of columns that are done, well or not. */
  public int done() {
    return runs.size() + failed.size();
  }

  /** Whether a series is of this file. */
  public boolean isOf(LoadedSeries series) {
    return source.equals(series.source());
  }

  /** The run of the worst column. */
  public Optional<Done> worst() {
    return runs.stream().min(Comparator.comparing(Done::digest, SeriesDigest.WORST_FIRST));
  }

  /** The run of a column. */
  public Optional<Done> of(String column) {
    return runs.stream().filter(done -> done.digest().name().equals(column)).findFirst();
  }

  /** The same with another run of its file in place of the one of that column. */
  public ColumnRuns with(CompletedRun run) {
    if (!isOf(run.loaded())) {
      return this;
    }
    String column = run.series().name();
    Done done = new Done(run.number(), SeriesDigest.of(column, run.series(), run.result()));
    List<Done> all = new ArrayList<>(runs);
    int before = of(column).map(runs::indexOf).orElse(-1);
    if (before < 0) {
      all.add(done);
    } else {
      all.set(before, done);
    }
    return new ColumnRuns(
        source,
        wanted,
        all,
        failed.stream().filter(each -> !each.name().equals(column)).toList(),
        running,
        open);
  }

  /** The same with a run judged anew, if it is one of these. */
  public ColumnRuns judged(CompletedRun run) {
    return new ColumnRuns(
        source,
        wanted,
        runs.stream()
            .map(
                done ->
                    done.run() == run.number()
                        ? new Done(run.number(), done.digest().judged(run.series(), run.result()))
                        : done)
            .toList(),
        failed,
        running,
        open);
  }

  /** The same with a column that could not be judged. */
  public ColumnRuns withFailed(String column, String sentence) {
    return new ColumnRuns(
        source,
        wanted,
        runs,
        Stream.concat(failed.stream(), Stream.of(new FailedSeries(column, sentence))).toList(),
        running,
        open);
  }

  /** No further column is judged. */
  public ColumnRuns ended() {
    return new ColumnRuns(source, wanted, runs, failed, false, open);
  }

  /** The same with the overview on the page or not. */
  public ColumnRuns opened(boolean shown) {
    return new ColumnRuns(source, wanted, runs, failed, running, shown);
  }

  /** What is known at this time. */
  public Overview overview() {
    return Overview.of(runs.stream().map(Done::digest).toList(), failed);
  }
}
