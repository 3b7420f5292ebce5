package io.hybridanomaly.importing.container;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** One table of a file, as the text of a CSV file. */
public final class TableSource implements CsvSource {

  /** Where the text comes from. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  private final CsvSource file;
  private final String table;
  private final String name;
  private final Content content;
  private List<TableSource> siblings = List.of(this);

  /**
   * @param file that holds the table
   * @param table the name of the sheet or of the file inside; empty if the file is one table
   * @param name the file's name, with that of the table if there are several
   * @param content the text
   */
  TableSource(CsvSource file, String table, String name, Content content) {
    this.file = file;
    this.table = table;
    this.name = name;
    this.content = content;
  }

  /** A file that is the text of a table already. */
  static TableSource plain(CsvSource file) {
    return new TableSource(file, "", file.name(), file::open);
  }

  /** The name of the sheet, or of the file inside; empty if the file is one table. */
  public String table() {
    return table;
  }

  /** All tables of the file, this one among them, in the order of the file. */
  public List<TableSource> siblings() {
    return siblings;
  }

  /** Says once, before anybody else knows the tables, which ones belong together. */
  void join(List<TableSource> tables) {
    siblings = tables;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CsvSource origin() {
    return file.origin();
  }

  @Override
  public InputStream open() throws IOException {
    return content.open();
  }
}
