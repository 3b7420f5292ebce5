package io.hybridanomaly.export;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * An answer of the chat as HTML without foreign attributes: HTML in it is shown as it was written,
 * images and links by their words and addresses.
 */
final class AnswerMarkup {

  private static final AnswerParser PARSER = new AnswerParser(IncludeSourceSpans.NONE);

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .softbreak(" ")
          // The language of a code block is a foreign text.
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) ->
                      attributes.keySet().removeIf(name -> !Set.of("start").contains(name)))
          .build();

  /** The answer itself stands below a heading of the third level. */
  private static final int LEVEL = 4;

  private AnswerMarkup() {}

  /**
   * Writes an answer.
   *
   * @param text Markdown from an untrusted source
   */
  static void write(String text, Markup out) {
    Node answer = PARSER.parse(text);
    answer.accept(new Plain());
    out.raw(RENDERER.render(answer));
  }

  /** Puts words in the place of links and images, and headings on one level. */
  private static final class Plain extends AbstractVisitor {

    @Override
    public void visit(Heading node) {
      node.setLevel(LEVEL);
      visitChildren(node);
    }

    @Override
    public void visit(Image node) {
      visitChildren(node);
      node.prependChild(new Text("[picture: "));
      node.appendChild(new Text("]"));
      unwrap(node);
    }

    @Override
    public void visit(Link node) {
      visitChildren(node);
      if (!AnswerParser.saysItsAddress(node)) {
        node.appendChild(new Text(" (" + node.getDestination() + ")"));
      }
      unwrap(node);
    }

    private static void unwrap(Node node) {
      while (node.getFirstChild() != null) {
        node.insertBefore(node.getFirstChild());
      }
      node.unlink();
    }
  }
}
