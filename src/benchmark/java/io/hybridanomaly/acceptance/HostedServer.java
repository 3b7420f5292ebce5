package io.hybridanomaly.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The server as it is hosted: {@code deploy/start} itself starts it, in a memory of 1.5 GiB. Only
 * the archive of classes and the unpacked engine are not beside it. How much memory it holds, and
 * what it complains of.
 */
final class HostedServer {

  private static final Path BUILT = Path.of("target", "app");
  private static final String MEMORY = "-XX:MaxRAM=1536m";

  private HostedServer() {}

  /**
   * Serves the page on a free port.
   *
   * @param settings as environment variables
   */
  static PackagedJar.Server serve(Map<String, String> settings)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(BUILT)) {
      throw new IOException("build the program first: ./run build");
    }
    Path folder = temporary(Files.createTempDirectory("hosted"));
    Path data = temporary(Files.createTempDirectory("hosted-data"));
    link(folder, "start", Path.of("deploy", "start"));
    link(folder, "server.jar", BUILT.resolve("hybrid-anomaly-detector.jar"));
    link(folder, "lib", BUILT.resolve("lib"));
    // Not by the link: the script looks for the program where it stands itself.
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("start").toString());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(PackagedJar.OF_THE_CALLER);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS", MEMORY);
    environment.put("PORT", "0");
    environment.put("DATA_DIRECTORY", data.toString());
    environment.put(
        "DJL_CACHE_DIR", Path.of(System.getProperty("user.home"), ".djl.ai").toString());
    environment.putAll(settings);
    return PackagedJar.awaitPage(builder);
  }

  private static Path temporary(Path path) {
    path.toFile().deleteOnExit();
    return path;
  }

  private static void link(Path folder, String name, Path to) throws IOException {
    Path ignored = temporary(Files.createSymbolicLink(folder.resolve(name), to.toRealPath()));
  }

  /** Bytes of the Java heap that are alive after a collection. */
  static long heap(PackagedJar.Server server) throws IOException {
    Process histogram =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.process().pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    List<String> lines = histogram.inputReader().lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith("Total"))
        .map(line -> line.trim().split("\\s+"))
        .mapToLong(words -> Long.parseLong(words[words.length - 1]))
        .findFirst()
        .orElseThrow(() -> new IOException("no histogram: " + lines));
  }

  /** Megabytes of memory that the process holds. */
  static long resident(PackagedJar.Server server) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(server.process().pid()), "status"))
        .stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
        .findFirst()
        .orElse(0);
  }

  /** The warnings and errors of the log. */
  static List<String> complaints(PackagedJar.Server server) throws IOException {
    return server.log().lines().filter(line -> line.matches(".* (WARN|ERROR) .*")).toList();
  }
}
