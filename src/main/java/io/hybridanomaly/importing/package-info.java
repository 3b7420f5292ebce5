/**
 * From CSV bytes to a {@link io.hybridanomaly.series.TimeSeries}, with plain sentences for what is
 * wrong. {@link io.hybridanomaly.importing.CsvImporter} is the entrance; the work is done in the
 * packages below, each of which may use only those before it: text, number, time, points, options,
 * layout, profile, read, shape.
 */
@NullMarked
package io.hybridanomaly.importing;

import org.jspecify.annotations.NullMarked;
