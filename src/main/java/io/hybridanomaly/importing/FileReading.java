package io.hybridanomaly.importing;

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
record FileReading(
    ReadPlan plan,
    RawPoints points,
    Tally tally,
    NumberParser numbers,
    @Nullable TimeReader times,
    int missingValues,
    int missingLabels) {}
