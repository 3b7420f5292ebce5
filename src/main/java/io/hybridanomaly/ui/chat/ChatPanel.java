package io.hybridanomaly.ui.chat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hybridanomaly.chat.Assistant;
import io.hybridanomaly.chat.Assistant.Question;
import io.hybridanomaly.chat.Audience;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.Detail;
import io.hybridanomaly.chat.Subject;
import io.hybridanomaly.chat.Turn;
import io.hybridanomaly.chat.Untrusted;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.base.UiThread;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The conversation about the result. Works before there is one, and without a key. */
@JsModule("./chat/chat.js")
public final class ChatPanel extends Div {

  private final Assistant assistant;
  private final UiThread uiThread;
  private final ChatPage page;
  private final TextField context = new TextField();
  private final Div messages = new Div();
  private final Div suggestions = new Div();
  private final AskField input = new AskField(this::ask);
  private final Button send = new Button(VaadinIcon.PAPERPLANE.create());
  private final Button stop = new Button("Stop", VaadinIcon.STOP.create());
  private final Checkbox summaryOnly = new Checkbox("Summary only: no values of the file");
  private final Div other = new Div();
  private @Nullable TimeSeries about;
  private String aboutName = "";
  private boolean begun;

  /**
   * @param assistant answers this visitor
   * @param uiThread the way from an answer's thread to the page
   * @param page what the conversation is about
   */
  public ChatPanel(Assistant assistant, UiThread uiThread, ChatPage page) {
    this.assistant = assistant;
    this.uiThread = uiThread;
    this.page = page;
    addClassName("chat-panel");
    messages.setId("chat-messages");
    messages.addClassName("chat-messages");
    messages.getElement().setAttribute("role", "log");
    messages.getElement().setAttribute("aria-label", "Conversation");
    messages.getElement().setAttribute("tabindex", "0");
    messages.add(empty());
    other.addClassName("chat-about");
    suggestions.addClassName("chips");
    context.setId("data-context");
    context.setLabel("What is the data? (optional)");
    context.setPlaceholder("daily close of ACME, in USD");
    context.setMaxLength(Untrusted.CONTEXT_LENGTH);
    context.setValueChangeMode(ValueChangeMode.LAZY);
    send.addThemeVariants(ButtonVariant.PRIMARY);
    send.setAriaLabel("Ask");
    send.addClickListener(click -> ask(input.getValue()));
    stop.setId("chat-stop");
    stop.addClickListener(click -> assistant.stop());
    Div asking = new Div(input, send, stop);
    asking.addClassName("chat-ask");
    add(new H2("Ask about the result"), source(), context, messages, suggestions, asking);
    assistant.model().ifPresent(model -> add(sending(model)));
    addAttachListener(event -> messages.getElement().executeJs("window.hybridChat.follow(this)"));
    setAnswering(false);
    refresh();
  }

  /** Who answers, and what that means. */
  private Paragraph source() {
    Paragraph source = new Paragraph();
    source.addClassName("chat-source");
    // Who is sent what stays in view.
    source.setClassName("known", assistant.model().isEmpty());
    if (assistant.model().isPresent()) {
      source.setText(
          "Gemini (%s) answers; the facts of the result are sent to Google when you ask. Figures"
                  .formatted(assistant.model().get())
              + " are checked against the data.");
    } else if (assistant.audience() == Audience.GUEST) {
      source.setText("Answers come from the data alone, without a language model.");
    } else {
      source.add(
          new Span("Answers come from the data alone. For Gemini set "),
          new Code("GEMINI_API_KEY"),
          new Span(" and restart."));
    }
    return source;
  }

  private static Paragraph empty() {
    Paragraph empty =
        new Paragraph("Ask why an anomaly was flagged, or what the value was on a day.");
    empty.addClassName("chat-empty");
    return empty;
  }

  private Div sending(String model) {
    Button look = new Button("What will be sent", click -> look(model));
    look.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    look.addClassName("what-is-sent");
    Div sending = new Div(summaryOnly, look);
    sending.addClassName("chat-sending");
    return sending;
  }

  private void look(String model) {
    WhatIsSent dialog = new WhatIsSent(model);
    dialog.open();
    assistant.preview(question(input.getValue()), text -> uiThread.run(() -> dialog.show(text)));
  }

  /** Fits the suggested questions to the page, and says what the answers so far are about. */
  public void refresh() {
    noteOther();
    suggestions.removeAll();
    for (String question : Suggestions.of(page.shown(), assistant.model().isPresent())) {
      NativeButton chip = new NativeButton(question, click -> ask(question));
      chip.addClassName("chip");
      suggestions.add(chip);
    }
  }

  /** Asks for an explanation of an anomaly of the result that is shown. */
  public void explain(Anomaly anomaly) {
    page.shown()
        .ifPresent(
            shown -> {
              TimeText times = new TimeText(shown.analysis().series().times(), notation());
              String first = times.of(anomaly.segment().from());
              String last = times.of(anomaly.segment().last());
              ask(
                  Suggestions.explain(
                      shown.analysis().result().ranked(),
                      anomaly,
                      first.equals(last) ? first : first + " to " + last));
            });
  }

  /** The conversation about the series that is shown, oldest first. */
  public List<Turn> turns() {
    return assistant.turns();
  }

  /**
   * Shows a question of an earlier visit with what had arrived of its answer.
   *
   * @param end how the answer ended
   */
  public void recall(String question, String answer, ChatEvent end) {
    noteSubject();
    append(new TurnView(assistant.recall(question, answer, end), () -> ask(question)));
  }

  /** Ends what is under way: the visitor is gone. */
  public void release() {
    assistant.stop();
  }

  private Question question(String text) {
    return new Question(
        text.strip(),
        page.shown()
            .map(
                shown ->
                    new Subject(
                        shown.analysis(), shown.selected(), context.getValue(), notation())),
        summaryOnly.getValue() ? Detail.SUMMARY : Detail.VALUES);
  }

  /** A model is asked in English notation; what is answered from the data is as on the page. */
  private Locale notation() {
    return assistant.model().isPresent() ? Locale.ENGLISH : Texts.locale();
  }

  private void ask(String text) {
    if (text.isBlank()) {
      return;
    }
    // What was typed meanwhile is not lost when a suggested question is asked.
    if (text.strip().equals(input.getValue().strip()) || input.isEmpty()) {
      input.clear();
    }
    noteSubject();
    start(question(text));
  }

  /** Another series is another conversation; the one before stays to be read. */
  private void noteSubject() {
    TimeSeries series = series();
    messages.remove(other);
    if (!begun) {
      messages.removeAll();
    } else if (!Objects.equals(series, about)) {
      assistant.clear();
      Div note = new Div("Now about " + name().orElse("no result"));
      note.addClassName("chat-about");
      append(note);
    }
    about = series;
    aboutName = name().orElse("no result");
    begun = true;
  }

  /** Says at once that the answers are not about what is shown now, until a question follows. */
  private void noteOther() {
    messages.remove(other);
    if (begun && !Objects.equals(series(), about)) {
      other.setText(
          "The answers above are about "
              + aboutName
              + name().map(now -> ", not " + now).orElse(""));
      append(other);
    }
  }

  private @Nullable TimeSeries series() {
    return page.shown().map(shown -> shown.analysis().series()).orElse(null);
  }

  /** The file of what is shown, and which of its series. */
  private Optional<String> name() {
    return page.shown()
        .map(ChatPage.Shown::analysis)
        .map(
            shown ->
                shown.file().name()
                    + ", "
                    + shown.dataset().options().series().orElse(shown.series().name()));
  }

  /** The oldest goes when the page would hold too many. */
  private void append(Component shown) {
    messages.add(shown);
    // From the first turn on the conversation needs the room.
    addClassName("talking");
    if (messages.getComponentCount() > Assistant.MOST_TURNS) {
      messages.remove(messages.getComponentAt(0));
    }
  }

  private void start(Question question) {
    Answering answering = new Answering(question);
    setAnswering(true);
    answering.begin();
  }

  private void setAnswering(boolean answering) {
    stop.setVisible(answering);
    send.setVisible(!answering);
  }

  /** The way of one answer into the page. */
  private final class Answering {

    private final Question question;
    private final AtomicBoolean updateIsDue = new AtomicBoolean();
    private @Nullable Turn turn;
    private @Nullable TurnView view;

    Answering(Question question) {
      this.question = question;
    }

    void begin() {
      Turn begun = assistant.ask(question, this::onEvent);
      TurnView made = new TurnView(begun, this::again);
      turn = begun;
      view = made;
      append(made);
      messages.getElement().executeJs("window.hybridChat.toEnd(this)");
      setAnswering(begun.isOpen());
    }

    private void again() {
      if (turn != null && view != null) {
        assistant.forget(turn);
        messages.remove(view);
        noteSubject();
        start(question(question.text()));
      }
    }

    /** On the answer's thread. Text may arrive faster than the page can follow. */
    private void onEvent(ChatEvent event) {
      switch (event) {
        case ChatEvent.FunctionCalled called ->
            uiThread.run(() -> shown().ifPresent(turnView -> turnView.addActivity(called.text())));
        case ChatEvent.ActionWanted wanted -> uiThread.run(() -> act(wanted));
        default -> {
          if (updateIsDue.compareAndSet(false, true)) {
            uiThread.run(this::update);
          }
        }
      }
    }

    private Optional<TurnView> shown() {
      return Optional.ofNullable(view);
    }

    private void act(ChatEvent.ActionWanted wanted) {
      page.act(wanted.action())
          .ifPresent(
              undo ->
                  shown()
                      .ifPresent(
                          turnView -> turnView.addAction(ActionText.of(wanted.action()), undo)));
    }

    private void update() {
      updateIsDue.set(false);
      shown().ifPresent(TurnView::update);
      if (turn != null && !turn.isOpen() && isNewest()) {
        setAnswering(false);
      }
    }

    private boolean isNewest() {
      return view != null && messages.getChildren().reduce((a, b) -> b).equals(shown());
    }
  }
}
