package io.hybridanomaly.importing.layout;

import io.hybridanomaly.importing.text.Blanks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises files that people upload by mistake for a CSV file. */
final class FileKinds {

  private record Kind(String magic, String mend) {}

  /** First bytes, each as the character with its number, and the sentence for the user. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("%PDF", "The file looks like a PDF document: export the table as CSV."),
          new Kind(
              "\u00D0\u00CF\u0011\u00E0",
              "The file looks like an old Excel workbook: open it and save it as CSV."),
          new Kind("\u001F\u008B", "The file is compressed (gzip): unpack it first."),
          new Kind("BZh", "The file is compressed (bzip2): unpack it first."),
          new Kind("\u00FD7zXZ", "The file is compressed (xz): unpack it first."),
          new Kind("(\u00B5/\u00FD", "The file is compressed (zstd): unpack it first."),
          new Kind("7z\u00BC\u00AF", "The file is a 7z archive: unpack it first."),
          new Kind("Rar!", "The file is a RAR archive: unpack it first."),
          new Kind("PAR1", "The file looks like a Parquet file: convert it to CSV first."),
          new Kind("SQLite format", "The file looks like a database: export the table as CSV."),
          new Kind("\u0089PNG", "The file is a picture: upload the numbers behind it as CSV."),
          new Kind("\u00FF\u00D8\u00FF", "The file is a picture: upload the numbers as CSV."),
          new Kind("GIF8", "The file is a picture: upload the numbers behind it as CSV."),
          new Kind("\u0089HDF", "The file looks like an HDF5 file: export the table as CSV."),
          new Kind("{\\rtf", "The file is a text document (RTF): save the table as CSV."));

  private FileKinds() {}

  /** A sentence with the mend if the bytes are those of another kind of file, else null. */
  static @Nullable String refusal(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return zip(new String(head, StandardCharsets.ISO_8859_1));
    }
    for (Kind kind : KINDS) {
      if (start.startsWith(kind.magic())) {
        return kind.mend();
      }
    }
    return markup(start);
  }

  private static String zip(String content) {
    if (content.contains("xl/")) {
      return "The file looks like an Excel workbook: open it and save it as CSV.";
    }
    if (content.contains("opendocument.spreadsheet")) {
      return "The file looks like an OpenDocument spreadsheet: open it and save it as CSV.";
    }
    return "The file is a ZIP archive: unpack it and upload the CSV file in it.";
  }

  private static @Nullable String markup(String start) {
    String text =
        Blanks.strip(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start)
            .toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      return "The file is a web page, not a CSV file: download the data itself.";
    }
    if (text.startsWith("<?xml")) {
      return "The file is XML, not CSV: export the table as CSV.";
    }
    boolean json = text.startsWith("{") || text.startsWith("[{") || text.startsWith("[[");
    return json ? "The file looks like JSON, not CSV: export the table as CSV." : null;
  }
}
