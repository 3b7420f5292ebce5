package io.hybridanomaly.chat;

import java.util.List;
import java.util.Optional;

/**
 * A question and what became of it; changes until it is {@linkplain #isOpen() closed}. Thread-safe.
 */
public final class Turn {

  /** What became of a question. */
  public enum State {
    /** The answer is awaited or arrives. */
    OPEN,
    ANSWERED,
    STOPPED,
    FAILED
  }

  private final String question;
  private final StringBuilder text = new StringBuilder();
  private List<Citation> citations = List.of();
  private List<GroundingCheck.Mismatch> mismatches = List.of();
  private Optional<String> suggestion = Optional.empty();
  private Optional<Failure> failure = Optional.empty();
  private State state = State.OPEN;

  Turn(String question) {
    this.question = question;
  }

  /** Takes in what happened; nothing changes once the turn is closed. */
  synchronized void take(ChatEvent event) {
    if (state != State.OPEN) {
      return;
    }
    switch (event) {
      case ChatEvent.TextDelta delta -> text.append(delta.text());
      case ChatEvent.Sources sources -> citations = sources.citations();
      case ChatEvent.SearchSuggestion found -> suggestion = Optional.of(found.html());
      case ChatEvent.Checked checked -> mismatches = checked.mismatches();
      case ChatEvent.Finished finished -> state = State.ANSWERED;
      case ChatEvent.Stopped stopped -> state = State.STOPPED;
      case ChatEvent.Failed failed -> {
        state = State.FAILED;
        failure = Optional.of(failed.failure());
      }
      case ChatEvent.FunctionCalled called -> {}
      case ChatEvent.ActionWanted wanted -> {}
    }
  }

  /** The visitor's words. */
  public String question() {
    return question;
  }

  /** The answer so far, Markdown from an untrusted source. */
  public synchronized String text() {
    return text.toString();
  }

  /** The web pages that support it. */
  public synchronized List<Citation> citations() {
    return citations;
  }

  /** Figures in it that are not in the data. */
  public synchronized List<GroundingCheck.Mismatch> mismatches() {
    return mismatches;
  }

  /** Google's block of search suggestions. */
  public synchronized Optional<String> suggestion() {
    return suggestion;
  }

  /** Why there is no complete answer. */
  public synchronized Optional<Failure> failure() {
    return failure;
  }

  /** What became of the question. */
  public synchronized State state() {
    return state;
  }

  /** Whether the answer is awaited or arrives. */
  public synchronized boolean isOpen() {
    return state == State.OPEN;
  }
}
