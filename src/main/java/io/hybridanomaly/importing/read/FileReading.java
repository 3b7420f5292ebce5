package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.time.TimeReader;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a whole file gave.
 *
 * @param plan how it was read
 * @param points the usable points in file order
 * @param tally the rows counted
 * @param numbers the reader of the value column with what it noticed
 * @param times the reader of the date column with what it noticed, or null
 * @param missingValues rows with a time and an empty value
 * @param missingLabels rows with an empty label
 */
public record FileReading(
    ReadPlan plan,
    RawPoints points,
    Tally tally,
    NumberParser numbers,
    @Nullable TimeReader times,
    int missingValues,
    int missingLabels) {}
