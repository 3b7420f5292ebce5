package io.hybridanomaly.export;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.series.NumberText;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a run for reading, by name, in the order in which they should stand. */
public final class SettingsTable {

  private SettingsTable() {}

  /** Every setting, with who chose it where the application may have. */
  public static Map<String, String> rows(DetectionResult result) {
    DetectionSettings settings = result.settings();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Fusion", settings.detector().id());
    rows.put(
        "Weight of Benford's score",
        NumberText.of(result.benfordWeight())
            + (settings.benfordWeight().isPresent() ? "" : ", " + verdict(result)));
    rows.put("Sensitivity", NumberText.of(settings.sensitivity()));
    FalseAlarms.expectedRate(settings)
        .ifPresent(
            rate ->
                rows.put(
                    "False alarms expected",
                    "%s per 10,000 normal points".formatted(NumberText.of(rate))));
    rows.put(
        "Window",
        "%,d points%s"
            .formatted(
                result.components().window(),
                settings.window().isPresent() ? "" : ", chosen from the series"));
    rows.put(
        "Epochs",
        "%,d%s"
            .formatted(
                result.components().epochs(),
                settings.epochs().isPresent() ? "" : ", the default"));
    rows.put("Seed", Long.toString(settings.seed()));
    rows.put("Threshold", NumberText.score(result.threshold()));
    return rows;
  }

  /** Why the digits count or not, where nobody chose a weight. */
  private static String verdict(DetectionResult result) {
    if (result.benfordWeight() > 0) {
      return "as the law applies";
    }
    return switch (result.components().applicability().level()) {
      case APPLIES -> "as this fusion has it";
      case WEAK -> "as the law hardly applies";
      case DOES_NOT_APPLY -> "as the law does not apply";
    };
  }
}
