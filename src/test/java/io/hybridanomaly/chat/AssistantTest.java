package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.chat.Assistant.Question;
import io.hybridanomaly.chat.ChatRequest.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The conversation with a model that does what the test says. */
class AssistantTest {

  private final Puppet puppet = new Puppet();
  private final List<ChatEvent> heard = new ArrayList<>();

  private final Assistant assistant =
      new Assistants(
              Optional.of(puppet),
              new Assistants.Budgets(9, 9, 9, 9, Duration.ofDays(1)),
              Clock.systemUTC())
          .assistant(new UsageBudget(9, 9, Duration.ofDays(1), Clock.systemUTC()));

  private static final class Puppet implements ChatPort {
    private final List<ChatRequest> requests = new ArrayList<>();
    private Consumer<ChatEvent> listener = event -> {};
    private int stopped;

    @Override
    public Running ask(ChatRequest request, Consumer<ChatEvent> told) {
      requests.add(request);
      listener = told;
      return () -> stopped++;
    }

    @Override
    public String model() {
      return "puppet";
    }

    void say(String text) {
      listener.accept(new ChatEvent.TextDelta(text));
    }

    void fail(Failure.Kind kind) {
      listener.accept(new ChatEvent.Failed(Failure.of(kind)));
    }

    void finish() {
      listener.accept(new ChatEvent.Finished());
    }
  }

  private Turn ask(String text) {
    return assistant.ask(
        new Question(text, Optional.of(TestSubjects.selected()), Detail.VALUES), heard::add);
  }

  @Test
  void followUpsKeepTheConversation() {
    Turn first = ask("Why?");
    puppet.say("Because.");
    puppet.finish();
    assertThat(first.state()).isEqualTo(Turn.State.ANSWERED);
    ask("And then?");
    assertThat(puppet.requests.getLast().history())
        .containsExactly(new Message(false, "Why?"), new Message(true, "Because."));
  }

  @Test
  void theConversationSurvivesFailedBlockedAndStoppedAnswers() {
    ask("One?");
    puppet.fail(Failure.Kind.PROMPT_BLOCKED);
    Turn half = ask("Two?");
    puppet.say("Half");
    puppet.fail(Failure.Kind.BROKEN_STREAM);
    assertThat(half.failure()).isPresent();
    assertThat(half.text()).isEqualTo("Half");
    Turn stopped = ask("Three?");
    puppet.say("A begin");
    assistant.stop();
    assertThat(stopped.state()).isEqualTo(Turn.State.STOPPED);
    assertThat(puppet.stopped).isEqualTo(1);
    ask("Four?");
    assertThat(puppet.requests.getLast().history())
        .containsExactly(
            new Message(false, "Two?"),
            new Message(true, "Half\n[not completed]"),
            new Message(false, "Three?"),
            new Message(true, "A begin\n[not completed]"));
  }

  @Test
  void aStoppedAnswerIsSilent() {
    Turn turn = ask("Why?");
    puppet.say("A");
    assistant.stop();
    int events = heard.size();
    puppet.say("B");
    puppet.finish();
    assertThat(turn.text()).isEqualTo("A");
    assertThat(heard).hasSize(events);
  }

  @Test
  void figuresAreCheckedAtTheEnd() {
    Turn turn = ask("Why?");
    puppet.say("## From your data\nThe peak of 39,1");
    puppet.say("97 is not 38,111.");
    assertThat(turn.mismatches()).isEmpty();
    puppet.finish();
    assertThat(turn.mismatches())
        .extracting(NumberCheck.Mismatch::figure)
        .containsExactly("38,111");
  }

  @Test
  void whatAFunctionGaveIsKnownToTheCheck() {
    ask("Why?");
    puppet
        .requests
        .getLast()
        .functions()
        .call("get_values", java.util.Map.of("from", "2014-10-29", "to", "2014-10-29"));
    puppet.say("## From your data\nOn the day before, the mean was 15,000 and the most 20,000.");
    puppet.finish();
    assertThat(heard).contains(new ChatEvent.Checked(List.of()));
  }

  @Test
  void aLongQuestionIsCutAndALongHistoryForgotten() {
    for (int i = 0; i < 12; i++) {
      ask("x".repeat(5_000));
      puppet.say("y".repeat(1_000));
      puppet.finish();
    }
    ChatRequest last = puppet.requests.getLast();
    assertThat(last.question()).hasSize(Assistant.QUESTION_LENGTH);
    assertThat(last.history()).hasSize(8);
  }

  @Test
  void theQuestionOfAForgottenTurnIsNotToldAgain() {
    Turn turn = ask("Why?");
    puppet.say("Because.");
    puppet.finish();
    assistant.forget(turn);
    ask("Why?");
    assertThat(puppet.requests.getLast().history()).isEmpty();
  }

  @Test
  void withoutAModelTheDataAnswers() {
    Assistant offline = new Assistant(Optional.empty(), new SharedBudget(none(), none()));
    Turn turn =
        offline.ask(
            new Question("Why?", Optional.of(TestSubjects.selected()), Detail.VALUES), heard::add);
    assertThat(turn.state()).isEqualTo(Turn.State.ANSWERED);
    assertThat(turn.text()).contains("39,197");
    assertThat(heard).containsExactly(new ChatEvent.Finished());
  }

  private static UsageBudget none() {
    return new UsageBudget(0, 0, Duration.ofDays(1), Clock.systemUTC());
  }
}
