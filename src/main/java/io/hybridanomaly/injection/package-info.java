/**
 * Known anomalies written into copies of a series, so that a detector can be tested on data that
 * nobody has labelled. Pure arrays.
 */
@NullMarked
package io.hybridanomaly.injection;

import org.jspecify.annotations.NullMarked;
