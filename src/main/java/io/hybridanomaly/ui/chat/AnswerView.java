package io.hybridanomaly.ui.chat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.hybridanomaly.chat.GroundingCheck;
import io.hybridanomaly.export.AnswerParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;

/** An answer as it grows: only blocks that have changed are sent to the browser. */
final class AnswerView extends Div {

  private static final AnswerParser PARSER =
      new AnswerParser(IncludeSourceSpans.BLOCKS_AND_INLINES);

  /** What the blocks in the page were made of. */
  private final List<Made> made = new ArrayList<>();

  private record Made(String source, String part, TextMarks marks) {}

  AnswerView() {
    addClassName("answer");
  }

  /**
   * Shows an answer in place of the one before.
   *
   * @param text Markdown from an untrusted source
   */
  void show(String text, TextMarks marks) {
    String part = "";
    int index = 0;
    int end = 0;
    for (Node block = PARSER.parse(text).getFirstChild(); block != null; block = block.getNext()) {
      int start = end;
      boolean last = block.getNext() == null;
      end = last ? text.length() : endOf(block, start);
      String source = text.substring(start, end);
      if (block instanceof Heading) {
        part = partNamed(source);
      }
      put(index++, block, new Made(source, part, marks.within(start, end)));
    }
    while (made.size() > index) {
      made.removeLast();
      getElement().removeChild(made.size());
    }
  }

  private void put(int index, Node block, Made wanted) {
    if (index < made.size() && made.get(index).equals(wanted)) {
      return;
    }
    Element element = MarkdownElements.of(block, wanted.marks());
    element.getClassList().add("block");
    if (!wanted.part().isEmpty()) {
      element.getClassList().add(wanted.part());
    }
    if (index < made.size()) {
      made.set(index, wanted);
      getElement().setChild(index, element);
    } else {
      made.add(wanted);
      getElement().appendChild(element);
    }
  }

  private static int endOf(Node block, int otherwise) {
    List<SourceSpan> spans = block.getSourceSpans();
    return spans.isEmpty()
        ? otherwise
        : spans.getLast().getInputIndex() + spans.getLast().getLength();
  }

  private static String partNamed(String heading) {
    String title = heading.replaceAll("[#*\\s]+", " ").strip().toLowerCase(Locale.ROOT);
    if (title.startsWith(GroundingCheck.FROM_DATA.toLowerCase(Locale.ROOT))) {
      return "from-data";
    }
    return title.startsWith(GroundingCheck.FROM_WEB.toLowerCase(Locale.ROOT)) ? "from-web" : "rest";
  }
}
