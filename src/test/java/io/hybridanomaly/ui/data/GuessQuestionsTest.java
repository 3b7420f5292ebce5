package io.hybridanomaly.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a file leaves open, as a whole and in a line. */
class GuessQuestionsTest {

  private static GuessQuestions questions() throws Exception {
    StringBuilder text = new StringBuilder("time,north,south\n");
    for (int i = 0; i < 200; i++) {
      text.append("2024-01-01T%02d:%02d:00,".formatted(i / 60, i % 60));
      text.append(20.5 + i % 7).append(',').append(31.5 + i % 5).append('\n');
    }
    return new GuessQuestions(
        CsvImporter.read(TextSource.of("two.csv", text.toString()), ImportOptions.defaults())
            .summary(),
        change -> {});
  }

  /** The texts that are seen. */
  private static String seen(Component component) {
    if (component instanceof com.vaadin.flow.component.Text words) {
      return words.getText();
    }
    if (!component.isVisible()) {
      return "";
    }
    return component.getChildren().findAny().isEmpty()
        ? component.getElement().getText()
        : component.getChildren().map(GuessQuestionsTest::seen).collect(Collectors.joining(" "));
  }

  private static Stream<Component> all(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(GuessQuestionsTest::all));
  }

  @Test
  void aQuestionIsOneLineOnceTheVisitorHasGoneOnAndOpensAgain() throws Exception {
    GuessQuestions questions = questions();
    Div box = (Div) questions.getChildren().findFirst().orElseThrow();
    assertThat(box.getId()).hasValue("value-question");
    String whole = seen(questions);
    assertThat(whole).contains("Which column do you want to look at?", "north", "south");

    questions.fold(true);
    assertThat(seen(questions)).contains("is analysed", "Choose another").doesNotContain("Which");

    NativeButton choose =
        all(questions)
            .filter(NativeButton.class::isInstance)
            .map(NativeButton.class::cast)
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(choose, new ClickEvent<>(choose));
    assertThat(seen(questions)).isEqualTo(whole);
  }
}
