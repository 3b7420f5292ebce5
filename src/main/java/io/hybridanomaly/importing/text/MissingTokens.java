package io.hybridanomaly.importing.text;

import java.util.Locale;
import java.util.Set;

/** The ways in which programs write "no value". */
public final class MissingTokens {

  private static final Set<String> TOKENS =
      Set.of(
          "",
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          ".",
          "..",
          "...",
          "?",
          "*",
          "**",
          "***",
          "****",
          "*****",
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "#na",
          "nan",
          "-nan",
          "nan(ind)",
          "-nan(ind)",
          "1.#qnan",
          "1.#ind",
          "-1.#ind",
          "<na>",
          "nat",
          "null",
          "(null)",
          "nil",
          "none",
          "\\n",
          "missing",
          "k.a.",
          "n.v.",
          "nd",
          "n.d.",
          "#value!",
          "#div/0!",
          "#ref!",
          "#num!",
          "#name?",
          "#null!");

  private static final int LONGEST = 9;

  private MissingTokens() {}

  /** Whether a cell, blanks at its ends aside, says that there is no value. */
  public static boolean isMissing(String cell) {
    return contains(Blanks.strip(cell));
  }

  private static boolean contains(String text) {
    return text.length() <= LONGEST && TOKENS.contains(text.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether a part of a text says that there is no value.
   *
   * @param from where the text starts, without blanks at its ends
   * @param to where it ends
   */
  public static boolean contains(char[] text, int from, int to) {
    return to - from <= LONGEST && contains(new String(text, from, to - from));
  }
}
