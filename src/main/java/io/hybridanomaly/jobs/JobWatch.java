package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.jobs.JobTable.Row;
import io.hybridanomaly.series.Samples;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Somebody who waits for a job in this process, wherever it runs. Tells each thing once. */
final class JobWatch {

  private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

  private static final JobEvent DELETED =
      new JobEvent.Failed(
          "The result of this detection has been deleted: press Detect to make it again.");

  private static final JobEvent OTHER_VERSION =
      new JobEvent.Failed(
          "The server is another version now than when it made this result: press Detect to make"
              + " it again.");

  private static final JobEvent NO_MEMORY =
      new JobEvent.Failed(
          "The server had no memory left to read this result: press Detect to make it again, or"
              + " choose a shorter stretch of the series.");

  private static final JobEvent UNREADABLE =
      new JobEvent.Failed(
          "The result of this detection cannot be read: press Detect to make it again.");

  private final Samples samples;
  private final DetectionSettings settings;
  private final JobListener listener;
  private int position;
  private String progress = "";
  private boolean ended;

  JobWatch(Samples samples, DetectionSettings settings, JobListener listener) {
    this.samples = samples;
    this.settings = settings;
    this.listener = listener;
  }

  boolean wantsPreliminary() {
    return listener.wantsPreliminary();
  }

  /** What the job itself tells, while it runs here. */
  synchronized void tell(JobEvent event) {
    if (ended) {
      return;
    }
    switch (event) {
      case JobEvent.Queued queued -> {
        if (queued.position() == position) {
          return;
        }
        position = queued.position();
      }
      case JobEvent.Preliminary ignored -> {
        if (!listener.wantsPreliminary()) {
          return;
        }
      }
      case JobEvent.Running ignored -> {}
      case JobEvent.Done ignored -> {}
      case JobEvent.Cancelled ignored -> {}
      case JobEvent.Failed ignored -> {}
    }
    ended = event.isEnd();
    listener.onEvent(event);
  }

  /**
   * What the table says of a job that does not run here.
   *
   * @param queue the jobs that wait, the next one first
   * @param place says what there is to say of a place in it
   * @param result gives the stored result of a job
   * @return whether it has ended
   * @throws org.springframework.dao.DataAccessException if the database may answer at another look
   */
  synchronized boolean look(
      Row row,
      List<String> queue,
      IntFunction<JobEvent.Queued> place,
      Function<String, Optional<byte[]>> result) {
    switch (row.state()) {
      case QUEUED -> {
        // A job whose node has just found it is at no place any more.
        int now = queue.indexOf(row.id()) + 1;
        if (position > 0 && now > 0 && now != position) {
          tell(place.apply(now));
        }
      }
      case RUNNING -> {
        String now = row.progress();
        if (now != null && !now.equals(progress)) {
          progress = now;
          tell(new JobEvent.Running(JobText.progress(now)));
        }
      }
      case DONE -> {
        if (!ended) {
          tell(found(row.id(), result));
        }
      }
      case FAILED -> tell(new JobEvent.Failed(String.valueOf(row.message())));
      case CANCELLED -> tell(new JobEvent.Cancelled());
    }
    return row.state().isEnd();
  }

  /** The stored result, or why there is none. */
  private JobEvent found(String id, Function<String, Optional<byte[]>> result) {
    try {
      return result
          .apply(id)
          .<JobEvent>map(
              stored -> new JobEvent.Done(StoredResult.decode(stored, samples.values(), settings)))
          .orElse(DELETED);
    } catch (TransientDataAccessException
        | RecoverableDataAccessException
        | DataAccessResourceFailureException e) {
      // The database may answer at the next look; of what fails for another reason it never will.
      throw e;
    } catch (StoredResult.OtherVersionException e) {
      return OTHER_VERSION;
    } catch (OutOfMemoryError e) {
      LOG.error("Out of memory while the result of job {} was read", id, e);
      return NO_MEMORY;
    } catch (RuntimeException e) {
      LOG.error("The result of job {} cannot be read", id, e);
      return UNREADABLE;
    }
  }
}
