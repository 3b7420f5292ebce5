package io.hybridanomaly.analysis;

import java.util.regex.Pattern;

/** Names of files as they may be shown: whoever sends a file chooses its name. */
public final class FileNames {

  private static final int LONGEST = 200;

  /**
   * Control characters, and those that turn the direction of a text or are not seen at all: with
   * them a name can look like another one.
   */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");

  private FileNames() {}

  /**
   * The name without folders, without characters that cannot be seen, and not too long.
   *
   * @param otherwise what it is called if nothing is left
   */
  public static String plain(String name, String otherwise) {
    return seen(FOLDERS.matcher(seen(name, "")).replaceFirst(""), otherwise);
  }

  /** The same for a name that is shown only, folders and all. */
  public static String seen(String name, String otherwise) {
    String rest = UNSEEN.matcher(name).replaceAll("").strip();
    if (rest.isEmpty()) {
      return otherwise;
    }
    int length = rest.codePointCount(0, rest.length());
    return length <= LONGEST ? rest : rest.substring(0, rest.offsetByCodePoints(0, LONGEST));
  }
}
