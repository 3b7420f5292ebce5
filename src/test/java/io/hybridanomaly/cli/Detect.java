package io.hybridanomaly.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call of {@code detect} with the shortest training, in this process.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
record Detect(int status, String out, String err) {

  static Detect call(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CommandLineTool.run(
            Stream.concat(Stream.of("detect", "--epochs", "1"), Stream.of(arguments))
                .toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Detect(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The lines of its standard error. */
  List<String> errors() {
    return err.lines().toList();
  }
}
