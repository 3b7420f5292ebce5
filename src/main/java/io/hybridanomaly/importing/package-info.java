/**
 * From CSV bytes to a {@link io.hybridanomaly.series.TimeSeries}: detection of format, columns,
 * dates and numbers, and plain sentences for what is wrong. The only package that uses Commons CSV.
 */
@NullMarked
package io.hybridanomaly.importing;

import org.jspecify.annotations.NullMarked;
