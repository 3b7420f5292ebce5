package io.hybridanomaly.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The reports of the series that an overview lists, in a folder beside it. */
final class ReportFiles {

  private static final String ENDING = ".html";

  /** What files of an earlier call are called. */
  private static final String WRITTEN = "[0-9]{4}-.*\\.html";

  /** Reports that are in memory at once. */
  private static final int AT_ONCE = 20;

  private static final int LONGEST_NAME = 60;

  private final Path folder;

  /**
   * @param overview beside which they are
   */
  ReportFiles(Path overview) {
    String name = String.valueOf(overview.getFileName());
    String stem =
        name.toLowerCase(Locale.ROOT).endsWith(ENDING)
            ? name.substring(0, name.length() - ENDING.length())
            : name;
    folder = overview.toAbsolutePath().resolveSibling(stem + "-reports");
  }

  /**
   * Writes those that there are, and removes those of an earlier call.
   *
   * @param judged as {@link Tables#JUDGED}
   * @param names what the overview calls its series, by fingerprint, in its order
   * @return their addresses, by what the overview calls the series
   */
  Map<String, String> write(Dataset<Row> judged, Map<String, String> names) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path old :
          files.filter(file -> file.getFileName().toString().matches(WRITTEN)).toList()) {
        Files.delete(old);
      }
    }
    List<String> fingerprints = List.copyOf(names.keySet());
    Map<String, String> links = new HashMap<>();
    for (int from = 0; from < fingerprints.size(); from += AT_ONCE) {
      List<String> some = fingerprints.subList(from, Math.min(fingerprints.size(), from + AT_ONCE));
      for (Row row :
          judged
              .filter(col(Tables.FINGERPRINT).isin(some.toArray()))
              .filter(col(Tables.REPORT).isNotNull())
              .select(Tables.FINGERPRINT, Tables.REPORT)
              .collectAsList()) {
        int number = fingerprints.indexOf(row.getString(0)) + 1;
        String name = names.getOrDefault(row.getString(0), "");
        Path file = folder.resolve(fileName(number, name));
        Files.writeString(file, row.getString(1));
        links.put(name, link(file));
      }
    }
    return links;
  }

  private static String fileName(int number, String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
    return "%04d-%s%s"
        .formatted(number, plain.substring(0, Math.min(plain.length(), LONGEST_NAME)), ENDING);
  }

  private String link(Path file) {
    try {
      // Without a folder in front, a colon in the name would end a scheme.
      return new URI(null, null, "./" + folder.getFileName() + "/" + file.getFileName(), null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      return file.toUri().toString();
    }
  }
}
