package io.hybridanomaly.importing.text;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be imported. The message is one plain sentence with the cause and the mend,
 * meant for the user; it does not name the file.
 */
public final class ImportException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;
  private final @Nullable String column;

  /** A file to be refused as a whole. */
  public ImportException(String message) {
    this(message, 0, null);
  }

  /** A file to be refused because of another failure. */
  public ImportException(String message, Throwable cause) {
    super(message, cause);
    this.line = 0;
    this.column = null;
  }

  /**
   * A file to be refused because of one place in it.
   *
   * @param line from 1; 0 if no line is to blame
   * @param column null if no column is to blame
   */
  public ImportException(String message, long line, @Nullable String column) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line of the file, from 1, if one is to blame. */
  public OptionalLong line() {
    return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
  }

  /** The name of the column, if one is to blame. */
  public Optional<String> column() {
    return Optional.ofNullable(column);
  }
}
