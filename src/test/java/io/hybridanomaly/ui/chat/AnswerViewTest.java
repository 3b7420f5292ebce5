package io.hybridanomaly.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import io.hybridanomaly.chat.Citation;
import io.hybridanomaly.chat.Citation.Source;
import io.hybridanomaly.chat.GroundingCheck.Mismatch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerViewTest {

  private static final TextMarks NONE = TextMarks.of(List.of(), List.of());

  private static String html(String text, TextMarks marks) {
    AnswerView view = new AnswerView();
    view.show(text, marks);
    return view.getElement().getOuterHTML().replaceAll("\\s*\\n\\s*", "");
  }

  @Test
  void markdownBecomesElements() {
    assertThat(html("## Why\nA **bold** word and *another*:\n\n- one\n- two", NONE))
        .contains("<h3>", "Why", "<strong>", "bold", "<em>", "<ul>", "<li>", "two");
  }

  @Test
  void nothingOfAnAnswerRunsOrLoads() {
    String hostile =
        """
        ![x](https://evil.example/a.png?q=1) <img src=https://evil.example/b.png onerror=alert(1)>

        <script>alert(1)</script>

        <iframe src="https://evil.example"></iframe>

        [click](javascript:alert(1)) <https://evil.example/auto> [ref][r]

        [r]: https://evil.example/ref
        """;
    AnswerView view = new AnswerView();
    view.show(hostile, NONE);
    Set<String> tags = new TreeSet<>();
    collect(view.getElement(), tags);
    assertThat(tags).containsExactly("div", "p", "pre");
    assertThat(view.getElement().getTextRecursively())
        .contains("<script>alert(1)</script>", "<img src=", "[picture: x]");
  }

  private static void collect(Element element, Set<String> tags) {
    if (!element.isTextNode()) {
      tags.add(element.getTag());
      assertThat(element.getAttributeNames()).isSubsetOf("class");
      element.getChildren().forEach(child -> collect(child, tags));
    }
  }

  /** On a stack that is a quarter of the usual one. */
  @ParameterizedTest
  @MethodSource
  void whatIsNestedAbsurdlyDeepIsShownAsItWasWritten(String text) throws Exception {
    FutureTask<String> shown = new FutureTask<>(() -> html(text, NONE));
    new Thread(null, shown, "small stack", 256 * 1024).start();
    assertThat(shown.get()).contains("<pre").contains(" deep");
  }

  static Stream<String> whatIsNestedAbsurdlyDeepIsShownAsItWasWritten() {
    StringBuilder indented = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      indented.append("  ".repeat(i)).append("- deep\n");
    }
    return Stream.of(
        ">".repeat(20_000) + " deep",
        "- ".repeat(20_000) + " deep",
        indented + " deep",
        "*".repeat(20_000) + " deep" + "*".repeat(20_000),
        "*a **b ".repeat(9_000) + " deep" + "c** d*".repeat(9_000),
        "![".repeat(9_000) + " deep" + "](x)".repeat(9_000),
        "*a ".repeat(600) + " deep" + " a*".repeat(600));
  }

  @Test
  void manyMarksSideBySideAreNotDeep() {
    assertThat(html("- **a** *b*\n\n".repeat(1_000), NONE)).doesNotContain("<pre");
    assertThat(html("> ".repeat(40) + "quoted", NONE)).doesNotContain("<pre");
  }

  @Test
  void partsFromTheDataAndFromTheWebDiffer() {
    AnswerView view = new AnswerView();
    view.show("## From your data\nA\n\n## From the web\nB\n\n## Conclusion\nC", NONE);
    assertThat(view.getElement().getChildren().map(Element::getClassList).map(Set::toString))
        .containsExactly(
            "[block, from-data]",
            "[block, from-data]",
            "[block, from-web]",
            "[block, from-web]",
            "[block, rest]",
            "[block, rest]");
  }

  @Test
  void citationsStandBehindTheirSentencesAndFiguresAreMarked() {
    String text = "Köln had **12** cars. Then rest.";
    int number = text.indexOf("12");
    int first = text.indexOf(" Then");
    Source source = new Source("News", "https://example.org/a");
    Source unsafe = new Source("Bad", "javascript:alert(1)");
    TextMarks marks =
        TextMarks.of(
            List.of(new Mismatch(number, number + 2, "12")),
            List.of(
                new Citation(0, first, List.of(source)),
                new Citation(first + 1, text.length(), List.of(source, unsafe))));
    String html = html(text, marks);
    assertThat(html).contains("cars.<a", "<mark", "title=\"This figure is not in the data");
    assertThat(html.split("href=\"https://example.org/a\"", -1)).hasSize(3);
    assertThat(html).contains("[2]").doesNotContain("javascript");
    assertThat(html).contains("rel=\"noopener noreferrer\"", "target=\"_blank\"");
  }

  @Test
  void blocksThatStayAreNotSentAgain() {
    AnswerView view = new AnswerView();
    view.show("First paragraph.\n\nSec", NONE);
    Element first = view.getElement().getChild(0);
    Element second = view.getElement().getChild(1);
    view.show("First paragraph.\n\nSecond one.\n\nThird.", NONE);
    assertThat(view.getElement().getChild(0)).isEqualTo(first);
    assertThat(view.getElement().getChild(1)).isNotEqualTo(second);
    assertThat(view.getElement().getChildCount()).isEqualTo(3);
    view.show("Only this.", NONE);
    assertThat(view.getElement().getChildCount()).isEqualTo(1);
  }
}
