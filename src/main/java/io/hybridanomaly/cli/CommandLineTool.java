package io.hybridanomaly.cli;

import io.hybridanomaly.detection.DetectionException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: parses the arguments, runs a subcommand and returns the exit status. */
@Command(
    name = "hybrid-anomaly-detector",
    description =
        "Finds what is abnormal in a time series. Without a subcommand the web application is"
            + " served; --server.port=N moves it.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class)
public final class CommandLineTool implements Runnable {

  /** Done. */
  public static final int OK = 0;

  /** A failure of the program itself. */
  public static final int INTERNAL_FAILURE = 1;

  /** The input or the arguments are wrong. */
  public static final int WRONG_INPUT = 2;

  private final CommandLine commandLine;

  private CommandLineTool(PrintStream out, PrintStream err) {
    commandLine = new CommandLine(this);
    commandLine.addSubcommand(new DetectCommand(out, err));
    commandLine.addSubcommand(new EvaluateCommand(out, err));
    configure(commandLine, out, err);
  }

  private static void configure(CommandLine commandLine, PrintStream out, PrintStream err) {
    commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    commandLine.setParameterExceptionHandler(
        (e, arguments) -> {
          complain(err, sentence(e));
          return WRONG_INPUT;
        });
    commandLine.setExecutionExceptionHandler(
        (e, parsed, result) -> {
          complain(err, e);
          return e instanceof UsageException ? WRONG_INPUT : INTERNAL_FAILURE;
        });
  }

  /** Whether the arguments are for the command line; otherwise they are for the web application. */
  public static boolean isFor(String[] arguments) {
    if (arguments.length == 0) {
      return false;
    }
    // Settings of the web application have a dot: --server.port=8081.
    return !arguments[0].startsWith("--") || !arguments[0].contains(".");
  }

  /**
   * Runs a subcommand.
   *
   * @param arguments as given by the user
   * @param out receives results
   * @param err receives one line per problem, and progress
   * @return exit status
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    // Libraries log through Logback, which otherwise writes to the standard output.
    System.setProperty("logback.configurationFile", "logback-cli.xml");
    return guarded(() -> new CommandLineTool(out, err).commandLine.execute(arguments), err);
  }

  /**
   * Runs a command that is a program of its own, by the rules of this one.
   *
   * @param command for picocli
   * @param arguments as given by the user
   * @param out receives results
   * @param err receives one line per problem
   * @return exit status
   */
  public static int run(Object command, String[] arguments, PrintStream out, PrintStream err) {
    CommandLine commandLine = new CommandLine(command);
    configure(commandLine, out, err);
    return guarded(() -> commandLine.execute(arguments), err);
  }

  /** Runs a command; whatever it throws becomes one line. */
  static int guarded(IntSupplier command, PrintStream err) {
    try {
      return command.getAsInt();
    } catch (OutOfMemoryError e) {
      complain(
          err,
          "The series is too long for the memory given: raise it with java -Xmx, or shorten the"
              + " series.");
      return INTERNAL_FAILURE;
    } catch (RuntimeException | Error e) {
      complain(err, e);
      return INTERNAL_FAILURE;
    }
  }

  @Override
  public void run() {
    commandLine.usage(commandLine.getOut());
  }

  /** What is wrong with the arguments, and where the right ones stand. */
  static String sentence(ParameterException problem) {
    return "%s; %s --help lists the options."
        .formatted(problem.getMessage(), problem.getCommandLine().getCommandName());
  }

  /** Writes one line about a problem. */
  static void complain(PrintStream err, Throwable problem) {
    String message =
        switch (problem) {
          case UsageException e -> String.valueOf(e.getMessage());
          case DetectionException e -> String.valueOf(e.getMessage());
          case CancellationException ignored -> "Stopped.";
          case IOException e -> "Reading or writing failed: " + OutputFiles.reason(e) + ".";
          default -> "Internal failure, please report it: " + withCause(problem);
        };
    complain(err, message);
  }

  /** The problem and what is behind all of it: an engine that does not load hides its reason. */
  private static String withCause(Throwable problem) {
    Throwable first = problem;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first == problem ? problem.toString() : problem + ", because of " + first;
  }

  /** Writes one line. */
  public static void complain(PrintStream err, String message) {
    err.println(message.replaceAll("\\s*\\R\\s*", " "));
  }
}
