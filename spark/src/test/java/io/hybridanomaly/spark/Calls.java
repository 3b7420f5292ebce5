package io.hybridanomaly.spark;

import io.hybridanomaly.cli.CommandLineTool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls of the job and of {@code detect} in this process, with short trainings if they name none.
 */
final class Calls {

  private static final String[] FEW_EPOCHS = {"--epochs", "1"};

  private Calls() {}

  /** What a call has said, and its status. */
  record Said(int status, String out, String err) {}

  /** A call of the job. */
  static Said job(String... arguments) {
    return said((all, io) -> SparkTool.run(all, io[0], io[1]), arguments);
  }

  /** A call of {@code detect} with the same options. */
  static Said detect(String... arguments) {
    String[] all =
        Stream.concat(Stream.of("detect"), Arrays.stream(arguments)).toArray(String[]::new);
    return said((each, io) -> CommandLineTool.run(each, io[0], io[1]), all);
  }

  private interface Call {
    int run(String[] arguments, PrintStream[] io);
  }

  private static Said said(Call call, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    boolean chosen = List.of(arguments).contains(FEW_EPOCHS[0]);
    String[] all = chosen ? arguments : with(arguments, FEW_EPOCHS);
    PrintStream[] io = {
      new PrintStream(out, true, StandardCharsets.UTF_8),
      new PrintStream(err, true, StandardCharsets.UTF_8)
    };
    int status = call.run(all, io);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Arguments, one behind the other. */
  static String[] with(String[] first, String... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }
}
