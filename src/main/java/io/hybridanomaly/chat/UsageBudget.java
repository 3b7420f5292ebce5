package io.hybridanomaly.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How many calls and tokens may be used in each stretch of time; the first call starts a stretch.
 * Thread-safe.
 */
public final class UsageBudget {

  private final long calls;
  private final long tokens;
  private final Duration period;
  private final Clock clock;
  private Instant end;
  private long callsLeft;
  private long tokensLeft;

  /**
   * @param calls calls in a period
   * @param tokens tokens in a period; the last call may exceed them
   * @param period after which both are renewed
   */
  public UsageBudget(long calls, long tokens, Duration period, Clock clock) {
    this.calls = calls;
    this.tokens = tokens;
    this.period = period;
    this.clock = clock;
    this.end = clock.instant();
  }

  /** Takes one call; seconds to wait if there is none left. */
  synchronized OptionalLong takeCall() {
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      end = now.plus(period);
      callsLeft = calls;
      tokensLeft = tokens;
    }
    if (callsLeft < 1 || tokensLeft < 1) {
      return OptionalLong.of(Math.max(1, Duration.between(now, end).toSeconds()));
    }
    callsLeft--;
    return OptionalLong.empty();
  }

  /** Gives back a call that was not made. */
  synchronized void giveBack() {
    callsLeft++;
  }

  /** Takes tokens; what is left may become negative. */
  synchronized void takeTokens(long used) {
    tokensLeft -= used;
  }
}
