package io.hybridanomaly.ui.base;

import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.text.CsvSource;

/** A series of an overview, judged or to be judged. */
public sealed interface Member {

  /** What tells it apart from the others; untrusted. */
  String name();

  /** Whether a series comes from the same table, whatever was chosen in it. */
  boolean isOfTable(LoadedSeries loaded);

  /** Whether a series is this one. */
  boolean is(LoadedSeries loaded);

  /** A value column of a table. */
  record Column(CsvSource source, CsvColumn column) implements Member {
    @Override
    public String name() {
      return column.name();
    }

    @Override
    public boolean isOfTable(LoadedSeries loaded) {
      return source.equals(loaded.source());
    }

    @Override
    public boolean is(LoadedSeries loaded) {
      return isOfTable(loaded) && name().equals(loaded.series().name());
    }
  }

  /** One of the series that a column of a table tells apart. */
  record Group(CsvSource source, String name) implements Member {
    @Override
    public boolean isOfTable(LoadedSeries loaded) {
      return source.equals(loaded.source());
    }

    @Override
    public boolean is(LoadedSeries loaded) {
      return isOfTable(loaded)
          && loaded.imported().profile().series().map(SeriesChoice::chosen).stream()
              .anyMatch(name::equals);
    }
  }

  /** A file of several, a file of an archive or a sheet of a workbook: the series guessed in it. */
  record Table(TableSource table) implements Member {
    @Override
    public String name() {
      return table.table();
    }

    @Override
    public boolean isOfTable(LoadedSeries loaded) {
      return table.equals(loaded.source());
    }

    @Override
    public boolean is(LoadedSeries loaded) {
      return isOfTable(loaded);
    }
  }
}
