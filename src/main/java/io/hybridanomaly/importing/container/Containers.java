package io.hybridanomaly.importing.container;

import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Finds the tables in a file by its first bytes, whatever its name: compressed text, ZIP archives,
 * workbooks, JSON lines. Everything else is one table as it is; whether it is one, the importer
 * says.
 */
public final class Containers {

  /** What a file may unpack to, in bytes, if nothing else is said. */
  public static final long DEFAULT_MOST_BYTES = 4L << 30;

  private static final int HEAD = 4096;

  /** A compressed workbook in an archive is the most that somebody packs on purpose. */
  private static final int MOST_NESTED = 3;

  private Containers() {}

  /**
   * Unpacks a file. Text is not read beyond its first bytes.
   *
   * @param mostBytes how much may come out of it, all its parts together
   * @throws ImportException if it is damaged, holds no table or unpacks to more than is allowed
   */
  public static Unpacked unpack(CsvSource file, long mostBytes) throws ImportException {
    return unpack(file, new Budget(mostBytes));
  }

  private static Unpacked unpack(CsvSource file, Budget budget) throws ImportException {
    try {
      return unpack(file, budget, MOST_NESTED);
    } catch (Budget.SpentException e) {
      throw new ImportException(String.valueOf(e.getMessage()), e);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw new ImportException("The file could not be read (" + e.getMessage() + "): retry.", e);
    }
  }

  /**
   * A file that came with others.
   *
   * @param problem why it did not arrive, in one plain sentence; empty if it did
   */
  public record Part(CsvSource file, String problem) {}

  /**
   * Unpacks files that came together. Their tables are siblings; a file that cannot be used is one
   * with a {@link TableSource#problem}.
   *
   * @param parts at least one
   * @param mostBytes how much may come out of all archives among them together
   */
  public static List<TableSource> together(List<Part> parts, long mostBytes) {
    Budget budget = new Budget(mostBytes);
    List<TableSource> tables = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      for (TableSource table : tables(part, budget)) {
        String name =
            table.table().isEmpty()
                ? part.file().name()
                : part.file().name() + ", " + table.table();
        String unique = name;
        for (int copy = 2; !names.add(unique); copy++) {
          unique = "%s (%d)".formatted(name, copy);
        }
        tables.add(table.called(unique));
      }
    }
    List<TableSource> all = List.copyOf(tables);
    all.forEach(table -> table.join(all));
    return all;
  }

  private static List<TableSource> tables(Part part, Budget budget) {
    if (!part.problem().isEmpty()) {
      return List.of(TableSource.unusable(part.file(), part.problem()));
    }
    try {
      return unpack(part.file(), budget).tables();
    } catch (ImportException e) {
      return List.of(TableSource.unusable(part.file(), String.valueOf(e.getMessage())));
    }
  }

  static ImportException damaged(IOException e) {
    return new ImportException(
        "The compressed file is damaged or cut off: copy or download it again.", e);
  }

  private static Unpacked unpack(CsvSource file, Budget budget, int levels)
      throws ImportException, IOException {
    byte[] head;
    try (InputStream in = file.open()) {
      head = in.readNBytes(HEAD);
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    boolean gzip = start.startsWith("\u001F\u008B");
    boolean zip = start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006");
    if ((gzip || zip) && levels == 0) {
      throw new ImportException("The file is an archive in an archive in another one: unpack it.");
    }
    if (gzip) {
      return gzip(file, budget, levels);
    }
    if (zip) {
      Archive archive = Archive.read(file, budget);
      return archive.workbook()
          ? Workbook.unpack(file, budget)
          : Unpacked.of(ContainerKind.ZIP, files(file, archive, budget, levels));
    }
    return JsonLines.isBeginning(new String(head, StandardCharsets.UTF_8))
        ? Unpacked.of(ContainerKind.JSON_LINES, List.of(JsonLines.table(file, budget)))
        : Unpacked.of(ContainerKind.TEXT, List.of(TableSource.plain(file)));
  }

  private static Unpacked gzip(CsvSource file, Budget budget, int levels)
      throws ImportException, IOException {
    TableSource content =
        new TableSource(file, "", file.name(), () -> new GZIPInputStream(file.open(), 1 << 16));
    // Once to the end, so that what is damaged or too much is known before anything is read of it.
    try (InputStream in = budget.counted(content.open())) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    Unpacked inside = unpack(content, budget, levels - 1);
    return inside.kind() == ContainerKind.TEXT
        ? Unpacked.of(ContainerKind.GZIP, List.of(content))
        : inside;
  }

  private static List<TableSource> files(CsvSource file, Archive archive, Budget budget, int levels)
      throws ImportException, IOException {
    List<TableSource> tables = new ArrayList<>();
    boolean several = archive.files().size() > 1;
    for (Map.Entry<String, PackedText> part : archive.files().entrySet()) {
      String path = part.getKey();
      String name = several ? file.name() + " (" + path + ")" : file.name();
      TableSource content = new TableSource(file, path, name, part.getValue()::open);
      Unpacked inside = unpack(content, budget, levels - 1);
      for (TableSource table : inside.tables()) {
        String full = table.table().isEmpty() ? path : path + ", " + table.table();
        String shown = full.equals(path) ? name : "%s (%s)".formatted(file.name(), full);
        tables.add(new TableSource(file, full, shown, table::open));
      }
    }
    return tables;
  }
}
