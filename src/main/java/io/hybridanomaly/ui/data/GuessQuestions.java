package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.time.DateQuestion;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks, in one place, what the file leaves open; each answer shows what would follow. Until the
 * visitor answers, one meaning is assumed.
 */
final class GuessQuestions extends Div {

  private final ChoiceLists.Listener listener;
  private final List<Question> questions = new ArrayList<>();

  GuessQuestions(ImportSummary summary, ChoiceLists.Listener listener) {
    this.listener = listener;
    setId("import-questions");
    summary.guesses().stream()
        .filter(guess -> !guess.answers().isEmpty())
        .forEach(guess -> questions.add(new Question(guess, summary)));
    questions.forEach(this::add);
    setVisible(!questions.isEmpty());
  }

  /**
   * Makes room: each question is one line that says what is assumed, until the visitor wants to
   * choose.
   */
  void fold(boolean folded) {
    questions.forEach(question -> question.fold(folded));
  }

  /** One question, as a whole or in a line. */
  private final class Question extends Div {

    private final Div whole;
    private final Div line;

    Question(Guess guess, ImportSummary summary) {
      setId(id(guess.subject()));
      addClassName("question");
      getElement().setAttribute("role", "group");
      getElement().setAttribute("aria-label", title(guess.subject()));
      whole = whole(guess, summary);
      Span meant = new Span(capitalised(guess.found()) + " is " + state(guess));
      NativeButton other = new NativeButton("Choose another", click -> open());
      other.addClassName("link-button");
      line = new Div(meant, other);
      line.addClassName("folded");
      add(whole, line);
      fold(false);
    }

    /** The button that had the focus is gone: the first answer gets it. */
    private void open() {
      fold(false);
      getElement().executeJs("this.querySelector('vaadin-button').focus()");
    }

    private void fold(boolean folded) {
      whole.setVisible(!folded);
      line.setVisible(folded);
    }
  }

  private Div whole(Guess guess, ImportSummary summary) {
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
    return new Div(
        new Paragraph(
            "%s Until you choose, %s is %s."
                .formatted(reason(guess, summary), guess.found(), state(guess))),
        answers);
  }

  private static String state(Guess guess) {
    return guess.subject() == Guess.Subject.VALUE ? "analysed" : "assumed";
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
