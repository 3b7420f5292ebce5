package io.hybridanomaly.importing.profile;

/**
 * Why something was taken.
 *
 * @param text in a few plain words
 * @param certainty how sure it is
 */
public record Reason(String text, Certainty certainty) {

  /** The user said so. */
  public static final Reason CHOSEN = new Reason("chosen", Certainty.CERTAIN);

  /** How sure a guess is. */
  public enum Certainty {
    /** Chosen, or the file allows nothing else. */
    CERTAIN("certain"),
    /** Other meanings are possible, but unusual. */
    LIKELY("likely"),
    /** Others are as good: the user should look. */
    UNSURE("unsure");

    private final String text;

    Certainty(String text) {
      this.text = text;
    }

    /** In one word. */
    public String text() {
      return text;
    }
  }

  /** A reason that leaves no doubt. */
  public static Reason certain(String text) {
    return new Reason(text, Certainty.CERTAIN);
  }

  /** A reason that is usually right. */
  public static Reason likely(String text) {
    return new Reason(text, Certainty.LIKELY);
  }

  /** A reason that may well be wrong. */
  public static Reason unsure(String text) {
    return new Reason(text, Certainty.UNSURE);
  }
}
