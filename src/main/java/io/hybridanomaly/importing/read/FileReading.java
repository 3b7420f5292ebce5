package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.time.TimeReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a whole file gave.
 *
 * @param plan how it was read
 * @param points the usable points in file order
 * @param tally the rows counted
 * @param rowsOfSeries the rows of this series, those left out included
 * @param numbers the reader of the value column with what it noticed
 * @param times the reader of the date column with what it noticed, or null
 * @param missingValues rows with a time and an empty value
 * @param missingLabels rows with an empty label
 * @param series the series in the table and the one that was read; empty if there is one
 * @param otherTable the line in which another table starts, which was not read; 0 if there is none
 * @param blocks whether the watched column tells series apart that stand below each other
 * @param groups what stands in the group column: nothing if there is none, otherwise one text, or
 *     the first two that differ
 */
public record FileReading(
    ReadPlan plan,
    RawPoints points,
    Tally tally,
    int rowsOfSeries,
    NumberParser numbers,
    @Nullable TimeReader times,
    int missingValues,
    int missingLabels,
    Optional<SeriesChoice> series,
    long otherTable,
    boolean blocks,
    List<String> groups) {}
