package io.hybridanomaly.chat;

/**
 * Text from a file or a visitor on its way into a prompt. It is data: one line, without characters
 * that cannot be seen or that change the direction of writing, and of limited length.
 */
public final class Untrusted {

  /** Longest header or file name that is passed on, in characters. */
  public static final int LABEL_LENGTH = 120;

  /** Longest description of the data that is passed on, in characters. */
  public static final int CONTEXT_LENGTH = 600;

  private Untrusted() {}

  /** A header, a file name or another short label. */
  public static String label(String text) {
    return clean(text, LABEL_LENGTH);
  }

  /** What the visitor says the data is. */
  public static String context(String text) {
    return clean(text, CONTEXT_LENGTH);
  }

  /**
   * Replaces every run of white space, control, format and private characters by one blank and cuts
   * what is too long.
   */
  static String clean(String text, int limit) {
    StringBuilder clean = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (!isVisible(character)) {
        gap = true;
        continue;
      }
      if (clean.length() + Character.charCount(character) + (gap ? 1 : 0) > limit) {
        return clean.append('…').toString();
      }
      if (gap && !clean.isEmpty()) {
        clean.append(' ');
      }
      gap = false;
      clean.appendCodePoint(character);
    }
    return clean.toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
