package io.hybridanomaly.config;

import io.hybridanomaly.chat.Assistants;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the chat may use; settings {@code chat.*}. A question takes one call and one more for each
 * time that the model reads the data.
 *
 * @param visitorCalls calls of one visitor in a period
 * @param visitorTokens tokens of one visitor in a period
 * @param serverCalls calls of all visitors in a period
 * @param serverTokens tokens of all visitors in a period
 * @param budgetPeriod after which the budgets are renewed
 */
@ConfigurationProperties("chat")
record ChatProperties(
    @DefaultValue("120") long visitorCalls,
    @DefaultValue("1000000") long visitorTokens,
    @DefaultValue("2000") long serverCalls,
    @DefaultValue("20000000") long serverTokens,
    @DefaultValue("24h") Duration budgetPeriod) {

  ChatProperties {
    if (visitorCalls < 0
        || visitorTokens < 0
        || serverCalls < 0
        || serverTokens < 0
        || budgetPeriod.isNegative()
        || budgetPeriod.isZero()) {
      throw new IllegalArgumentException(
          "chat.* must not be negative; see application.properties.example");
    }
  }

  Assistants.Budgets budgets() {
    return new Assistants.Budgets(
        visitorCalls, visitorTokens, serverCalls, serverTokens, budgetPeriod);
  }
}
