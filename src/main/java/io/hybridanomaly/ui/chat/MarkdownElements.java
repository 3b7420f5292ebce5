package io.hybridanomaly.ui.chat;

import com.vaadin.flow.dom.Element;
import io.hybridanomaly.chat.Citation;
import io.hybridanomaly.chat.Citation.Source;
import io.hybridanomaly.chat.GroundingCheck.Mismatch;
import io.hybridanomaly.export.AnswerParser;
import java.util.ArrayDeque;
import java.util.Deque;
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
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * One block of an answer as elements of the page. Only the elements named here can come out, all
 * else is text: HTML is shown as it was written, images and links by their words. The only links
 * are the citations.
 */
final class MarkdownElements extends AbstractVisitor {

  private static final String NOT_IN_DATA = "This figure is not in the data, nor follows from it.";

  private final Deque<Element> open = new ArrayDeque<>();
  private final Deque<Citation> citations;
  private final TextMarks marks;

  private MarkdownElements(Element root, TextMarks marks) {
    open.push(root);
    this.marks = marks;
    this.citations = new ArrayDeque<>(marks.citations());
  }

  /**
   * Makes the elements of a block.
   *
   * @param marks those within the block
   */
  static Element of(Node block, TextMarks marks) {
    Element root = new Element("div");
    MarkdownElements visitor = new MarkdownElements(root, marks);
    block.accept(visitor);
    visitor.citeRest(root);
    return root;
  }

  private void inside(String tag, Node node) {
    Element element = new Element(tag);
    top().appendChild(element);
    open.push(element);
    visitChildren(node);
    open.pop();
  }

  private Element top() {
    return open.getFirst();
  }

  private void say(Element place, String text) {
    if (!text.isEmpty()) {
      place.appendChild(Element.createText(text));
    }
  }

  @Override
  public void visit(Paragraph node) {
    // Tight lists have no paragraphs of their own in HTML; here it does no harm.
    inside("p", node);
  }

  @Override
  public void visit(Heading node) {
    inside(node.getLevel() <= 2 ? "h3" : "h4", node);
  }

  @Override
  public void visit(BulletList node) {
    inside("ul", node);
  }

  @Override
  public void visit(OrderedList node) {
    inside("ol", node);
    Integer start = node.getMarkerStartNumber();
    if (start != null && start != 1) {
      top().getChild(top().getChildCount() - 1).setAttribute("start", start.toString());
    }
  }

  @Override
  public void visit(ListItem node) {
    inside("li", node);
  }

  @Override
  public void visit(BlockQuote node) {
    inside("blockquote", node);
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
    literal("code", node.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock node) {
    literal("pre", node.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    literal("pre", node.getLiteral());
  }

  @Override
  public void visit(HtmlBlock node) {
    literal("pre", node.getLiteral());
  }

  @Override
  public void visit(HtmlInline node) {
    say(top(), node.getLiteral());
  }

  @Override
  public void visit(Image node) {
    say(top(), "[picture: ");
    visitChildren(node);
    say(top(), "]");
  }

  @Override
  public void visit(Link node) {
    visitChildren(node);
    if (!AnswerParser.saysItsAddress(node)) {
      say(top(), " (" + node.getDestination() + ")");
    }
  }

  @Override
  public void visit(ThematicBreak node) {
    top().appendChild(new Element("hr"));
  }

  @Override
  public void visit(SoftLineBreak node) {
    say(top(), " ");
  }

  @Override
  public void visit(HardLineBreak node) {
    top().appendChild(new Element("br"));
  }

  @Override
  public void visit(Text node) {
    String text = node.getLiteral();
    int start =
        node.getSourceSpans().stream().findFirst().map(SourceSpan::getInputIndex).orElse(-1);
    if (start < 0) {
      say(top(), text);
      return;
    }
    int done = 0;
    while (done < text.length()) {
      int from = start + done;
      Mismatch figure = nextFigure(from, start + text.length());
      int cited = citations.isEmpty() ? Integer.MAX_VALUE : citations.getFirst().end();
      if (cited <= from) {
        cite(top(), citations.removeFirst());
        continue;
      }
      int figureStart = figure == null ? Integer.MAX_VALUE : figure.start();
      if (figure != null && figureStart == from) {
        mark(text.substring(done, figure.end() - start));
        done = figure.end() - start;
        continue;
      }
      int end = Math.min(start + text.length(), Math.min(figureStart, cited));
      say(top(), text.substring(done, end - start));
      done = end - start;
    }
    while (!citations.isEmpty() && citations.getFirst().end() <= start + text.length()) {
      cite(top(), citations.removeFirst());
    }
  }

  private void literal(String tag, String text) {
    top().appendChild(new Element(tag).setText(text));
  }

  private @org.jspecify.annotations.Nullable Mismatch nextFigure(int from, int to) {
    for (Mismatch mismatch : marks.mismatches()) {
      if (mismatch.start() >= from && mismatch.end() <= to) {
        return mismatch;
      }
    }
    return null;
  }

  private void mark(String figure) {
    Element mark = new Element("mark").setText(figure);
    mark.getClassList().add("mismatch");
    mark.setAttribute("title", NOT_IN_DATA);
    mark.setAttribute("tabindex", "0");
    Element explanation = new Element("span").setText(" (not in the data)");
    explanation.getClassList().add("only-read-aloud");
    mark.appendChild(explanation);
    top().appendChild(mark);
  }

  private void cite(Element place, Citation citation) {
    for (Source source : citation.sources()) {
      Element link = SourceLink.of(source, "[" + (marks.sources().indexOf(source) + 1) + "]");
      link.getClassList().add("citation");
      place.appendChild(link);
    }
  }

  private void citeRest(Element root) {
    Element place = root.getChildCount() == 0 ? root : root.getChild(root.getChildCount() - 1);
    while (!citations.isEmpty()) {
      cite(place, citations.removeFirst());
    }
  }
}
