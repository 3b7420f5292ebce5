package io.hybridanomaly.ui.chat;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hybridanomaly.chat.Assistant;
import java.util.function.Consumer;

/** Where a question is written: Enter asks, Shift and Enter begins a new line. */
final class AskField extends TextArea {

  private static final String TEXT = "element.value";

  AskField(Consumer<String> onAsk) {
    setId("chat-input");
    setAriaLabel("Your question");
    setPlaceholder("Ask about the result…");
    setMinRows(1);
    setMaxLength(Assistant.QUESTION_LENGTH);
    // The draft outlives a reload of the page.
    setValueChangeMode(ValueChangeMode.LAZY);
    getElement()
        .addEventListener(
            "keydown", event -> onAsk.accept(event.getEventData().get(TEXT).asString()))
        .setFilter("event.key === 'Enter' && !event.shiftKey && !event.isComposing")
        .addEventData(TEXT)
        .preventDefault();
  }
}
