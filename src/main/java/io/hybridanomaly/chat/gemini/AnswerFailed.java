package io.hybridanomaly.chat.gemini;

import io.hybridanomaly.chat.Failure;

/** Carries a failure out of an answer under way. */
final class AnswerFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  AnswerFailed(Failure failure) {
    super(failure.kind().name());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
