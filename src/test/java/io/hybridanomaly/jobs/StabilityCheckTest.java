package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.series.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Jobs that are told by hand what becomes of them. */
class StabilityCheckTest {

  private static final DetectionResult RESULT =
      StoredResultTest.result(Samples.even(new double[100]), DetectionSettings.defaults());

  private final List<String> heard = new ArrayList<>();
  private final ByHand jobs = new ByHand();
  private final StabilityCheck check =
      new StabilityCheck(
          jobs,
          Runnable::run,
          new StabilityCheck.Listener() {
            @Override
            public void onWaiting(int position) {
              heard.add("waiting " + position);
            }

            @Override
            public void onCounted(Stability stability) {
              heard.add("counted " + stability.trainings());
            }

            @Override
            public void onProblem(String message) {
              heard.add("problem " + message);
            }
          });

  private static final class ByHand implements DetectionJobs {

    private final List<JobListener> listeners = new ArrayList<>();
    private final List<DetectionSettings> settings = new ArrayList<>();
    private final List<Integer> cancelled = new ArrayList<>();
    private int most = Integer.MAX_VALUE;

    @Override
    public DetectionJob submit(Samples samples, DetectionSettings chosen, JobListener listener)
        throws JobRefusedException {
      int number = listeners.size();
      if (number == most) {
        throw JobRefusedException.ofVisitor(number);
      }
      listeners.add(listener);
      settings.add(chosen);
      return new DetectionJob() {
        @Override
        public String id() {
          return String.valueOf(number);
        }

        @Override
        public DetectionSettings settings() {
          return chosen;
        }

        @Override
        public void cancel() {
          cancelled.add(number);
        }

        @Override
        public void leave() {
          throw new AssertionError("a check is cancelled");
        }
      };
    }

    @Override
    public Optional<DetectionJob> find(String id, Samples samples, JobListener listener) {
      throw new AssertionError("a check is not found again");
    }

    void tell(JobEvent event) {
      listeners.getLast().onEvent(event);
    }
  }

  @Test
  void eachRepetitionHasASeedOfItsOwnAndTheLastEndsTheCheck() {
    check.start(RESULT);
    for (int k = 0; k < StabilityCheck.TRAININGS; k++) {
      jobs.tell(new JobEvent.Done(RESULT));
    }
    assertThat(heard)
        .containsExactly("counted 1", "counted 2", "counted 3", "counted 4", "counted 5");
    assertThat(jobs.settings).extracting(DetectionSettings::seed).doesNotHaveDuplicates();
    assertThat(jobs.settings).hasSize(StabilityCheck.TRAININGS);
    check.cancel();
    assertThat(jobs.cancelled).isEmpty();
  }

  /** The page shows how far the check is until it hears of a problem. */
  @Test
  void nothingFollowsTheProblemWhenTheSecondRepetitionIsRefused() {
    jobs.most = 1;
    check.start(RESULT);
    jobs.tell(new JobEvent.Done(RESULT));
    assertThat(heard)
        .containsExactly("counted 1", "problem " + JobRefusedException.ofVisitor(1).getMessage());
  }

  @Test
  void whatIsToldOfWaitingIsTakenBackWhenItRuns() {
    check.start(RESULT);
    jobs.tell(new JobEvent.Queued(2, OptionalDouble.empty()));
    jobs.tell(new JobEvent.Running(new Progress.Preparing()));
    jobs.tell(new JobEvent.Running(new Progress.Scoring(0.5)));
    assertThat(heard).containsExactly("waiting 2", "counted 0");
  }

  @Test
  void aCancelledCheckHearsNothingMore() {
    check.start(RESULT);
    check.cancel();
    jobs.tell(new JobEvent.Done(RESULT));
    assertThat(jobs.cancelled).containsExactly(0);
    assertThat(heard).isEmpty();
  }
}
