package io.hybridanomaly.export;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** A session without its points as JSON: for other programs, and to be read back. */
public final class SessionJson {

  private SessionJson() {}

  /** The document as text, with a final newline. */
  public static String write(Session session) {
    return Json.text(RunDocument.of(session));
  }

  /**
   * Reads a document that anybody may have written.
   *
   * @throws ReportException if something is missing or of the wrong kind
   */
  static RunDocument read(String json) throws ReportException {
    try {
      ObjectNode root = (ObjectNode) Json.MAPPER.readTree(json);
      FirstVersion.upgrade(root);
      RunDocument document = Json.MAPPER.treeToValue(root, RunDocument.class);
      if (!Arrays.stream(document.lossPerEpoch()).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("a loss is not finite");
      }
      return document;
    } catch (RuntimeException e) {
      // Whatever a foreign document makes go wrong here means the same to its reader.
      throw unreadable();
    }
  }

  static ReportException unreadable() {
    return ReportException.damaged("its facts cannot be read");
  }
}
