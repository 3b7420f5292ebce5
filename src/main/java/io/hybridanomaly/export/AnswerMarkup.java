package io.hybridanomaly.export;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * An answer of the chat as HTML. Only the elements named here can come out, without attributes; all
 * else is text: HTML is shown as it was written, images and links by their words and addresses.
 */
final class AnswerMarkup extends AbstractVisitor {

  private static final Parser PARSER = Parser.builder().build();

  /** Nobody writes deeper; a foreign report that does shall not exhaust the stack. */
  private static final int DEEPEST = 50;

  private final Markup out;
  private int depth;

  private AnswerMarkup(Markup out) {
    this.out = out;
  }

  /**
   * Writes an answer.
   *
   * @param text Markdown from an untrusted source
   */
  static void write(String text, Markup out) {
    Node answer;
    try {
      answer = PARSER.parse(text);
    } catch (StackOverflowError e) {
      // The library descends into marks within marks, however many a foreign report has.
      out.element("pre", text);
      return;
    }
    answer.accept(new AnswerMarkup(out));
  }

  @Override
  protected void visitChildren(Node parent) {
    if (depth == DEEPEST) {
      out.text("\u2026");
      return;
    }
    depth++;
    super.visitChildren(parent);
    depth--;
  }

  private void inside(String tag, Node node) {
    out.raw("<" + tag + ">");
    visitChildren(node);
    out.raw("</" + tag + ">");
  }

  private void block(String tag, Node node) {
    inside(tag, node);
    out.raw("\n");
  }

  @Override
  public void visit(Paragraph node) {
    block("p", node);
  }

  @Override
  public void visit(Heading node) {
    // The answer itself stands below a heading of the third level.
    block("h4", node);
  }

  @Override
  public void visit(BulletList node) {
    block("ul", node);
  }

  @Override
  public void visit(OrderedList node) {
    Integer start = node.getMarkerStartNumber();
    out.raw(start == null || start == 1 ? "<ol>" : "<ol start=\"" + start + "\">");
    visitChildren(node);
    out.raw("</ol>\n");
  }

  @Override
  public void visit(ListItem node) {
    block("li", node);
  }

  @Override
  public void visit(BlockQuote node) {
    block("blockquote", node);
  }

  @Override
  public void visit(Emphasis node) {
    inside("em", node);
  }

  @Override
  public void visit(StrongEmphasis node) {
    inside("strong", node);
  }

  @Override
  public void visit(Code node) {
    out.raw("<code>").text(node.getLiteral()).raw("</code>");
  }

  @Override
  public void visit(FencedCodeBlock node) {
    out.element("pre", node.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    out.element("pre", node.getLiteral());
  }

  @Override
  public void visit(HtmlBlock node) {
    out.element("pre", node.getLiteral());
  }

  @Override
  public void visit(HtmlInline node) {
    out.text(node.getLiteral());
  }

  @Override
  public void visit(Image node) {
    out.text("[picture: ");
    visitChildren(node);
    out.text("]");
  }

  @Override
  public void visit(Link node) {
    visitChildren(node);
    boolean bare =
        node.getFirstChild() instanceof Text text
            && text.getLiteral().equals(node.getDestination());
    if (!bare) {
      out.text(" (" + node.getDestination() + ")");
    }
  }

  @Override
  public void visit(ThematicBreak node) {
    out.raw("<hr>\n");
  }

  @Override
  public void visit(SoftLineBreak node) {
    out.text(" ");
  }

  @Override
  public void visit(HardLineBreak node) {
    out.raw("<br>\n");
  }

  @Override
  public void visit(Text node) {
    out.text(node.getLiteral());
  }
}
