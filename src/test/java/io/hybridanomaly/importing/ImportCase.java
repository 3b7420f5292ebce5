package io.hybridanomaly.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One case of a specification file; see {@link ImportCasesTest} for the format.
 *
 * @param kind {@code table}, {@code numbers} or {@code dates}
 * @param options lines {@code name: value} above the input
 * @param input lines of the input
 * @param expected lines of the expectation
 */
record ImportCase(
    String file,
    String kind,
    String name,
    List<String> options,
    List<String> input,
    List<String> expected) {

  private static final LocalDateTime START = LocalDateTime.of(2024, 3, 1, 0, 0);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?::([^}]*))?}");

  @Override
  public String toString() {
    return file + ": " + name;
  }

  /** Reads every case of a file. */
  static List<ImportCase> parse(String file, List<String> lines) {
    List<ImportCase> cases = new ArrayList<>();
    List<String> section = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("=== ")) {
        String[] title = line.substring(4).split(": ", 2);
        section = new ArrayList<>();
        cases.add(
            new ImportCase(
                file, title[0], title[1], section, new ArrayList<>(), new ArrayList<>()));
      } else if (line.equals("---")) {
        ImportCase last = cases.get(cases.size() - 1);
        section = section == last.options ? last.input : last.expected;
      } else if (!cases.isEmpty()) {
        section.add(line);
      }
    }
    for (ImportCase each : cases) {
      each.expected.removeIf(String::isBlank);
      each.options.removeIf(String::isBlank);
      if (!each.kind.equals("table")) {
        each.input.removeIf(String::isBlank);
      }
    }
    return cases;
  }

  String option(String name, String otherwise) {
    return options.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse(otherwise);
  }

  /** The file's bytes. */
  byte[] bytes() {
    String end = option("line-end", "\\n").replace("\\n", "\n").replace("\\r", "\r");
    StringBuilder text = new StringBuilder();
    for (String line : inputLines()) {
      text.append(line).append(end);
    }
    if (option("last-line-end", "yes").equals("no")) {
      text.setLength(Math.max(0, text.length() - end.length()));
    }
    Charset charset = Charset.forName(option("written-as", StandardCharsets.UTF_8.name()));
    return text.toString().getBytes(charset);
  }

  /** Cells of the {@code numbers} and {@code dates} kinds, the templates unfolded. */
  List<String> cells() {
    return unfold(input.stream().map(line -> line.split(" => ", 2)[0]).toList());
  }

  private List<String> inputLines() {
    return switch (kind) {
      case "numbers" -> numberTable();
      case "dates" -> dateTable();
      default -> unfold(input);
    };
  }

  /** The cells again and again until there are enough rows. */
  private List<String> numberTable() {
    List<String> lines = new ArrayList<>(List.of("t;v"));
    List<String> cells = cells();
    for (int i = 0; i < 64 * cells.size(); i++) {
      String date = START.plusDays(i).format(DateTimeFormatter.ISO_LOCAL_DATE);
      lines.add(date + ";" + quoted(cells.get(i % cells.size())));
    }
    return lines;
  }

  private List<String> dateTable() {
    List<String> lines = new ArrayList<>(List.of(option("header", "t") + ";v"));
    List<String> cells = cells();
    for (int i = 0; i < cells.size(); i++) {
      lines.add(quoted(cells.get(i)) + ";" + i + ".5");
    }
    return lines;
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private static List<String> unfold(List<String> lines) {
    List<String> unfolded = new ArrayList<>();
    for (String line : lines) {
      Matcher template = Pattern.compile("\\*(\\d+) (.*)").matcher(line);
      if (!template.matches()) {
        unfolded.add(unescape(line));
        continue;
      }
      for (int i = 0; i < Integer.parseInt(template.group(1)); i++) {
        int row = i;
        unfolded.add(
            unescape(
                PLACEHOLDER
                    .matcher(template.group(2))
                    .replaceAll(
                        found ->
                            Matcher.quoteReplacement(fill(found.group(1), found.group(2), row)))));
      }
    }
    return unfolded;
  }

  private static String fill(String unit, String pattern, int i) {
    return switch (unit) {
      case "i" -> String.format(Locale.ROOT, pattern == null ? "%d" : pattern, i);
      case "x" -> Integer.toString((i * 37 + 11) % 101);
      case "mod" -> Integer.toString(i % Integer.parseInt(pattern));
      case "mod1" -> Integer.toString(i % Integer.parseInt(pattern) + 1);
      case "div" -> Integer.toString(i / Integer.parseInt(pattern));
      case "half" ->
          START.plusMinutes(30L * i).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      case "halfend" ->
          START
              .plusMinutes(30L * i + 30)
              .format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      case "hourend" ->
          START.plusHours(i + 1).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      case "week" ->
          START.plusWeeks(i).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      case "tag" -> START.plusDays(i).format(DateTimeFormatter.ofPattern(pattern, Locale.GERMAN));
      case "jour" -> START.plusDays(i).format(DateTimeFormatter.ofPattern(pattern, Locale.FRENCH));
      case "mois" ->
          START.plusMonths(i).format(DateTimeFormatter.ofPattern(pattern, Locale.FRENCH));
      case "epoch" -> Long.toString(START.toEpochSecond(ZoneOffset.UTC) + i * 60L);
      case "day" -> START.plusDays(i).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      case "hour" ->
          START.plusHours(i).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      case "month" ->
          START.plusMonths(i).format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
      default -> throw new IllegalArgumentException("no placeholder " + unit);
    };
  }

  private static String unescape(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char next = line.charAt(++i);
      switch (next) {
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case '0' -> text.append('\0');
        case 'u' -> {
          text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(next);
      }
    }
    return text.toString();
  }
}
