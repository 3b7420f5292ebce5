package io.hybridanomaly.ui.base;

import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.profile.SeriesChoice;
import java.util.List;
import java.util.Locale;

/** Which series an overview shows. */
public enum Members {
  /** All value columns of a table. */
  COLUMNS("detect-all"),

  /** All series that a column of a table tells apart. */
  GROUPS("detect-all-series"),

  /** All files that came together, all files of an archive or all sheets of a workbook. */
  TABLES("detect-all-tables");

  /** More rows than this no page shows well; the command line takes any number. */
  public static final int MOST = 200;

  private final String id;

  Members(String id) {
    this.id = id;
  }

  /** The id of the button that asks for them. */
  public String id() {
    return id;
  }

  /** Those of what is loaded, the first {@link #MOST}. */
  public List<Member> of(LoadedSeries loaded) {
    return switch (this) {
      case COLUMNS ->
          loaded.valueColumns().stream()
              .limit(MOST)
              .<Member>map(column -> new Member.Column(loaded.source(), column))
              .toList();
      case GROUPS ->
          groups(loaded).stream()
              .limit(MOST)
              .<Member>map(name -> new Member.Group(loaded.source(), name))
              .toList();
      case TABLES -> tables(loaded).stream().limit(MOST).<Member>map(Member.Table::new).toList();
    };
  }

  /** How many there are, those beyond {@link #MOST} too. */
  public int count(LoadedSeries loaded) {
    return switch (this) {
      case COLUMNS -> loaded.valueColumns().size();
      case GROUPS -> groups(loaded).size();
      case TABLES -> tables(loaded).size();
    };
  }

  /** Whether one is of this kind. */
  public boolean isKindOf(Member member) {
    return switch (member) {
      case Member.Column ignored -> this == COLUMNS;
      case Member.Group ignored -> this == GROUPS;
      case Member.Table ignored -> this == TABLES;
    };
  }

  /**
   * Whether the series is one of them. A column of flags or of running numbers, which may be chosen
   * as well, is none of the value columns.
   */
  public boolean hasAmong(LoadedSeries loaded) {
    return this == COLUMNS
        ? loaded.valueColumns().stream()
            .anyMatch(column -> column.name().equals(loaded.series().name()))
        : count(loaded) > 0;
  }

  /**
   * Which of how many it is, as {@code 1 of 3 value columns}; empty if it is the only one, or none
   * of them.
   */
  public String among(LoadedSeries loaded) {
    int count = count(loaded);
    return count < 2 || !hasAmong(loaded)
        ? ""
        : "1 of %s %s".formatted(Texts.count(count), noun(loaded, count));
  }

  /**
   * That others have not been judged, in one sentence.
   *
   * @param others how many
   */
  public String notJudged(LoadedSeries loaded, int others) {
    return "%s other %s %s not been judged."
        .formatted(Texts.count(others), noun(loaded, others), others == 1 ? "has" : "have");
  }

  /** What the button says. */
  public String offer(LoadedSeries loaded) {
    int count = count(loaded);
    String all = Texts.count(count) + " " + noun(loaded, count);
    return count > MOST
        ? "Detect in the first %d of %s".formatted(MOST, all)
        : "Detect in all " + all;
  }

  private String noun(LoadedSeries loaded, int count) {
    String ending = count == 1 ? "" : "s";
    return switch (this) {
      case COLUMNS -> "value column" + ending;
      case GROUPS -> "series";
      case TABLES -> (isWorkbook(tables(loaded)) ? "sheet" : "file") + ending;
    };
  }

  /** Above the overview. */
  public String title(LoadedSeries loaded) {
    List<TableSource> tables = this == TABLES ? tables(loaded) : List.of();
    return isOneFile(tables)
        ? "All series of "
            + (tables.isEmpty() ? loaded.source().name() : tables.getFirst().origin().name())
        : "All series of %s files".formatted(Texts.count(tables.size()));
  }

  private static boolean isWorkbook(List<TableSource> tables) {
    return isOneFile(tables)
        && tables.getFirst().origin().name().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  private static boolean isOneFile(List<TableSource> tables) {
    return tables.stream().map(TableSource::origin).distinct().count() <= 1;
  }

  private static List<String> groups(LoadedSeries loaded) {
    return loaded.imported().profile().series().map(SeriesChoice::names).orElse(List.of());
  }

  private static List<TableSource> tables(LoadedSeries loaded) {
    return loaded.source() instanceof TableSource table ? table.siblings() : List.of();
  }
}
