package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {

  private static final int[] CENTRES = {200, 500, 900, 1300, 1700};
  private static final double[] HEIGHTS = {60, 6.2, 7, 30, 16};

  private final DetectionResult result = Judged.withBumps(2_000, CENTRES, HEIGHTS);

  private Anomaly at(int centre) {
    return result.anomalies().stream()
        .filter(p -> p.segment().contains(centre))
        .findAny()
        .orElseThrow();
  }

  @Test
  void findsTheSensitivityThatTryingAllFinds() {
    for (Anomaly anomaly : result.anomalies()) {
      WhatIf whatIf = WhatIf.without(result, anomaly.segment());
      double naive = -1;
      for (int step = 0; step <= 50; step++) {
        if (!flags(result.withSensitivity(step / 10.0), anomaly)) {
          naive = step / 10.0;
        }
      }
      assertThat(whatIf.sensitivity().orElse(-1)).isEqualTo(naive);
      if (naive >= 0) {
        assertThat(whatIf.threshold()).isEqualTo(result.withSensitivity(naive).threshold());
      }
    }
  }

  @Test
  void whatElseVanishesIsWhatIsNotFlaggedThere() {
    for (Anomaly anomaly : result.anomalies()) {
      WhatIf whatIf = WhatIf.without(result, anomaly.segment());
      DetectionResult there = result.withSensitivity(whatIf.sensitivity().orElse(0));
      for (Anomaly other : result.anomalies()) {
        boolean own = other.equals(anomaly);
        assertThat(whatIf.alsoVanishing().contains(other)).isEqualTo(!own && !flags(there, other));
        assertThat(whatIf.staying().contains(other)).isEqualTo(!own && flags(there, other));
      }
    }
  }

  /** 2 false alarms in 10,000 points at 5, ten times as many four steps further: 3.69 at 5.036. */
  @Test
  void theStepBelowASensitivityBetweenTwoIsLookedAtToo() {
    DetectionResult between =
        Judged.withBumps(2_000, new int[] {700}, new double[] {3.693}).withSensitivity(5.04);
    Anomaly barely = between.anomalyAt(700).orElseThrow();
    assertThat(between.withSensitivity(5).anomalyAt(700)).isEmpty();
    assertThat(WhatIf.without(between, barely.segment()).sensitivity()).hasValue(5);
  }

  @Test
  void aPeakAboveEveryThresholdStays() {
    WhatIf whatIf = WhatIf.without(result, at(200).segment());
    assertThat(whatIf.sensitivity()).isEmpty();
    assertThat(whatIf.threshold()).isEqualTo(result.withSensitivity(0).threshold());
  }

  @Test
  void theLowestSensitivityNeedsNoSearch() {
    DetectionResult lowest = result.withSensitivity(0);
    assertThat(lowest.anomalies()).isNotEmpty();
    Anomaly kept = lowest.anomalies().getFirst();
    assertThat(WhatIf.without(lowest, kept.segment()).sensitivity()).isEmpty();
  }

  @Test
  void onlyOneAnomalyMeansNothingElseVanishes() {
    DetectionResult single = Judged.withBumps(2_000, new int[] {700}, new double[] {14});
    List<Anomaly> anomalies = single.anomalies();
    assertThat(anomalies).hasSize(1);
    WhatIf whatIf = WhatIf.without(single, anomalies.getFirst().segment());
    assertThat(whatIf.alsoVanishing()).isEmpty();
    assertThat(whatIf.staying()).isEmpty();
  }

  private static boolean flags(DetectionResult judged, Anomaly anomaly) {
    boolean[] flags = judged.flags();
    for (int i = anomaly.segment().from(); i < anomaly.segment().to(); i++) {
      if (flags[i]) {
        return true;
      }
    }
    return false;
  }
}
