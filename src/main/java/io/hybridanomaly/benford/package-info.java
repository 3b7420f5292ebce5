/**
 * Leading digits, digit statistics, window scores and the verdict whether Benford's law applies.
 * Pure arrays.
 */
@NullMarked
package io.hybridanomaly.benford;

import org.jspecify.annotations.NullMarked;
