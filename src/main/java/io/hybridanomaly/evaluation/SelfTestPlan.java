package io.hybridanomaly.evaluation;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.injection.InjectedKind;
import io.hybridanomaly.injection.InjectedSeries;
import io.hybridanomaly.injection.Injector;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Spacing;
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
 * @param spacing of the points of each copy
 * @param settings those of the result, with its window and epochs, so that copies are judged alike
 * @param notInjected kinds that mean nothing on this series, with the verdict that says so
 */
public record SelfTestPlan(
    List<InjectedSeries> copies,
    Spacing spacing,
    DetectionSettings settings,
    Map<InjectedKind, Applicability> notInjected) {

  /** A short series has room for few anomalies, so it is copied more than once. */
  private static final int COPIES = 3;

  /** From this length on one copy holds enough of each kind. */
  private static final int ENOUGH_IN_ONE = 20_000;

  public SelfTestPlan {
    copies = List.copyOf(copies);
    notInjected = Map.copyOf(notInjected);
  }

  /**
   * Plans the test of one result. Takes about as long as copying the series.
   *
   * @param result what was found in the series as it is: nothing is injected there
   * @param seed start of every random choice
   * @return a plan; without copies if all values are equal or nothing fits in
   */
  public static SelfTestPlan of(DetectionResult result, long seed) {
    ComponentScores components = result.components();
    double[] values = components.values();
    Map<InjectedKind, Applicability> notInjected = notInjected(components);
    List<InjectedKind> kinds =
        new ArrayList<>(
            Arrays.stream(InjectedKind.values()).filter(k -> !notInjected.containsKey(k)).toList());
    List<InjectedSeries> copies = new ArrayList<>();
    if (Arrays.stream(values).distinct().limit(2).count() == 2) {
      Injector injector = new Injector(values, components.window(), result.flags());
      for (int i = 0; i < (values.length < ENOUGH_IN_ONE ? COPIES : 1); i++) {
        InjectedSeries copy = injector.inject(kinds, seed + i);
        if (!copy.injected().isEmpty()) {
          copies.add(copy);
        }
        // Where there is room for some kinds only, the next copy goes on with the others.
        Collections.rotate(kinds, -copy.injected().size());
      }
    }
    DetectionSettings settings =
        result.settings().withWindow(components.window()).withEpochs(components.epochs());
    return new SelfTestPlan(copies, components.samples().spacing(), settings, notInjected);
  }

  /** A copy as the detector takes it. */
  public Samples samples(int copy) {
    return new Samples(copies.get(copy).values(), spacing);
  }

  private static Map<InjectedKind, Applicability> notInjected(ComponentScores components) {
    Applicability applicability = components.applicability();
    return applicability.level() == Applicability.Level.APPLIES
        ? Map.of()
        : Map.of(InjectedKind.INVENTED_DIGITS, applicability);
  }
}
