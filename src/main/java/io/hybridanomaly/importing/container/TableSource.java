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
  private final String problem;
  private List<TableSource> siblings = List.of(this);

  /**
   * @param file that holds the table
   * @param table the name of the sheet or of the file inside; empty if the file is one table
   * @param name the file's name, with that of the table if there are several
   * @param content the text
   */
  TableSource(CsvSource file, String table, String name, Content content) {
    this(file, table, name, content, "");
  }

  private TableSource(CsvSource file, String table, String name, Content content, String problem) {
    this.file = file;
    this.table = table;
    this.name = name;
    this.content = content;
    this.problem = problem;
  }

  /** The same table under the name that tells it apart from those of other files. */
  TableSource called(String unique) {
    return new TableSource(file, unique, unique, content, problem);
  }

  /** Stands for a file that holds no table. */
  static TableSource unusable(CsvSource file, String problem) {
    return new TableSource(file, "", file.name(), file::open, problem);
  }

  /** A file that is the text of a table already. */
  static TableSource plain(CsvSource file) {
    return new TableSource(file, "", file.name(), file::open);
  }

  /** The name of the sheet, or of the file inside; empty if the file is one table. */
  public String table() {
    return table;
  }

  /** Why it holds nothing to read, in one plain sentence; empty if it can be read. */
  public String problem() {
    return problem;
  }

  /** All tables that came with this one, itself among them, in the order they came. */
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
