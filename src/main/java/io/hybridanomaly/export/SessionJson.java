package io.hybridanomaly.export;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.Session.Ending;
import io.hybridanomaly.export.Session.Fact;
import io.hybridanomaly.export.Session.Message;
import io.hybridanomaly.export.Session.Role;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A session without its points as JSON: for other programs, and to be read back. */
public final class SessionJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SessionJson() {}

  /** The document as text, with a final newline. */
  public static String write(Session session) {
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode versions = root.putObject("versions");
    BuildInfo.versions().forEach(versions::put);
    root.put("created", session.created().toString())
        .put("file", session.file())
        .put("sha256", session.sha256())
        .put("value_column", session.series().name())
        .put("points", session.series().size());
    RunReport.settings(root.putObject("settings"), session.result());
    ArrayNode facts = root.putArray("data_check");
    for (Fact fact : session.dataCheck()) {
      facts.addObject().put("name", fact.name()).put("text", fact.text());
    }
    TimeAxis times = session.series().times();
    RunReport.result(root, times, session.result());
    List<String> explanations = AnomalyTexts.of(session.series().times(), session.result());
    for (int i = 0; i < explanations.size(); i++) {
      ((ObjectNode) root.withArray("anomalies").get(i)).put("explanation", explanations.get(i));
    }
    ArrayNode annotations = root.putArray("annotations");
    for (Annotation annotation : session.annotations().all()) {
      annotations
          .addObject()
          .put("start", times.text(annotation.segment().from()))
          .put("end", times.text(annotation.segment().last()))
          .put("from_point", annotation.segment().from())
          .put("to_point", annotation.segment().to())
          .put("verdict", annotation.label().id())
          .put("note", annotation.note());
    }
    ArrayNode conversation = root.putArray("conversation");
    for (Message message : session.conversation()) {
      conversation
          .addObject()
          .put("role", message.role().name())
          .put("text", message.text())
          .put("ending", message.ending().name())
          .put("reason", message.reason());
    }
    return MAPPER.writeValueAsString(root) + "\n";
  }

  /** What can be read back from the document; the rest follows from it and the points. */
  record Restored(
      String file,
      String sha256,
      String valueColumn,
      Instant created,
      DetectionSettings settings,
      int window,
      int epochs,
      double[] losses,
      List<Fact> dataCheck,
      Annotations annotations,
      List<Message> conversation) {}

  /**
   * Reads a document that anybody may have written.
   *
   * @param points number of points that annotations may lie in
   * @throws ReportException if something is missing or out of range
   */
  static Restored read(String json, int points) throws ReportException {
    try {
      JsonNode root = MAPPER.readTree(json);
      JsonNode chosen = root.required("settings");
      int window = chosen.required("window").asInt();
      int epochs = chosen.required("epochs").asInt();
      List<Fact> facts = new ArrayList<>();
      for (JsonNode fact : root.required("data_check")) {
        facts.add(new Fact(text(fact, "name"), text(fact, "text")));
      }
      List<Message> conversation = new ArrayList<>();
      for (JsonNode message : root.required("conversation")) {
        conversation.add(message(message));
      }
      return new Restored(
          text(root, "file"),
          text(root, "sha256"),
          text(root, "value_column"),
          Instant.parse(text(root, "created")),
          settings(chosen, window, epochs),
          window,
          epochs,
          losses(root.required("loss_per_epoch")),
          facts,
          annotations(annotationsOf(root), points),
          conversation);
    } catch (RuntimeException e) {
      // Whatever a foreign document makes go wrong here means the same to its reader.
      throw ReportException.damaged("its facts cannot be read");
    }
  }

  /** Reports of earlier versions do not say how an answer ended. */
  private static Message message(JsonNode node) {
    return new Message(
        Role.valueOf(text(node, "role")),
        text(node, "text"),
        Ending.valueOf(node.path("ending").asString(Ending.COMPLETE.name())),
        node.path("reason").asString(""));
  }

  private static DetectionSettings settings(JsonNode chosen, int window, int epochs) {
    return new DetectionSettings(
        text(chosen, "window_chosen_by").equals("user")
            ? OptionalInt.of(window)
            : OptionalInt.empty(),
        text(chosen, "epochs_chosen_by").equals("user")
            ? OptionalInt.of(epochs)
            : OptionalInt.empty(),
        chosen.required("sensitivity").asDouble(),
        DetectorKind.ofId(text(chosen, "fusion")).orElseThrow(),
        chosen.required("seed").asLong(),
        chosen.path("benford_weight_chosen_by").asString("").equals("user")
            ? OptionalDouble.of(chosen.required("benford_weight").asDouble())
            : OptionalDouble.empty());
  }

  private static double[] losses(JsonNode node) {
    double[] losses = new double[Math.min(node.size(), DetectionSettings.MAX_EPOCHS)];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = node.get(i).asDouble();
    }
    return losses;
  }

  /** Reports of version 1.0 call them marks. */
  private static JsonNode annotationsOf(JsonNode root) {
    return root.has("annotations") ? root.get("annotations") : root.required("marks");
  }

  private static Annotations annotations(JsonNode nodes, int points) {
    List<Annotation> annotations = new ArrayList<>();
    for (JsonNode node : nodes) {
      int end = node.required("to_point").asInt();
      if (end > points) {
        throw new IllegalArgumentException("an annotation beyond the last point");
      }
      annotations.add(
          new Annotation(
              new Segment(node.required("from_point").asInt(), end),
              AnnotationLabel.ofId(text(node, "verdict")).orElseThrow(),
              text(node, "note")));
    }
    return new Annotations(annotations);
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).asString();
  }
}
