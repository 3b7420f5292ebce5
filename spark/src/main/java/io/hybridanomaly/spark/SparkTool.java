package io.hybridanomaly.spark;

import io.hybridanomaly.cli.CommandLineTool;
import java.io.PrintStream;

/** The program: for {@code ./run spark} and for {@code spark-submit}. */
public final class SparkTool {

  private SparkTool() {}

  /** Runs the job and ends the process with its exit status. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    // A cluster takes an exit, even with status 0, for a failure of the driver.
    if (status != CommandLineTool.OK) {
      System.exit(status);
    }
  }

  /**
   * Runs the job.
   *
   * @param arguments as given by the user
   * @param out receives the help
   * @param err receives one line per problem, and progress
   * @return exit status, by the rules of {@code detect}
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    return CommandLineTool.run(new JobCommand(arguments, err), arguments, out, err);
  }
}
