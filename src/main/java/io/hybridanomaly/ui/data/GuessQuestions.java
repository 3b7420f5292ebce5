package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.time.DateQuestion;

/**
 * Asks, in one place, what the file leaves open; each answer shows what would follow. Until the
 * visitor answers, one meaning is assumed.
 */
final class GuessQuestions extends Div {

  private final ChoiceLists.Listener listener;

  GuessQuestions(ImportSummary summary, ChoiceLists.Listener listener) {
    this.listener = listener;
    setId("import-questions");
    summary.guesses().stream()
        .filter(guess -> !guess.answers().isEmpty())
        .forEach(guess -> add(question(guess, summary)));
    setVisible(getChildren().findAny().isPresent());
  }

  private Div question(Guess guess, ImportSummary summary) {
    Div box = new Div();
    boolean order = guess.subject() == Guess.Subject.DATE_ORDER;
    box.setId(order ? "date-question" : "decimal-question");
    box.addClassName("question");
    box.getElement().setAttribute("role", "group");
    box.getElement()
        .setAttribute(
            "aria-label", order ? "How are the dates meant?" : "How are the numbers meant?");
    Div answers = new Div();
    answers.addClassName("answers");
    for (Guess.Answer answer : guess.answers()) {
      Button button =
          new Button(
              answer.text(),
              click -> listener.onChoice(options -> options.withFormat(answer.choice())));
      button.addThemeVariants(ButtonVariant.SMALL);
      Span preview = new Span(answer.preview());
      preview.addClassName("note");
      answers.add(new Div(button, preview));
    }
    String reason =
        summary
            .dateQuestion()
            .filter(question -> order)
            .map(DateQuestion::reason)
            .orElse("Numbers can be read in two ways: %s.".formatted(guess.reason().text()));
    box.add(
        new Paragraph("%s Until you choose, %s is assumed.".formatted(reason, guess.found())),
        answers);
    return box;
  }
}
