package io.hybridanomaly.export;

/**
 * Writes HTML. Whatever comes from outside goes through {@link #text}, which leaves no character
 * that could begin or end markup: a file name or a header cannot become a script.
 */
final class Markup {

  private final StringBuilder out = new StringBuilder();

  /** Adds markup of this application's own; never anything from outside. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds text from outside. */
  Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Adds an element that holds nothing but text. */
  Markup element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  /** Adds a row of a table, its first cell as its head. */
  Markup row(String name, String text) {
    return raw("<tr><th scope=\"row\">").text(name).raw("</th><td>").text(text).raw("</td></tr>\n");
  }

  /**
   * Text with the five characters that mean something in HTML replaced, in elements and in quoted
   * attributes alike; control characters that are not allowed in HTML become a mark.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\n', '\t' -> escaped.append(c);
        default -> escaped.append(Character.isISOControl(c) ? '\uFFFD' : c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
