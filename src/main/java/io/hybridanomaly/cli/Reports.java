package io.hybridanomaly.cli;

import io.hybridanomaly.export.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Turns runs into entries of a report. */
final class Reports {

  private Reports() {}

  static RunReport.Entry entry(SeriesRun run) throws IOException {
    return new RunReport.Run(
        run.path().toString(), sha256(run.path()), run.imported(), run.result(), run.seconds());
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(new FileSource(file).open(), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
