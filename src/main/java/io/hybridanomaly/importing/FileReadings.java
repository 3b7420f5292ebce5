package io.hybridanomaly.importing;

import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.read.FileReader;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The readings of one file. If every series is wanted, each way of reading serves all of them and
 * is done once. Used from one thread.
 */
final class FileReadings {

  private final CsvSource source;
  private final boolean all;
  private final Map<ReadPlan, Map<Optional<String>, FileReading>> bySeries = new HashMap<>();

  /**
   * @param all whether every series is wanted
   */
  FileReadings(CsvSource source, boolean all) {
    this.source = source;
    this.all = all;
  }

  /**
   * The series that a plan names, or the first one.
   *
   * @throws java.nio.charset.CharacterCodingException if the encoding is another one
   */
  FileReading read(ReadPlan plan) throws ImportException, IOException {
    if (!all) {
      return FileReader.read(source, plan);
    }
    ReadPlan shared = plan.with(Optional.<String>empty());
    Map<Optional<String>, FileReading> known = bySeries.get(shared);
    if (known == null) {
      known = new HashMap<>();
      for (FileReading each : FileReader.readAll(source, shared)) {
        known.putIfAbsent(Optional.empty(), each);
        known.put(each.series().map(SeriesChoice::chosen), each);
      }
      bySeries.put(shared, known);
    }
    FileReading found = known.get(plan.series());
    return found == null ? FileReader.read(source, plan) : found;
  }
}
