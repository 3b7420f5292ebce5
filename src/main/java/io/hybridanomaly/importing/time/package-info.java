/**
 * Dates and times of day in whatever notation, and what a column of them says about the order of
 * day and month.
 */
@NullMarked
package io.hybridanomaly.importing.time;

import org.jspecify.annotations.NullMarked;
