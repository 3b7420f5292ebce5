package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.hybridanomaly.WebApplication;
import io.hybridanomaly.chat.Assistants;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatPort;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The states of the conversation, with a model that does what the test wants. */
@SpringBootTest(classes = WebApplication.class)
@Import(ChatPanelTest.Doubles.class)
class ChatPanelTest extends SpringBrowserlessTest {

  private static Consumer<ChatEvent> model = event -> {};
  private static boolean stopped;

  @TestConfiguration
  static class Doubles {

    @Bean
    @Primary
    Assistants puppet() {
      return new Assistants(
          Optional.of(new Puppet()),
          new Assistants.Budgets(9, 9, 9, 9, Duration.ofDays(1)),
          Clock.systemUTC(),
          Runnable::run);
    }
  }

  private static final class Puppet implements ChatPort {

    @Override
    public Running ask(ChatRequest request, Consumer<ChatEvent> listener) {
      model = listener;
      return () -> stopped = true;
    }

    @Override
    public String model() {
      return "puppet";
    }
  }

  @BeforeEach
  void open() {
    stopped = false;
    navigate(DetectorView.class);
  }

  private <T extends Component> T byId(Class<T> type, String id) {
    return $(type).withId(id).single();
  }

  private void ask(String question) {
    byId(TextArea.class, "chat-input").setValue(question);
    test($(Button.class).withAttribute("aria-label", "Ask").single()).click();
  }

  private String messages() {
    roundTrip();
    return byId(Div.class, "chat-messages").getElement().getTextRecursively();
  }

  private boolean stopIsShown() {
    roundTrip();
    return $(Button.class).withId("chat-stop").exists();
  }

  @Test
  void anAnswerGrowsAndEnds() {
    assertThat(stopIsShown()).isFalse();
    ask("Why?");
    assertThat(stopIsShown()).isTrue();
    assertThat(messages()).contains("Why?", "Waiting for the answer");
    model.accept(new ChatEvent.TextDelta("Because"));
    assertThat(messages()).contains("Because", "arrives");
    model.accept(new ChatEvent.TextDelta(" of it."));
    model.accept(new ChatEvent.Finished());
    assertThat(messages()).contains("Because of it.").doesNotContain("arrives");
    assertThat(stopIsShown()).isFalse();
    assertThat(byId(TextArea.class, "chat-input").getValue()).isEmpty();
  }

  @Test
  void stoppingKeepsWhatHasArrived() {
    ask("Why?");
    model.accept(new ChatEvent.TextDelta("Half"));
    test(byId(Button.class, "chat-stop")).click();
    assertThat(stopped).isTrue();
    assertThat(messages()).contains("Half", "Stopped.");
    assertThat(stopIsShown()).isFalse();
  }

  @Test
  void aFailureIsToldAndTheQuestionCanBeAskedAgain() {
    ask("Why, please?");
    model.accept(new ChatEvent.Failed(Failure.of(Failure.Kind.NETWORK)));
    assertThat(messages()).contains("Why, please?", "Gemini cannot be reached");
    test($(Button.class).withText("Retry").single()).click();
    assertThat(stopIsShown()).isTrue();
    model.accept(new ChatEvent.TextDelta("Now."));
    model.accept(new ChatEvent.Finished());
    assertThat(messages()).contains("Why, please?", "Now.").doesNotContain("cannot be reached");
  }

  @Test
  void anEmptyQuestionIsNotAsked() {
    ask("   ");
    assertThat(stopIsShown()).isFalse();
  }
}
