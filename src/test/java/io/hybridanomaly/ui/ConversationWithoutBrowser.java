package io.hybridanomaly.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;

/** The page with its conversation, as a visitor asks and reads. */
abstract class ConversationWithoutBrowser extends SpringBrowserlessTest {

  @BeforeEach
  void open() {
    navigate(DetectorView.class);
  }

  <T extends Component> T byId(Class<T> type, String id) {
    return $(type).withId(id).single();
  }

  void ask(String question) {
    byId(TextArea.class, "chat-input").setValue(question);
    test($(Button.class).withAttribute("aria-label", "Ask").single()).click();
  }

  String messages() {
    roundTrip();
    return byId(Div.class, "chat-messages").getElement().getTextRecursively();
  }
}
