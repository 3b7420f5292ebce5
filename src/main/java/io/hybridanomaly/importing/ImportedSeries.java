package io.hybridanomaly.importing;

import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.series.TimeSeries;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole file, read.
 *
 * @param series the points in time order
 * @param labels 0 or 1 for each point, or null if no label column was named; not copied, must not
 *     be changed afterwards
 * @param profile format and columns as they were used
 * @param summary the check of the data
 * @param group the group of like series that it is of; empty if no group column was named, or none
 *     stands there
 */
public record ImportedSeries(
    TimeSeries series,
    byte @Nullable [] labels,
    CsvProfile profile,
    ImportSummary summary,
    Optional<String> group) {}
