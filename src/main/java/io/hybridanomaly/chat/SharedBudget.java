package io.hybridanomaly.chat;

import java.util.Optional;
import java.util.OptionalLong;

/** A visitor's budget within the server's. */
record SharedBudget(UsageBudget visitor, UsageBudget server) implements CallBudget {

  @Override
  public Optional<Failure> takeCall() {
    OptionalLong wait = visitor.takeCall();
    if (wait.isPresent()) {
      return Optional.of(Failure.of(Failure.Kind.VISITOR_BUDGET, wait));
    }
    wait = server.takeCall();
    if (wait.isPresent()) {
      visitor.giveBack();
      return Optional.of(Failure.of(Failure.Kind.SERVER_BUDGET, wait));
    }
    return Optional.empty();
  }

  @Override
  public void takeTokens(long tokens) {
    visitor.takeTokens(tokens);
    server.takeTokens(tokens);
  }
}
