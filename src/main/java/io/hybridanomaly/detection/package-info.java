/**
 * Calibration, fusion, threshold and periods: arrays in, result out. Knows no page, no file and no
 * server.
 */
@NullMarked
package io.hybridanomaly.detection;

import org.jspecify.annotations.NullMarked;
