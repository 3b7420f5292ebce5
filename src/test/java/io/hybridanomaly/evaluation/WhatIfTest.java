package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {

  private static final int[] CENTRES = {200, 500, 900, 1300, 1700};
  private static final double[] HEIGHTS = {60, 6.2, 7, 30, 16};

  private final DetectionResult result = Judged.withBumps(2_000, CENTRES, HEIGHTS);

  private Period at(int centre) {
    return result.periods().stream()
        .filter(p -> p.start() <= centre && centre < p.end())
        .findAny()
        .orElseThrow();
  }

  @Test
  void findsTheSensitivityThatTryingAllFinds() {
    for (Period period : result.periods()) {
      WhatIf whatIf = WhatIf.without(result, period.start(), period.end());
      double naive = -1;
      for (int step = 0; step <= 50; step++) {
        if (!flags(result.withSensitivity(step / 10.0), period)) {
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
    for (Period period : result.periods()) {
      WhatIf whatIf = WhatIf.without(result, period.start(), period.end());
      DetectionResult there = result.withSensitivity(whatIf.sensitivity().orElse(0));
      for (Period other : result.periods()) {
        boolean own = other.equals(period);
        assertThat(whatIf.alsoVanishing().contains(other)).isEqualTo(!own && !flags(there, other));
        assertThat(whatIf.staying().contains(other)).isEqualTo(!own && flags(there, other));
      }
    }
  }

  @Test
  void aPeakAboveEveryThresholdStays() {
    WhatIf whatIf = WhatIf.without(result, at(200).start(), at(200).end());
    assertThat(whatIf.sensitivity()).isEmpty();
    assertThat(whatIf.threshold()).isEqualTo(result.withSensitivity(0).threshold());
  }

  @Test
  void theLowestSensitivityNeedsNoSearch() {
    DetectionResult lowest = result.withSensitivity(0);
    assertThat(lowest.periods()).isNotEmpty();
    Period kept = lowest.periods().getFirst();
    assertThat(WhatIf.without(lowest, kept.start(), kept.end()).sensitivity()).isEmpty();
  }

  @Test
  void onlyOnePeriodMeansNothingElseVanishes() {
    DetectionResult single = Judged.withBumps(2_000, new int[] {700}, new double[] {14});
    List<Period> periods = single.periods();
    assertThat(periods).hasSize(1);
    WhatIf whatIf = WhatIf.without(single, periods.getFirst().start(), periods.getFirst().end());
    assertThat(whatIf.alsoVanishing()).isEmpty();
    assertThat(whatIf.staying()).isEmpty();
  }

  private static boolean flags(DetectionResult judged, Period period) {
    boolean[] flags = judged.flags();
    for (int i = period.start(); i < period.end(); i++) {
      if (flags[i]) {
        return true;
      }
    }
    return false;
  }
}
