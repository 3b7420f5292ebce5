/** A univariate time series and its time axis. Pure values, no dependencies. */
@NullMarked
package io.hybridanomaly.series;

import org.jspecify.annotations.NullMarked;
