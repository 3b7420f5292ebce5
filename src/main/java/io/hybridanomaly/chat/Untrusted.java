package io.hybridanomaly.chat;

import java.util.regex.Pattern;

/**
 * Text from a file or a visitor on its way into a prompt or an answer. It is data: one line,
 * without characters that cannot be seen or that change the direction of writing, and of limited
 * length.
 */
public final class Untrusted {

  /** Longest header or file name that is passed on, in characters. */
  public static final int LABEL_LENGTH = 120;

  /** Longest description of the data that is passed on, in characters. */
  public static final int CONTEXT_LENGTH = 600;

  /**
   * What can be a mark within a line. An underscore between letters or digits is none, and an
   * ampersand only where it begins an entity.
   */
  private static final Pattern MARK =
      Pattern.compile("[\\\\`*\\[\\]<>~|]|(?<![\\p{L}\\d])_|_(?![\\p{L}\\d])|&(?=[#\\p{L}])");

  private Untrusted() {}

  /** A header, a file name or another short label. */
  public static String label(String text) {
    return clean(text, LABEL_LENGTH);
  }

  /** A label as it stands in an answer, which is Markdown: no character of it is a mark there. */
  static String markdown(String text) {
    return markdown(text, LABEL_LENGTH);
  }

  /**
   * The same, cut to a length of one's own.
   *
   * @param limit in characters, as they are read
   */
  static String markdown(String text, int limit) {
    return MARK.matcher(clean(text, limit)).replaceAll("\\\\$0");
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
