package io.hybridanomaly.acceptance;

import io.hybridanomaly.acceptance.PackagedJar.Outcome;
import io.hybridanomaly.cli.CommandLineTool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The command line without a process of its own. */
final class DirectCall {

  private DirectCall() {}

  /** Runs a call in which {@code @} stands for a folder. */
  static Outcome run(Path folder, String call) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments =
        Arrays.stream(call.split(" ", -1))
            .map(argument -> argument.replace("@", folder.toString()))
            .toArray(String[]::new);
    int status =
        CommandLineTool.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
