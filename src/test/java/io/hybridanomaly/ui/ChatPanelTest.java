package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import io.hybridanomaly.WebApplication;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.Failure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The states of the conversation, with a model that does what the test wants. */
@SpringBootTest(classes = WebApplication.class)
@Import(PuppetModel.Beans.class)
class ChatPanelTest extends ConversationWithoutBrowser {

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
    PuppetModel.say(new ChatEvent.TextDelta("Because"));
    assertThat(messages()).contains("Because", "arrives");
    PuppetModel.say(new ChatEvent.TextDelta(" of it."));
    PuppetModel.say(new ChatEvent.Finished());
    assertThat(messages()).contains("Because of it.").doesNotContain("arrives");
    assertThat(stopIsShown()).isFalse();
    assertThat(byId(TextArea.class, "chat-input").getValue()).isEmpty();
  }

  @Test
  void stoppingKeepsWhatHasArrived() {
    ask("Why?");
    PuppetModel.say(new ChatEvent.TextDelta("Half"));
    test(byId(Button.class, "chat-stop")).click();
    assertThat(PuppetModel.wasStopped()).isTrue();
    assertThat(messages()).contains("Half", "Stopped.");
    assertThat(stopIsShown()).isFalse();
  }

  @Test
  void aFailureIsToldAndTheQuestionCanBeAskedAgain() {
    ask("Why, please?");
    PuppetModel.say(new ChatEvent.Failed(Failure.of(Failure.Kind.NETWORK)));
    assertThat(messages()).contains("Why, please?", "Gemini cannot be reached");
    test($(Button.class).withText("Retry").single()).click();
    assertThat(stopIsShown()).isTrue();
    PuppetModel.say(new ChatEvent.TextDelta("Now."));
    PuppetModel.say(new ChatEvent.Finished());
    assertThat(messages()).contains("Why, please?", "Now.").doesNotContain("cannot be reached");
  }

  @Test
  void anEmptyQuestionIsNotAsked() {
    ask("   ");
    assertThat(stopIsShown()).isFalse();
  }
}
