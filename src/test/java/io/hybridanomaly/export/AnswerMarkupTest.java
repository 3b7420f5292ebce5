package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerMarkupTest {

  private static String html(String text) {
    Markup out = new Markup();
    AnswerMarkup.write(text, out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The mean is **495.4**.      | <p>The mean is <strong>495.4</strong>.</p>
          *Answered from the data.*   | <p><em>Answered from the data.</em></p>
          ## From your data           | <h4>From your data</h4>
          > so it is                  | <blockquote><p>so it is</p>
          3. third                    | <ol start="3"><li>third</li>
          a `<b>` b                   | <p>a <code>&lt;b&gt;</code> b</p>
          """)
  void whatIsMarkedUpIsShownSo(String text, String expected) {
    assertThat(html(text).replace("\n", "")).startsWith(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=\"x()\">b</b>",
        "[go](javascript:alert(1))",
        "[go](https://evil.example/ \"title\")",
        "![x](https://evil.example/x.png)",
        "<javascript:alert(1)>",
        "[a]: javascript:alert(1)\n\n[a]",
        "```\"><script>\nx\n```",
        "```js onload=x\nx\n```"
      })
  void nothingElseBecomesMarkup(String hostile) {
    assertThat(html(hostile).replaceAll("</?(p|pre|code)>", ""))
        .doesNotContain("<")
        .doesNotContain(">");
  }

  @Test
  void whatIsNestedTooDeepIsShownAsItWasWritten() {
    assertThat(html(">".repeat(20_000) + " deep")).startsWith("<pre><code>&gt;&gt;");
    assertThat(html("*a **b ".repeat(9_000) + "c** d*".repeat(9_000)))
        .startsWith("<pre><code>*a **b");
    assertThat(html("*a **b ".repeat(40) + "c** d*".repeat(40))).startsWith("<p><em>a <strong>");
  }
}
