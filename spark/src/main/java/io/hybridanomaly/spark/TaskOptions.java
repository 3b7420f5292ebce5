package io.hybridanomaly.spark;

import io.hybridanomaly.cli.InputOptions;
import io.hybridanomaly.cli.UsageException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.export.BuildInfo;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The options as they travel to where the work is done: the user's own words, which each process
 * reads once. So there is one way to read them, and none of what they become need travel.
 */
final class TaskOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String[] arguments;
  private transient @Nullable JobCommand parsed;

  /**
   * @param arguments that were read once without a fault
   */
  TaskOptions(String[] arguments) {
    this.arguments = arguments.clone();
  }

  private synchronized JobCommand command() {
    JobCommand command = parsed;
    if (command == null) {
      command = CommandLine.populateCommand(new JobCommand(arguments, System.err), arguments);
      parsed = command;
    }
    return command;
  }

  InputOptions input() {
    return command().input();
  }

  boolean wantsPoints() {
    return command().wantsPoints();
  }

  boolean sharesModels() {
    return command().sharesModels();
  }

  Optional<String> groupColumn() {
    return command().groupColumn();
  }

  boolean wantsReports() {
    return command().wantsReports();
  }

  DetectionSettings settings() {
    try {
      return input().settings();
    } catch (UsageException e) {
      throw new IllegalStateException("the driver has read these options", e);
    }
  }

  /** All that the networks of a group depend on beside its series and their window, as text. */
  String trainingFingerprint() {
    DetectionSettings settings = settings();
    return "%s|%s|%d".formatted(BuildInfo.version(), settings.epochs(), settings.seed());
  }

  /** All that a result depends on beside the series itself, as text. */
  String fingerprint() {
    return "%s|%s|%s%s"
        .formatted(
            BuildInfo.version(), settings(), wantsPoints(), wantsReports() ? "|reports" : "");
  }
}
