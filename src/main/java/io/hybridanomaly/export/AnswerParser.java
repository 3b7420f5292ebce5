package io.hybridanomaly.export;

import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the Markdown of an answer, whose source is untrusted. Whoever shows it descends from marks
 * to the marks within them, and so does the library behind this class when it joins texts; answers
 * that nest absurdly deep would end that with an overflow of the stack. They become one block of
 * code instead, which shows them as they were written.
 */
public final class AnswerParser {

  /** Deepest nesting that is taken for formatting; lists within lists make two levels each. */
  static final int DEEPEST = 100;

  /** What opens or closes a mark within a paragraph, and how often it may, about. */
  private static final String MARKS = "*_[";

  private static final int MOST_MARKS = 2_000;

  private final Parser parser;

  /**
   * A parser, for any number of answers.
   *
   * @param spans whether nodes know their places in the text
   */
  public AnswerParser(IncludeSourceSpans spans) {
    parser = Parser.builder().includeSourceSpans(spans).build();
  }

  /**
   * Reads an answer.
   *
   * @param text Markdown, also the beginning of some
   * @return its document, at most {@value #DEEPEST} levels deep
   */
  public Node parse(String text) {
    if (!hasTooManyMarks(text)) {
      Node answer = parser.parse(text);
      if (!isTooDeep(answer)) {
        return answer;
      }
    }
    FencedCodeBlock written = new FencedCodeBlock();
    written.setLiteral(text);
    Document document = new Document();
    document.appendChild(written);
    return document;
  }

  /** Whether the words of a link are its address, which then need not be told beside them. */
  public static boolean saysItsAddress(Link link) {
    return link.getFirstChild() instanceof Text words
        && words.getLiteral().equals(link.getDestination());
  }

  /** Marks nest within a paragraph only, which a blank line ends. */
  private static boolean hasTooManyMarks(String text) {
    int marks = 0;
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\n') {
        marks = blank ? 0 : marks;
        blank = true;
      } else {
        blank &= Character.isWhitespace(character);
        marks += MARKS.indexOf(character) >= 0 ? 1 : 0;
      }
      if (marks > MOST_MARKS) {
        return true;
      }
    }
    return false;
  }

  /** Goes through the nodes without descending by itself. */
  private static boolean isTooDeep(Node root) {
    Node node = root;
    int depth = 0;
    while (depth <= DEEPEST) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != root && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      if (node == root) {
        return false;
      }
      node = node.getNext();
    }
    return true;
  }
}
