package io.hybridanomaly.ui.chat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.hybridanomaly.chat.Citation.Source;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Turn;
import java.util.List;
import java.util.stream.Collectors;

/** A question and its answer. */
final class TurnView extends Div {

  private final Turn turn;
  private final Runnable onRetry;
  private final AnswerView answer = new AnswerView();
  private final UnorderedList did = new UnorderedList();
  private final Div actions = new Div();
  private final Div end = new Div();

  /**
   * @param onRetry asks the question again
   */
  TurnView(Turn turn, Runnable onRetry) {
    this.turn = turn;
    this.onRetry = onRetry;
    addClassName("turn");
    Paragraph asked = new Paragraph(turn.question());
    asked.addClassName("asked");
    did.addClassName("did");
    actions.addClassName("chips");
    end.addClassName("turn-end");
    add(asked, did, answer, actions, end);
    update();
  }

  /** Shows what is known now. */
  void update() {
    TextMarks marks = TextMarks.of(turn.mismatches(), turn.citations());
    answer.show(turn.text(), marks);
    end.removeAll();
    if (turn.isOpen()) {
      Span waiting =
          new Span(turn.text().isEmpty() ? "Waiting for the answer…" : "The answer arrives…");
      waiting.addClassName("note");
      end.add(waiting);
      return;
    }
    turn.suggestion().ifPresent(html -> end.add(suggestions(html)));
    if (!marks.sources().isEmpty()) {
      end.add(sources(marks.sources()));
    }
    if (!marks.mismatches().isEmpty()) {
      Paragraph warning =
          new Paragraph(
              (marks.mismatches().size() == 1 ? "The marked figure is" : "The marked figures are")
                  + " not in the data and may be wrong.");
      warning.addClassNames("note", "warning");
      end.add(warning);
    }
    if (turn.state() == Turn.State.STOPPED) {
      Span stopped = new Span("Stopped.");
      stopped.addClassName("note");
      end.add(stopped);
    }
    turn.failure().ifPresent(failure -> end.add(failed(failure)));
    end.add(tools());
  }

  /** Says what the model looked at. */
  void addActivity(String text) {
    did.add(new ListItem("· " + text));
  }

  /** Says what the model did on the page, with the way back. */
  void addAction(String text, Runnable undo) {
    Span chip = new Span(new Span(text));
    chip.addClassNames("chip", "action");
    NativeButton back = new NativeButton("Undo");
    back.getElement().setAttribute("aria-label", "Undo: " + text);
    back.addClickListener(
        click -> {
          undo.run();
          back.setText("Undone");
          back.setEnabled(false);
        });
    chip.add(back);
    actions.add(chip);
  }

  private static Div failed(Failure failure) {
    Div box = new Div(failure.message());
    box.addClassName("failure");
    box.getElement().setAttribute("role", "alert");
    return box;
  }

  private static OrderedList sources(List<Source> sources) {
    OrderedList list = new OrderedList();
    list.addClassName("sources");
    list.getElement().setAttribute("aria-label", "Sources");
    for (Source source : sources) {
      ListItem item = new ListItem();
      item.getElement().appendChild(SourceLink.of(source, source.title()));
      list.add(item);
    }
    return list;
  }

  /**
   * Google's terms want the block unmodified. It stands in a frame of its own where no script runs;
   * its links open beside the page. Without the word on colours the frame would be white in a dark
   * page.
   */
  private static IFrame suggestions(String html) {
    IFrame frame = new IFrame();
    frame.addClassName("suggestions");
    frame.setTitle("Google Search suggestions");
    frame.setSandbox(
        IFrame.SandboxType.ALLOW_POPUPS, IFrame.SandboxType.ALLOW_POPUPS_TO_ESCAPE_SANDBOX);
    frame.getElement().setAttribute("referrerpolicy", "no-referrer");
    frame.setSrcdoc(
        "<!doctype html><meta name=\"color-scheme\" content=\"light dark\">"
            + "<base target=\"_blank\">"
            + html);
    return frame;
  }

  private Div tools() {
    Div tools = new Div();
    tools.addClassName("tools");
    if (!turn.text().isBlank()) {
      Button copy = new Button("Copy", VaadinIcon.COPY_O.create());
      copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
      copy.addClickListener(
          click -> getElement().executeJs("window.hybridChat.copy($0)", copyText()));
      tools.add(copy);
    }
    boolean again = turn.failure().map(Failure::canRetry).orElse(true);
    if (again) {
      Button retry = new Button("Retry", VaadinIcon.REFRESH.create(), click -> onRetry.run());
      retry.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
      retry.addClassName("retry");
      tools.add(retry);
    }
    return tools;
  }

  private String copyText() {
    List<Source> sources = TextMarks.of(List.of(), turn.citations()).sources();
    String list =
        sources.stream()
            .map(source -> "- " + source.title() + ": " + source.uri())
            .collect(Collectors.joining("\n"));
    return turn.text() + (list.isEmpty() ? "" : "\n\nSources:\n" + list);
  }
}
