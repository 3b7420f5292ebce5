package io.hybridanomaly.ui.overview;

import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Overview;
import io.hybridanomaly.overview.SeriesDigest;
import io.hybridanomaly.ui.base.Member;
import io.hybridanomaly.ui.base.Members;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A detection in many series, such as every value column of a file: what has come of it so far.
 *
 * @param title above the overview
 * @param members all that are wanted
 * @param runs those that are done
 * @param failed those that could not be judged
 * @param running whether series are still to be judged
 * @param open whether the overview is on the page; otherwise one of its series is
 */
public record SeriesRuns(
    String title,
    List<Member> members,
    List<Done> runs,
    List<FailedSeries> failed,
    boolean running,
    boolean open) {

  /**
   * A series that was judged.
   *
   * @param run the number of its run
   */
  public record Done(int run, SeriesDigest digest) {}

  public SeriesRuns {
    members = List.copyOf(members);
    runs = List.copyOf(runs);
    failed = List.copyOf(failed);
  }

  /**
   * Nothing is done yet.
   *
   * @param which of what is loaded
   */
  public static SeriesRuns begin(Members which, LoadedSeries series) {
    return new SeriesRuns(which.title(series), which.of(series), List.of(), List.of(), true, true);
  }

  /** Number of series that are wanted. */
  public int wanted() {
    return members.size();
  }

  /** Number of series that are done, well or not. */
  public int done() {
    return runs.size() + failed.size();
  }

  /** How many of all are done, in words; empty if all are. */
  public String progress() {
    if (done() == wanted()) {
      return "";
    }
    String done = "%d of %d done".formatted(done(), wanted());
    return running ? done : done + ", the others were not judged";
  }

  /** Whether a series is of one of these tables. */
  public boolean isOf(LoadedSeries series) {
    return members.stream().anyMatch(member -> member.isOfTable(series));
  }

  /** Whether a series is one of these, and they are all of its kind. */
  public boolean hold(Members which, LoadedSeries series) {
    return members.stream().anyMatch(member -> which.isKindOf(member) && member.is(series));
  }

  /** The one of a name. */
  public Optional<Member> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /** What a series is called here: as the one that it is, or by its column. */
  public String nameOf(LoadedSeries series) {
    return members.stream()
        .filter(member -> member.is(series))
        .map(Member::name)
        .findFirst()
        .orElseGet(() -> series.series().name());
  }

  /** The run of the worst series. */
  public Optional<Done> worst() {
    return runs.stream().min(Comparator.comparing(Done::digest, SeriesDigest.WORST_FIRST));
  }

  /** The run of a series. */
  public Optional<Done> of(String name) {
    return runs.stream().filter(done -> done.digest().name().equals(name)).findFirst();
  }

  /** The same with another run of its tables in place of the one of that series. */
  public SeriesRuns with(CompletedRun run) {
    if (!isOf(run.loaded())) {
      return this;
    }
    String name = nameOf(run.loaded());
    Done done = new Done(run.number(), SeriesDigest.of(name, run.series(), run.result()));
    List<Done> all = new ArrayList<>(runs);
    int before = of(name).map(runs::indexOf).orElse(-1);
    if (before < 0) {
      all.add(done);
    } else {
      all.set(before, done);
    }
    return new SeriesRuns(
        title,
        members,
        all,
        failed.stream().filter(each -> !each.name().equals(name)).toList(),
        running,
        open);
  }

  /** The same with a run judged anew, if it is one of these. */
  public SeriesRuns judged(CompletedRun run) {
    return new SeriesRuns(
        title,
        members,
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

  /** The same with a series that could not be judged. */
  public SeriesRuns withFailed(String name, String message) {
    // The row says the name already.
    String sentence =
        message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
    return new SeriesRuns(
        title,
        members,
        runs,
        Stream.concat(failed.stream(), Stream.of(new FailedSeries(name, sentence))).toList(),
        running,
        open);
  }

  /** No further series is judged. */
  public SeriesRuns ended() {
    return new SeriesRuns(title, members, runs, failed, false, open);
  }

  /** The same with the overview on the page or not. */
  public SeriesRuns opened(boolean shown) {
    return new SeriesRuns(title, members, runs, failed, running, shown);
  }

  /** What is known at this time. */
  public Overview overview() {
    return Overview.of(runs.stream().map(Done::digest).toList(), failed);
  }
}
