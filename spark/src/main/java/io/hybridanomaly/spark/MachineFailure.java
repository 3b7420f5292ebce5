package io.hybridanomaly.spark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machine allows no detection, whatever the series: the task fails, and others try it. Of what
 * failed on another machine only a text comes back, with the name of this class in it.
 */
final class MachineFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Pattern TEXT =
      Pattern.compile(Pattern.quote(MachineFailure.class.getName()) + ": (.+)");

  /**
   * @param sentence for the user
   */
  MachineFailure(@Nullable String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence, if that is why a job has failed. */
  static Optional<String> sentence(Throwable jobFailure) {
    for (Throwable each = jobFailure; each != null; each = each.getCause()) {
      Matcher text = TEXT.matcher(each.toString());
      if (text.find()) {
        return Optional.of(text.group(1));
      }
    }
    return Optional.empty();
  }
}
