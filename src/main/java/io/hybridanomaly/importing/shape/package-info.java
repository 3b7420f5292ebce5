/** The changes to points that a user can choose: range, filling, merging, resampling, gaps. */
@NullMarked
package io.hybridanomaly.importing.shape;

import org.jspecify.annotations.NullMarked;
