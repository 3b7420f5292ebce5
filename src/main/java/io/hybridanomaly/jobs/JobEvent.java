package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Progress;
import java.util.OptionalDouble;

/** What happens to a submitted detection; the last three end it. */
public sealed interface JobEvent {

  /**
   * The job waits for a slot.
   *
   * @param position place in the queue, from 1
   * @param seconds that it is expected to wait; empty if that is not known
   */
  record Queued(int position, OptionalDouble seconds) implements JobEvent {}

  /** The job runs. */
  record Running(Progress progress) implements JobEvent {}

  /**
   * What the running job has found before its networks have learned. Comes to those who want it,
   * and only if the job runs in this process.
   */
  record Preliminary(DetectionResult result) implements JobEvent {}

  /** The job is done. */
  record Done(DetectionResult result) implements JobEvent {}

  /** The job was cancelled. */
  record Cancelled() implements JobEvent {}

  /**
   * The job failed.
   *
   * @param message one plain sentence for the visitor
   */
  record Failed(String message) implements JobEvent {}

  /** Whether nothing comes after it. */
  default boolean isEnd() {
    return switch (this) {
      case Queued ignored -> false;
      case Running ignored -> false;
      case Preliminary ignored -> false;
      case Done ignored -> true;
      case Cancelled ignored -> true;
      case Failed ignored -> true;
    };
  }
}
