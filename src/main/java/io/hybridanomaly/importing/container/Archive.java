package io.hybridanomaly.importing.container;

import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a ZIP archive.
 *
 * @param workbook whether they are those of an Excel workbook
 * @param files the text of every file that may be a table, by its path in the archive
 */
record Archive(boolean workbook, Map<String, PackedText> files) {

  private static final int MOST_PARTS = 10_000;

  private static final List<String> TABLES =
      List.of(".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson", ".xlsx", ".gz");

  /** Files that may be tables, if no others are there: a text may as well be an explanation. */
  private static final List<String> TEXTS = List.of(".txt", ".dat");

  /**
   * Reads an archive from end to end and counts all that comes out of it, not only the tables.
   *
   * @throws ImportException if it holds no table
   */
  static Archive read(CsvSource file, Budget budget) throws ImportException, IOException {
    Map<String, PackedText> tables = new LinkedHashMap<>();
    Map<String, PackedText> texts = new LinkedHashMap<>();
    boolean workbook = false;
    int parts = 0;
    byte[] all = bytes(file);
    try (ZipFile zip = ZipFile.builder().setByteArray(all).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw new ImportException(
              "The ZIP archive holds more than %d files: unpack it and take the ones you need."
                  .formatted(MOST_PARTS));
        }
        refuseUnreadable(part);
        workbook |= part.getName().equals("xl/workbook.xml");
        try (InputStream bytes = budget.counted(zip.getInputStream(part))) {
          if (isTable(part, TABLES)) {
            tables.put(part.getName(), PackedText.of(bytes));
          } else if (isTable(part, TEXTS)) {
            texts.put(part.getName(), PackedText.of(bytes));
          } else {
            bytes.transferTo(OutputStream.nullOutputStream());
          }
        }
      }
    } catch (Budget.SpentException e) {
      throw e;
    } catch (IOException e) {
      throw Containers.damaged(e);
    }
    Map<String, PackedText> files = tables.isEmpty() ? texts : tables;
    if (!workbook && files.isEmpty()) {
      throw new ImportException(
          "The ZIP archive holds no table: put CSV files, workbooks or JSON lines into it.");
    }
    return new Archive(workbook, files);
  }

  /** The list of the parts stands at the end of an archive, so that all of it is needed. */
  private static byte[] bytes(CsvSource file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  private static void refuseUnreadable(ZipArchiveEntry part) throws ImportException {
    if (part.getGeneralPurposeBit().usesEncryption()) {
      throw new ImportException("The archive is protected by a password: unpack it first.");
    }
    if (part.getName().equals("xl/workbook.bin")) {
      throw new ImportException(
          "The file is a binary Excel workbook (.xlsb): save it as .xlsx or CSV.");
    }
    if (part.getName().equals("content.xml")) {
      throw new ImportException(
          "The file looks like an OpenDocument spreadsheet: save it as .xlsx or CSV.");
    }
  }

  /** Hidden files, such as those that Apple's computers add, are none. */
  private static boolean isTable(ZipArchiveEntry part, List<String> endings) {
    String path = part.getName().toLowerCase(Locale.ROOT);
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean hidden = name.startsWith(".") || path.startsWith("__macosx/");
    return !part.isDirectory() && !hidden && endings.stream().anyMatch(name::endsWith);
  }
}
