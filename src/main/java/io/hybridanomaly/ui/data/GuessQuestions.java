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
    box.setId(id(guess.subject()));
    box.addClassName("question");
    box.getElement().setAttribute("role", "group");
    box.getElement().setAttribute("aria-label", title(guess.subject()));
    Div answers = new Div();
    answers.addClassName("answers");
    for (Guess.Answer answer : guess.answers()) {
      Button button =
          new Button(answer.text(), click -> listener.onChoice(options -> answer.options()));
      button.addThemeVariants(ButtonVariant.SMALL);
      Span preview = new Span(answer.preview());
      preview.addClassName("note");
      answers.add(new Div(button, preview));
    }
    box.add(
        new Paragraph(
            "%s Until you choose, %s is %s."
                .formatted(
                    reason(guess, summary),
                    guess.found(),
                    guess.subject() == Guess.Subject.VALUE ? "analysed" : "assumed")),
        answers);
    return box;
  }

  private static String id(Guess.Subject subject) {
    return switch (subject) {
      case DATE_ORDER -> "date-question";
      case DATE -> "time-question";
      case VALUE -> "value-question";
      default -> "decimal-question";
    };
  }

  private static String title(Guess.Subject subject) {
    return switch (subject) {
      case DATE_ORDER -> "How are the dates meant?";
      case DATE -> "Which column is the time?";
      case VALUE -> "Which column do you want to look at?";
      default -> "How are the numbers meant?";
    };
  }

  private static String reason(Guess guess, ImportSummary summary) {
    String why = guess.reason().text();
    return switch (guess.subject()) {
      case DATE_ORDER -> summary.dateQuestion().map(DateQuestion::reason).orElse(why + ".");
      case DATE -> "%s %s.".formatted(title(guess.subject()), capitalised(why));
      case VALUE -> more(guess);
      default -> "Numbers can be read in two ways: %s.".formatted(why);
    };
  }

  private static String more(Guess guess) {
    int columns = guess.others().size() + 1;
    return "%s %d columns fit%s."
        .formatted(
            title(guess.subject()),
            columns,
            columns > guess.answers().size() ? "; the list of value columns has all" : "");
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
