package io.hybridanomaly.evaluation;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.planting.PlantedKind;
import io.hybridanomaly.planting.PlantedSeries;
import io.hybridanomaly.planting.Planter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a self-test is going to do: copies of the visitor's own series with known anomalies in them.
 * The detector runs on each; {@link SelfTest} counts what it finds.
 *
 * @param copies the copies, each to be detected on with {@code settings}
 * @param settings those of the result, with its window and epochs, so that copies are judged alike
 * @param notPlanted kinds that mean nothing on this series, with the reason in a plain sentence
 */
public record SelfTestPlan(
    List<PlantedSeries> copies, DetectionSettings settings, Map<PlantedKind, String> notPlanted) {

  /** A short series has room for few anomalies, so it is copied more than once. */
  private static final int COPIES = 3;

  /** From this length on one copy holds enough of each kind. */
  private static final int ENOUGH_IN_ONE = 20_000;

  public SelfTestPlan {
    copies = List.copyOf(copies);
    notPlanted = Map.copyOf(notPlanted);
  }

  /**
   * Plans the test of one result. Takes about as long as copying the series.
   *
   * @param result what was found in the series as it is: nothing is planted there
   * @param seed start of every random choice
   * @return a plan; without copies if all values are equal or nothing fits in
   */
  public static SelfTestPlan of(DetectionResult result, long seed) {
    ComponentScores components = result.components();
    double[] values = components.values();
    Map<PlantedKind, String> notPlanted = notPlanted(components);
    List<PlantedKind> kinds =
        new ArrayList<>(
            Arrays.stream(PlantedKind.values()).filter(k -> !notPlanted.containsKey(k)).toList());
    List<PlantedSeries> copies = new ArrayList<>();
    if (Arrays.stream(values).distinct().limit(2).count() == 2) {
      Planter planter = new Planter(values, components.window(), result.flags());
      for (int i = 0; i < (values.length < ENOUGH_IN_ONE ? COPIES : 1); i++) {
        PlantedSeries copy = planter.plant(kinds, seed + i);
        if (!copy.planted().isEmpty()) {
          copies.add(copy);
        }
        // Where there is room for some kinds only, the next copy goes on with the others.
        Collections.rotate(kinds, -copy.planted().size());
      }
    }
    DetectionSettings settings =
        result.settings().withWindow(components.window()).withEpochs(components.epochs());
    return new SelfTestPlan(copies, settings, notPlanted);
  }

  private static Map<PlantedKind, String> notPlanted(ComponentScores components) {
    Applicability applicability = components.applicability();
    return applicability.level() == Applicability.Level.APPLIES
        ? Map.of()
        : Map.of(PlantedKind.INVENTED_DIGITS, applicability.summary());
  }
}
