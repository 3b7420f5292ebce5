package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.FileNames;
import io.hybridanomaly.export.OverviewPage;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Overview;
import io.hybridanomaly.overview.SeriesDigest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what an overview shows of each run, and writes it. */
final class OverviewFile {

  private final Path file;
  private final List<Path> inputs;
  private final String folder;
  private final List<SeriesDigest> series = new ArrayList<>();
  private final List<FailedSeries> failed = new ArrayList<>();
  private final Map<String, String> links = new HashMap<>();

  /**
   * @param file where it is written to
   * @param inputs what is judged; names in the overview leave out the folder that all share
   */
  OverviewFile(Path file, List<Path> inputs) {
    this.file = file;
    this.inputs = inputs;
    this.folder = sharedFolder(inputs);
  }

  private static String sharedFolder(List<Path> inputs) {
    if (inputs.isEmpty()) {
      return "";
    }
    String shared = withoutName(inputs.getFirst().toString());
    for (Path input : inputs) {
      while (!input.toString().startsWith(shared)) {
        shared = withoutName(shared.substring(0, shared.length() - 1));
      }
    }
    return shared;
  }

  /** A path up to its last separator, which stays. */
  private static String withoutName(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /**
   * Adds a run. Only what the overview shows of it is kept.
   *
   * @param output where its result was written to; null if nowhere
   */
  void add(Analysis run, @Nullable Path output) {
    String name = name(run.file().name());
    series.add(SeriesDigest.of(name, run.series(), run.result()));
    if (output != null) {
      links.put(name, link(output));
    }
  }

  /**
   * Adds a series that could not be judged.
   *
   * @param path of its file, with its name in it
   * @param message why; it begins with the path
   */
  void addFailure(String path, String message) {
    String sentence =
        message.startsWith(path + ": ") ? message.substring(path.length() + 2) : message;
    failed.add(new FailedSeries(name(path), sentence));
  }

  /** What tells a series apart from the others: of a single file its own name is enough. */
  private String name(String path) {
    String only = inputs.size() == 1 ? inputs.getFirst() + " (" : "";
    String name =
        !only.isEmpty() && path.startsWith(only) && path.endsWith(")")
            ? path.substring(only.length(), path.length() - 1).replace(") (", ": ")
            : path.startsWith(folder) ? path.substring(folder.length()) : path;
    return FileNames.seen(name, "series");
  }

  /** The address of a file beside the overview, or anywhere. */
  private String link(Path output) {
    Path from = file.toAbsolutePath().normalize().getParent();
    Path to = output.toAbsolutePath().normalize();
    if (from == null || !from.getRoot().equals(to.getRoot())) {
      return to.toUri().toString();
    }
    try {
      String relative = from.relativize(to).toString().replace('\\', '/');
      // Without a folder in front, a colon in the name would end a scheme.
      return new URI(null, null, "./" + relative, null).toASCIIString();
    } catch (URISyntaxException e) {
      return to.toUri().toString();
    }
  }

  /**
   * Writes the overview; also one of nothing.
   *
   * @throws UsageException if it cannot be written
   */
  void write() throws UsageException {
    String title =
        inputs.size() == 1
            ? String.valueOf(inputs.getFirst().getFileName())
            : folder.isEmpty() ? inputs.size() + " files" : folder;
    OutputFiles.write(
        file,
        text ->
            OverviewPage.write(
                FileNames.seen(title, "series"), Overview.of(series, failed), links, text));
  }
}
