package io.hybridanomaly.export;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.TimeSeries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one person has done with one series: what a report shows and gives back.
 *
 * @param file where the series came from
 * @param sha256 hash of the file's bytes in hexadecimal; empty if not known
 * @param series what was judged
 * @param labels the truth, 0 or 1 for each point; null if the file has none
 * @param dataCheck what was found in the data, for reading
 * @param result what was found
 * @param annotations what the person said about anomalies
 * @param conversation what was said in the chat
 * @param created when the report was made
 */
public record Session(
    String file,
    String sha256,
    TimeSeries series,
    byte @Nullable [] labels,
    List<Fact> dataCheck,
    DetectionResult result,
    Annotations annotations,
    List<Message> conversation,
    Instant created) {

  // Written out, because NullAway does not see the annotation through a compact constructor.
  public Session(
      String file,
      String sha256,
      TimeSeries series,
      byte @Nullable [] labels,
      List<Fact> dataCheck,
      DetectionResult result,
      Annotations annotations,
      List<Message> conversation,
      Instant created) {
    if (series.size() != result.score().length
        || (labels != null && labels.length != series.size())) {
      throw new IllegalArgumentException("parts of different series");
    }
    this.file = file;
    this.sha256 = sha256;
    this.series = series;
    this.labels = labels;
    this.dataCheck = List.copyOf(dataCheck);
    this.result = result;
    this.annotations = annotations;
    this.conversation = List.copyOf(conversation);
    this.created = created;
  }

  /**
   * Something about the data.
   *
   * @param name what it is
   * @param text how it is
   */
  public record Fact(String name, String text) {}

  /**
   * A turn of the chat.
   *
   * @param role who spoke
   * @param text what was said; shown as it is, never as markup
   * @param ending what became of it
   * @param reason why it failed, in one sentence; empty if it did not
   */
  public record Message(Role role, String text, Ending ending, String reason) {

    /** One that was said to its end. */
    public Message(Role role, String text) {
      this(role, text, Ending.COMPLETE, "");
    }
  }

  /** What became of an answer. */
  public enum Ending {
    COMPLETE,
    STOPPED,
    FAILED
  }

  /** Who speaks in the chat. */
  public enum Role {
    VISITOR,
    ASSISTANT
  }
}
