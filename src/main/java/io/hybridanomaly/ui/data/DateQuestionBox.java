package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateQuestion;
import java.util.function.Consumer;

/** Asks how the dates are meant when the file leaves it open; until then one reading is assumed. */
final class DateQuestionBox extends Div {

  DateQuestionBox(DateQuestion question, Consumer<DateOrder> onAnswer) {
    setId("date-question");
    addClassName("question");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "How are the dates meant?");
    Div answers = new Div();
    answers.addClassName("answers");
    for (DateOrder order : question.possible()) {
      Button button = new Button(order.text(), click -> onAnswer.accept(order));
      button.addThemeVariants(ButtonVariant.SMALL);
      answers.add(button);
    }
    add(
        new Paragraph(
            "%s Until you choose, %s is assumed."
                .formatted(question.reason(), question.assumed().text())),
        answers);
  }
}
