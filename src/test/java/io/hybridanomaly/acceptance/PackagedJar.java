package io.hybridanomaly.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar that users run, run as they do. */
final class PackagedJar {

  private static final Path JAR = Path.of("target", "hybrid-anomaly-detector.jar");
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  /** A server that lives for some minutes beside a browser does not get its optimizing back. */
  private static final Path SHORT_LIVED = Path.of("src", "test", "java-options");

  /** What the environment may hold that a server under test must not take from it. */
  static final Set<String> OF_THE_CALLER = Set.of("GEMINI_API_KEY", "GOOGLE_API_KEY", "PORT");

  private PackagedJar() {}

  /** How a command ended. */
  record Outcome(int status, String out, String err) {}

  /** Runs a subcommand to its end. */
  static Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path out = temporary(Files.createTempFile("out", ".txt"));
    Path err = temporary(Files.createTempFile("err", ".txt"));
    Process process =
        new ProcessBuilder(command(List.of(), List.of(arguments)))
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the command did not end: " + Arrays.toString(arguments));
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** A running web application. */
  record Server(Process process, int port, Path output) implements AutoCloseable {

    String address() {
      return "http://localhost:" + port + "/";
    }

    /** What it has logged so far. */
    String log() throws IOException {
      return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  /** Serves the page, on a free port if none is named, and waits until it answers. */
  static Server serve(String... options) throws IOException, InterruptedException {
    Path folder = temporary(Files.createTempDirectory("server"));
    List<String> arguments = new ArrayList<>(List.of(options));
    if (arguments.stream().noneMatch(option -> option.startsWith("--server.port="))) {
      arguments.add("--server.port=0");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command(List.of("@" + SHORT_LIVED.toRealPath()), arguments))
            .directory(folder.toFile());
    builder.environment().keySet().removeAll(OF_THE_CALLER);
    return awaitPage(builder);
  }

  /** Starts a server and waits until its page answers. */
  static Server awaitPage(ProcessBuilder builder) throws IOException, InterruptedException {
    Path log = temporary(Files.createTempFile("server", ".log"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long end = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      Matcher port = PORT.matcher(Files.readString(log, StandardCharsets.UTF_8));
      if (port.find() && answers(Integer.parseInt(port.group(1)))) {
        return new Server(process, Integer.parseInt(port.group(1)), log);
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new AssertionError("the server did not start: " + Files.readString(log));
  }

  /** Gone when the tests have ended. */
  private static Path temporary(Path path) {
    path.toFile().deleteOnExit();
    return path;
  }

  private static boolean answers(int port) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> command(List<String> machine, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.add("-jar");
    try {
      command.add(JAR.toRealPath().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("build the jar first: mvn package", e);
    }
    command.addAll(arguments);
    return command;
  }
}
