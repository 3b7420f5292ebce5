package io.hybridanomaly.jobs;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Settings, progress and timings as they stand in a row of the table of jobs: a few words each. */
final class JobText {

  private static final String NONE = "-";

  private JobText() {}

  static String of(DetectionSettings settings) {
    return String.join(
        " ",
        settings.window().isPresent() ? Integer.toString(settings.window().getAsInt()) : NONE,
        settings.epochs().isPresent() ? Integer.toString(settings.epochs().getAsInt()) : NONE,
        Double.toString(settings.sensitivity()),
        settings.detector().id(),
        Long.toString(settings.seed()),
        settings.benfordWeight().isPresent()
            ? Double.toString(settings.benfordWeight().getAsDouble())
            : NONE);
  }

  static DetectionSettings settings(String text) {
    String[] words = text.split(" ", -1);
    return new DetectionSettings(
        words[0].equals(NONE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(words[0])),
        words[1].equals(NONE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(words[1])),
        Double.parseDouble(words[2]),
        DetectorKind.ofId(words[3]).orElseThrow(),
        Long.parseLong(words[4]),
        words[5].equals(NONE)
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(words[5])));
  }

  static String of(Progress progress) {
    return switch (progress) {
      case Progress.LoadingEngine ignored -> "loading";
      case Progress.Preparing ignored -> "preparing";
      case Progress.Scoring scoring -> "scoring " + scoring.done();
      case Progress.Training step ->
          "training %d %d %d %d %s %s"
              .formatted(
                  step.network(),
                  step.networks(),
                  step.epoch(),
                  step.epochs(),
                  step.loss(),
                  step.done());
    };
  }

  static Progress progress(String text) {
    String[] words = text.split(" ", -1);
    return switch (words[0]) {
      case "loading" -> new Progress.LoadingEngine();
      case "scoring" -> new Progress.Scoring(Double.parseDouble(words[1]));
      case "training" ->
          new Progress.Training(
              Integer.parseInt(words[1]),
              Integer.parseInt(words[2]),
              Integer.parseInt(words[3]),
              Integer.parseInt(words[4]),
              Double.parseDouble(words[5]),
              Double.parseDouble(words[6]));
      default -> new Progress.Preparing();
    };
  }

  static String of(Map<String, Double> seconds) {
    return seconds.entrySet().stream()
        .map(stage -> stage.getKey() + " " + stage.getValue())
        .collect(Collectors.joining(" "));
  }

  static Map<String, Double> seconds(String text) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    String[] words = text.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      seconds.put(words[i], Double.parseDouble(words[i + 1]));
    }
    return seconds;
  }
}
