package io.hybridanomaly.spark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a failed job tells: of what failed on another machine there is nothing else. */
final class FailureText {

  private FailureText() {}

  /**
   * Searches a failure and all that is behind it.
   *
   * @param pattern with one group
   * @return what the group holds where the pattern fits first; empty if it fits nowhere
   */
  static Optional<String> find(Pattern pattern, Throwable jobFailure) {
    for (Throwable each = jobFailure; each != null; each = each.getCause()) {
      Matcher text = pattern.matcher(each.toString());
      if (text.find()) {
        return Optional.of(text.group(1));
      }
    }
    return Optional.empty();
  }
}
