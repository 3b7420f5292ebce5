package io.hybridanomaly.jobs;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package, with a data folder and a port of its own. */
final class TestPostgres implements AutoCloseable {

  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

  /** Where another user may write, too. */
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private final Path programs;
  private final Path folder;
  private final int port;

  private TestPostgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Empty where the package is not installed. */
  static Optional<TestPostgres> start() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    Path programs;
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      programs = versions.max(Path::compareTo).orElseThrow().resolve("bin");
    }
    Path folder = TEMPORARY.resolve("postgres-test-" + ProcessHandle.current().pid());
    TestPostgres postgres = new TestPostgres(programs, folder, freePort());
    postgres.run("initdb", "-N", "-U", "test", "-A", "trust", "-D", folder.toString());
    postgres.up();
    return Optional.of(postgres);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  void up() throws IOException {
    run(
        "pg_ctl",
        "-D",
        folder.toString(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-F -p %d -k %s".formatted(port, folder),
        "start");
  }

  void down() throws IOException {
    run("pg_ctl", "-D", folder.toString(), "-w", "-m", "immediate", "stop");
  }

  /** Makes a database and gives its address. */
  String database(String name) throws IOException {
    run("createdb", "-h", "localhost", "-p", Integer.toString(port), "-U", "test", name);
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
  }

  /** PostgreSQL refuses to be run by root. */
  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    await(command);
  }

  private static void await(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(TEMPORARY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("failed: " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + command, e);
    }
  }

  @Override
  public void close() throws IOException {
    down();
    await(List.of("rm", "-rf", folder.toString()));
  }
}
