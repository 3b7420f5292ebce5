package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.Reason;
import java.util.List;

/**
 * Something about a file that was guessed, or chosen by the user.
 *
 * @param subject what it is about
 * @param found what was taken, in plain words
 * @param reason why, and how sure that is
 * @param others columns that could have been taken as well; empty if there is none, or no doubt
 * @param answers what it could mean and what would follow; empty if nothing is asked
 */
public record Guess(
    Subject subject, String found, Reason reason, List<String> others, List<Answer> answers) {

  /** What a guess is about. */
  public enum Subject {
    /** How bytes become characters. */
    ENCODING("Encoding"),
    /** The character between two fields. */
    DELIMITER("Delimiter"),
    /** Whether a row names the columns. */
    HEADER("Header"),
    /** The columns that hold the time, and how it is written. */
    DATE("Date"),
    /** The order of day and month. */
    DATE_ORDER("Order of day and month"),
    /** The column that is analysed. */
    VALUE("Value"),
    /** The decimal separator. */
    DECIMAL("Decimal separator"),
    /** What stands behind each number. */
    UNIT("Unit");

    private final String text;

    Subject(String text) {
      this.text = text;
    }

    /** The subject in plain words. */
    public String text() {
      return text;
    }
  }

  /**
   * A possible meaning.
   *
   * @param options with which the file would be read so
   * @param text the meaning in plain words
   * @param preview what a reader of the file would see
   */
  public record Answer(ImportOptions options, String text, String preview) {}

  public Guess {
    others = List.copyOf(others);
    answers = List.copyOf(answers);
  }
}
