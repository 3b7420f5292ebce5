package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UsageBudgetTest {

  private final HandSetClock clock = new HandSetClock();

  private static final class HandSetClock extends Clock {
    private Instant now = Instant.parse("2024-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private UsageBudget budget(long calls, long tokens) {
    return new UsageBudget(calls, tokens, Duration.ofHours(24), clock);
  }

  @Test
  void callsRunOutAndAreRenewed() {
    UsageBudget budget = budget(2, 100);
    assertThat(budget.takeCall()).isEmpty();
    clock.now = clock.now.plus(Duration.ofHours(1));
    assertThat(budget.takeCall()).isEmpty();
    assertThat(budget.takeCall()).hasValue(23 * 3600);
    clock.now = clock.now.plus(Duration.ofHours(23));
    assertThat(budget.takeCall()).isEmpty();
  }

  @Test
  void tokensRunOut() {
    UsageBudget budget = budget(10, 100);
    assertThat(budget.takeCall()).isEmpty();
    budget.takeTokens(150);
    assertThat(budget.takeCall()).isPresent();
  }

  @Test
  void theServersBudgetBindsAllVisitorsAndCostsNoneOfTheirs() {
    UsageBudget server = budget(1, 100);
    UsageBudget visitor = budget(1, 100);
    assertThat(new SharedBudget(budget(5, 100), server).takeCall()).isEmpty();
    CallBudget shared = new SharedBudget(visitor, server);
    assertThat(shared.takeCall().orElseThrow().kind()).isEqualTo(Failure.Kind.SERVER_BUDGET);
    assertThat(visitor.takeCall()).isEmpty();
    assertThat(shared.takeCall().orElseThrow().kind()).isEqualTo(Failure.Kind.VISITOR_BUDGET);
  }

  @Test
  void theWaitIsNamed() {
    UsageBudget none = budget(0, 0);
    Failure failure = new SharedBudget(none, none).takeCall().orElseThrow();
    assertThat(failure.message()).contains("try again in 24 hours");
  }
}
