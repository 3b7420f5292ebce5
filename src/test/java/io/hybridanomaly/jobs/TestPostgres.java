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

  private final Path programs;
  private final Path folder;
  private final int port;

  private TestPostgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Empty where the package is not installed. */
  static Optional<TestPostgres> start() throws Exception {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    Path programs;
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      programs = versions.max(Path::compareTo).orElseThrow().resolve("bin");
    }
    Path folder = Path.of("/tmp", "postgres-test-" + ProcessHandle.current().pid());
    try (ServerSocket free = new ServerSocket(0)) {
      TestPostgres postgres = new TestPostgres(programs, folder, free.getLocalPort());
      free.close();
      postgres.run("initdb", "-U", "test", "-A", "trust", "-D", folder.toString());
      postgres.up();
      return Optional.of(postgres);
    }
  }

  void up() throws Exception {
    run(
        "pg_ctl",
        "-D",
        folder.toString(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p %d -k %s".formatted(port, folder),
        "start");
  }

  void down() throws Exception {
    run("pg_ctl", "-D", folder.toString(), "-w", "-m", "immediate", "stop");
  }

  String url() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
  }

  /** PostgreSQL refuses to be run by root. */
  private void run(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/tmp").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("failed: " + command);
    }
  }

  @Override
  public void close() throws Exception {
    down();
    Process gone = new ProcessBuilder("rm", "-rf", folder.toString()).start();
    gone.waitFor();
  }
}
