package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.jobs.JobTable.Row;
import io.hybridanomaly.series.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Detections for which nobody waits in this process; what becomes of them stands in the table. */
public final class UnattendedJobs {

  private final JobTable table;
  private final Queue queue;

  /** Where they are put and taken from. */
  interface Queue {

    String submit(Samples samples, DetectionSettings settings, Consumer<String> whenStored)
        throws JobRefusedException;

    void cancel(String id);
  }

  /**
   * How a job stands.
   *
   * @param position place in the queue, from 1; empty unless it waits
   * @param seconds until it is expected to start; empty unless it waits and that is known
   * @param progress share that is done, 0 to 1
   * @param message why it failed, in one plain sentence; empty unless it did
   */
  public record Status(
      JobState state,
      OptionalInt position,
      OptionalDouble seconds,
      double progress,
      Optional<String> message) {}

  /**
   * What a job has brought.
   *
   * @param seconds time by stage
   */
  public record Finished(DetectionResult result, Map<String, Double> seconds) {}

  UnattendedJobs(JobTable table, Queue queue) {
    this.table = table;
    this.queue = queue;
  }

  /**
   * Puts a detection in line.
   *
   * @param samples finite numbers in time order
   * @param whenStored runs with its id as soon as it is stored, before it can start; if it throws,
   *     the job is cancelled
   * @return its id
   * @throws JobRefusedException if too many wait already, or too many of this visitor
   */
  public String submit(Samples samples, DetectionSettings settings, Consumer<String> whenStored)
      throws JobRefusedException {
    return queue.submit(
        samples,
        settings,
        id -> {
          boolean well = false;
          try {
            whenStored.accept(id);
            well = true;
          } finally {
            if (!well) {
              table.cancel(id);
            }
          }
        });
  }

  /** How a job stands; empty if there is none. */
  public Optional<Status> status(String id) {
    return table.rows(List.of(id)).stream().findFirst().map(this::status);
  }

  private Status status(Row row) {
    JobState state = row.state();
    Optional<JobLine> line =
        state == JobState.QUEUED ? Optional.of(table.open().line()) : Optional.empty();
    int place = line.map(jobs -> jobs.place(row.id())).orElse(0);
    String progress = row.progress();
    double done =
        switch (state) {
          case DONE -> 1;
          case QUEUED -> 0;
          case RUNNING, FAILED, CANCELLED ->
              progress == null ? 0 : JobText.progress(progress).done();
        };
    return new Status(
        state,
        place > 0 ? OptionalInt.of(place) : OptionalInt.empty(),
        place > 0
            ? ExpectedWait.seconds(row.id(), line.orElseThrow(), 0, table.recent())
            : OptionalDouble.empty(),
        done,
        Optional.ofNullable(row.message()));
  }

  /** Cancels a job that has not ended; deletes one that has. */
  public void end(String id) {
    if (table.rows(List.of(id)).stream().anyMatch(row -> row.state().isEnd())) {
      table.ended().delete(id);
    } else {
      queue.cancel(id);
    }
  }

  /**
   * What a job has brought; empty unless it is done.
   *
   * @param samples that were submitted
   * @throws IllegalStateException if these values are not those, or another version of this program
   *     has written the result
   */
  public Optional<Finished> result(String id, Samples samples) {
    DetectionSettings settings = table.settings(id).orElse(null);
    if (settings == null) {
      return Optional.empty();
    }
    if (!table.isAbout(id, JobTable.Input.of(samples))) {
      throw new IllegalStateException("a result for other values");
    }
    return table
        .result(id)
        .map(
            content ->
                new Finished(
                    StoredResult.decode(content, samples.values(), settings),
                    table.timings(id).map(JobText::seconds).orElse(Map.of())));
  }
}
