package io.hybridanomaly.spark;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machine allows no detection, whatever the series: the task fails, and others try it. In the
 * text that comes back from another machine stands the name of this class.
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
    return FailureText.find(TEXT, jobFailure);
  }
}
