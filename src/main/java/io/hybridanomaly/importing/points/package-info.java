/** Points as they are read, in arrays, and the order and rhythm of their times. */
@NullMarked
package io.hybridanomaly.importing.points;

import org.jspecify.annotations.NullMarked;
