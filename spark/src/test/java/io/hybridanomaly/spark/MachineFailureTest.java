package io.hybridanomaly.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineFailureTest {

  @Test
  void theSentenceComesBackFromATextOfAnotherMachine() {
    IllegalStateException aborted =
        new IllegalStateException(
            "Job aborted due to stage failure: Task 0 in stage 3.0 failed 4 times, most recent"
                + " failure: Lost task 0.3 in stage 3.0 (TID 9) (10.0.0.7 executor 1): "
                + MachineFailure.class.getName()
                + ": The engine does not load: free some disk.\n\tat somewhere");
    assertThat(MachineFailure.sentence(new IllegalStateException("around it", aborted)))
        .contains("The engine does not load: free some disk.");
    assertThat(MachineFailure.sentence(new IllegalStateException("a fault"))).isEmpty();
  }
}
