package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.chat.Assistant.Question;
import io.hybridanomaly.chat.ChatRequest.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
              Clock.systemUTC(),
              Runnable::run)
          .assistant(
              new UsageBudget(9, 9, Duration.ofDays(1), Clock.systemUTC()), Audience.OPERATOR);

  private static final class Puppet implements ChatPort {
    private final List<ChatRequest> requests = new ArrayList<>();
    private Consumer<ChatEvent> listener = event -> {};
    private int stopped;
    private boolean broken;

    @Override
    public Running ask(ChatRequest request, Consumer<ChatEvent> told) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
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
  void theMissingKeyIsNamedOnceInAConversation() {
    Assistant without =
        new Assistants(
                Optional.empty(),
                new Assistants.Budgets(9, 9, 9, 9, Duration.ofDays(1)),
                Clock.systemUTC(),
                Runnable::run)
            .assistant(
                new UsageBudget(9, 9, Duration.ofDays(1), Clock.systemUTC()), Audience.OPERATOR);
    Question question = new Question("Why?", Optional.of(TestSubjects.selected()), Detail.VALUES);
    assertThat(without.ask(question, heard::add).text()).contains("GEMINI_API_KEY");
    assertThat(without.ask(question, heard::add).text()).doesNotContain("GEMINI_API_KEY");
    without.clear();
    assertThat(without.ask(question, heard::add).text()).contains("GEMINI_API_KEY");
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
        .extracting(GroundingCheck.Mismatch::figure)
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
    Assistant offline =
        new Assistant(
            Optional.empty(), new SharedBudget(none(), none()), Runnable::run, Audience.OPERATOR);
    Turn turn =
        offline.ask(
            new Question("Why?", Optional.of(TestSubjects.selected()), Detail.VALUES), heard::add);
    assertThat(turn.state()).isEqualTo(Turn.State.ANSWERED);
    assertThat(turn.text()).contains("39,197");
    assertThat(turn.mismatches()).isEmpty();
    assertThat(heard)
        .containsExactly(new ChatEvent.TextDelta(turn.text()), new ChatEvent.Finished());
  }

  @Test
  void ofAVeryLongConversationTheOldestTurnsGo() {
    for (int i = 0; i <= Assistant.MOST_TURNS; i++) {
      assistant.recall("Question " + i, "Answer.", new ChatEvent.Finished());
    }
    assertThat(assistant.turns()).hasSize(Assistant.MOST_TURNS);
    assertThat(assistant.turns().getFirst().question()).isEqualTo("Question 1");
  }

  private Assistant with(Executor work) {
    return new Assistant(
        Optional.of(puppet), new SharedBudget(plenty(), plenty()), work, Audience.GUEST);
  }

  private static Question question() {
    return new Question("Why?", Optional.of(TestSubjects.selected()), Detail.VALUES);
  }

  @Test
  void askingWaitsForNothing() {
    List<Runnable> work = new ArrayList<>();
    Assistant busy = with(work::add);
    Turn turn = busy.ask(question(), heard::add);
    busy.preview(question(), preview -> {});
    assertThat(turn.isOpen()).isTrue();
    assertThat(puppet.requests).isEmpty();
    work.forEach(Runnable::run);
    assertThat(puppet.requests).hasSize(1);
    puppet.finish();
    assertThat(turn.state()).isEqualTo(Turn.State.ANSWERED);
  }

  @Test
  void whatIsStoppedBeforeItIsPreparedIsNotAsked() {
    List<Runnable> work = new ArrayList<>();
    Assistant busy = with(work::add);
    Turn turn = busy.ask(question(), heard::add);
    busy.stop();
    assertThat(turn.state()).isEqualTo(Turn.State.STOPPED);
    assertThat(heard).containsExactly(new ChatEvent.Stopped());
    work.forEach(Runnable::run);
    assertThat(puppet.requests).isEmpty();
    assertThat(heard).hasSize(1);
  }

  @Test
  void whatAnEarlierConversationWasToldIsNotKnownToTheNext() {
    List<Runnable> work = new ArrayList<>();
    Assistant busy = with(work::add);
    busy.ask(question(), heard::add);
    // Prepared after the conversation that it belongs to.
    busy.clear();
    Turn next = busy.ask(new Question("Why?", Optional.empty(), Detail.VALUES), heard::add);
    work.forEach(Runnable::run);
    assertThat(next.isOpen()).isTrue();
    assertThat(puppet.requests).hasSize(1);
    assertThat(puppet.requests.getFirst().briefing()).doesNotContain("39197");
  }

  @Test
  void aServerThatIsTooBusySaysSo() {
    Assistant full =
        with(
            task -> {
              throw new RejectedExecutionException();
            });
    Turn turn = full.ask(question(), heard::add);
    assertThat(turn.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.SERVER_BUSY);
    List<String> previews = new ArrayList<>();
    full.preview(question(), previews::add);
    assertThat(previews.getFirst()).contains("try again in a minute");
  }

  @Test
  void anErrorOfThePreparationEndsTheAnswer() {
    Assistant broken =
        new Assistant(
            Optional.of(puppet),
            new SharedBudget(plenty(), plenty()),
            task -> task.run(),
            Audience.GUEST);
    puppet.broken = true;
    assertThat(broken.ask(question(), heard::add).failure().orElseThrow().kind())
        .isEqualTo(Failure.Kind.INTERNAL);
  }

  @Test
  void lookingAtWhatWillBeSentTeachesTheCheckNothing() {
    assistant.preview(question(), preview -> assertThat(preview).contains("39197"));
    Turn turn =
        assistant.ask(
            new Question("Hm?", Optional.of(TestSubjects.selected()), Detail.SUMMARY), heard::add);
    puppet.say("The value was 39,197.");
    puppet.finish();
    assertThat(turn.mismatches())
        .extracting(GroundingCheck.Mismatch::figure)
        .containsExactly("39,197");
  }

  private static UsageBudget plenty() {
    return new UsageBudget(9, 9, Duration.ofDays(1), Clock.systemUTC());
  }

  private static UsageBudget none() {
    return new UsageBudget(0, 0, Duration.ofDays(1), Clock.systemUTC());
  }
}
