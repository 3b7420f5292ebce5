/**
 * Numbers in whatever notation, and what a column of them says about the meaning of point and
 * comma.
 */
@NullMarked
package io.hybridanomaly.importing.number;

import org.jspecify.annotations.NullMarked;
