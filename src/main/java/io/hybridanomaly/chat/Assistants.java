package io.hybridanomaly.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Makes the assistants of all visitors: one model, one budget of the server. */
public final class Assistants {

  /**
   * What may be used in a period.
   *
   * @param visitorCalls calls of one visitor
   * @param visitorTokens tokens of one visitor
   * @param serverCalls calls of all visitors
   * @param serverTokens tokens of all visitors
   * @param period after which all are renewed
   */
  public record Budgets(
      long visitorCalls,
      long visitorTokens,
      long serverCalls,
      long serverTokens,
      Duration period) {}

  private final Optional<ChatPort> port;
  private final Budgets budgets;
  private final Clock clock;
  private final Executor work;
  private final UsageBudget server;

  /**
   * @param port the model; empty without a key
   * @param work computes what is known of a result
   */
  public Assistants(Optional<ChatPort> port, Budgets budgets, Clock clock, Executor work) {
    this.port = port;
    this.budgets = budgets;
    this.clock = clock;
    this.work = work;
    this.server =
        new UsageBudget(budgets.serverCalls(), budgets.serverTokens(), budgets.period(), clock);
  }

  /** The budget of a new visitor, for all assistants that visitor has. */
  public UsageBudget visitorBudget() {
    return new UsageBudget(
        budgets.visitorCalls(), budgets.visitorTokens(), budgets.period(), clock);
  }

  /** An assistant for a visitor. */
  public Assistant assistant(UsageBudget visitor, Audience audience) {
    return new Assistant(port, new SharedBudget(visitor, server), work, audience);
  }
}
