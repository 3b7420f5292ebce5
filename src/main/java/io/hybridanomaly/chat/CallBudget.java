package io.hybridanomaly.chat;

import java.util.Optional;

/** What a conversation may still use. */
public interface CallBudget {

  /** Takes one call; the failure if there is none left. */
  Optional<Failure> takeCall();

  /** Takes the tokens that a call has used. */
  void takeTokens(long tokens);
}
