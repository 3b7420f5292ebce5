/**
 * Window length, scaling of values, sliding windows and the way back from windows to points. Pure
 * arrays.
 */
@NullMarked
package io.hybridanomaly.windowing;

import org.jspecify.annotations.NullMarked;
