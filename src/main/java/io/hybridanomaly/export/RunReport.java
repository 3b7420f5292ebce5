package io.hybridanomaly.export;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.series.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report of one or more runs as JSON: settings, seed, versions, data, timings, anomalies. */
public final class RunReport {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** One input. */
  public sealed interface Entry permits Run, Failed {}

  /**
   * An input that was judged.
   *
   * @param file its path or name
   * @param sha256 hash of its bytes in hexadecimal
   * @param imported its series
   * @param result what was found
   * @param seconds time by stage
   */
  public record Run(
      String file,
      String sha256,
      ImportedSeries imported,
      DetectionResult result,
      Map<String, Double> seconds)
      implements Entry {}

  /**
   * An input that could not be judged.
   *
   * @param file its path or name
   * @param error why, in a plain sentence
   */
  public record Failed(String file, String error) implements Entry {}

  private final List<ObjectNode> runs = new ArrayList<>();

  /** Adds an input. Only what the report says of it is kept, not its series and scores. */
  public void add(Entry entry) {
    ObjectNode node = MAPPER.createObjectNode();
    fill(node, entry);
    runs.add(node);
  }

  /**
   * The report as text.
   *
   * @param array whether the runs stand in an array {@code runs}, in the order in which they were
   *     added; otherwise the only run is the document itself
   */
  public String json(boolean array) {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode versions = root.putObject("versions");
    BuildInfo.versions().forEach(versions::put);
    if (array) {
      root.putArray("runs").addAll(runs);
    } else {
      root.setAll(runs.getFirst());
    }
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private static void fill(ObjectNode node, Entry entry) {
    switch (entry) {
      case Failed failed -> node.put("file", failed.file()).put("error", failed.error());
      case Run run -> {
        node.put("file", run.file()).put("sha256", run.sha256());
        settings(node.putObject("settings"), run.result());
        data(node.putObject("data"), run.imported());
        ObjectNode timings = node.putObject("timings_seconds");
        run.seconds().forEach(timings::put);
        result(node, run.imported().series().times(), run.result());
      }
    }
  }

  /** What was chosen, by whom. */
  static void settings(ObjectNode node, DetectionResult result) {
    DetectionSettings chosen = result.settings();
    node.put("fusion", chosen.detector().id())
        .put("sensitivity", chosen.sensitivity())
        .put("seed", chosen.seed())
        .put("window", result.components().window())
        .put("window_chosen_by", chosen.window().isPresent() ? "user" : "auto")
        .put("epochs", result.components().epochs())
        .put("epochs_chosen_by", chosen.epochs().isPresent() ? "user" : "default")
        .put("benford_weight", chosen.benfordWeight().orElse(result.benfordWeight()))
        .put("benford_weight_chosen_by", chosen.benfordWeight().isPresent() ? "user" : "verdict");
  }

  private static void data(ObjectNode node, ImportedSeries imported) {
    ImportSummary summary = imported.summary();
    node.put("value_column", imported.series().name())
        .put(
            "date_columns",
            imported.profile().dateColumns().stream()
                .map(CsvColumn::name)
                .collect(Collectors.joining("+")))
        .put("rows_read", summary.rowsRead())
        .put("rows_dropped", summary.rowsDropped())
        .put("points", imported.series().size())
        .put("first_time", summary.firstTime())
        .put("last_time", summary.lastTime())
        .put("duplicate_times", summary.duplicateTimes())
        .put("minimum", summary.minimum())
        .put("maximum", summary.maximum());
    summary.step().ifPresent(step -> node.put("sampling_step", step.text()));
    ObjectNode dropped = node.putObject("dropped");
    summary.dropped().forEach(rows -> dropped.put(rows.reason().text(), rows.count()));
    ArrayNode notes = node.putArray("notes");
    summary.notes().forEach(notes::add);
  }

  /** Benford's verdict, losses, threshold and anomalies. */
  static void result(ObjectNode node, TimeAxis times, DetectionResult result) {
    ComponentScores components = result.components();
    Applicability applicability = components.applicability();
    node.putObject("benford")
        .put("level", applicability.level().name().toLowerCase(java.util.Locale.ROOT))
        .put("steps_count", applicability.stepsApply())
        .put("verdict", applicability.summary());
    ArrayNode loss = node.putArray("loss_per_epoch");
    for (double value : components.lossPerEpoch()) {
      loss.add(value);
    }
    node.put("threshold", result.threshold());
    ArrayNode anomalies = node.putArray("anomalies");
    for (Anomaly anomaly : result.anomalies()) {
      anomalies
          .addObject()
          .put("start", times.text(anomaly.segment().from()))
          .put("end", times.text(anomaly.segment().last()))
          .put("peak", times.text(anomaly.peak()))
          .put("points", anomaly.length())
          .put("severity", anomaly.severity())
          .put("lstm_share", anomaly.lstmShare())
          .put("benford_share", anomaly.benfordShare())
          .put("value", anomaly.value())
          .put("expected", anomaly.expected());
    }
  }
}
