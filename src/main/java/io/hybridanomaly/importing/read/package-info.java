/** The whole file, read row by row: the points, the rows that could not be used and why. */
@NullMarked
package io.hybridanomaly.importing.read;

import org.jspecify.annotations.NullMarked;
