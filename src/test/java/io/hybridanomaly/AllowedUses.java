package io.hybridanomaly;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which package may use which, as the tables of the document say it.
 *
 * @param allowed for each package those that it may use, without the common beginning of the names
 */
record AllowedUses(Map<String, Set<String>> allowed) {

  private static final String BASE = "io.hybridanomaly.";

  /** The importer's entrance, which stands above its packages and has no row of its own. */
  private static final String IMPORTER = "importing";

  private static final Pattern HEADER =
      Pattern.compile("\\| (package|`importing\\.`) \\| may use .*");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\| ([^|]*) \\|.*");
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  /** Reads the tables whose second column is headed "may use". */
  static AllowedUses of(Path document) {
    Map<String, Set<String>> allowed = new TreeMap<>();
    try {
      String prefix = null;
      for (String line : Files.readAllLines(document)) {
        Matcher header = HEADER.matcher(line);
        Matcher row = ROW.matcher(line);
        if (header.matches()) {
          prefix = header.group(1).equals("package") ? "" : IMPORTER + ".";
        } else if (!line.startsWith("|")) {
          prefix = null;
        } else if (prefix != null && row.matches()) {
          Set<String> used = new TreeSet<>();
          Matcher names = NAME.matcher(row.group(2));
          while (names.find()) {
            used.add(prefix + names.group(1));
          }
          allowed.put(prefix + row.group(1), used);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AllowedUses(allowed);
  }

  /** For each package of the document those that its classes really use. */
  Map<String, Set<String>> uses(JavaClasses classes) {
    Map<String, Set<String>> uses = new TreeMap<>();
    allowed.keySet().forEach(name -> uses.put(name, new TreeSet<>()));
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        add(uses, type.getPackageName(), dependency.getTargetClass().getPackageName());
      }
    }
    return uses;
  }

  private void add(Map<String, Set<String>> uses, String from, String to) {
    boolean insideImporter = isImporter(from) && isImporter(to);
    Optional<String> user = insideImporter ? step(from) : place(from);
    Optional<String> used = insideImporter ? step(to) : place(to);
    if (user.isPresent() && used.isPresent() && !user.equals(used)) {
      uses.computeIfAbsent(user.get(), name -> new TreeSet<>()).add(used.get());
    }
  }

  private static boolean isImporter(String name) {
    return (name + ".").startsWith(BASE + IMPORTER + ".");
  }

  /** The importer's own package that a class is in; empty for its entrance. */
  private Optional<String> step(String name) {
    return longest(name).filter(place -> !place.equals(IMPORTER));
  }

  /** The row of the first table: the importer is one package there. */
  private Optional<String> place(String name) {
    return longest(name).map(place -> place.startsWith(IMPORTER + ".") ? IMPORTER : place);
  }

  private Optional<String> longest(String name) {
    return allowed.keySet().stream()
        .filter(place -> (name + ".").startsWith(BASE + place + "."))
        .max(Comparator.comparingInt(String::length));
  }
}
