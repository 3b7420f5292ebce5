/**
 * Calibration, fusion, threshold and anomalies: arrays in, result out. Knows no page, no file and
 * no server.
 */
@NullMarked
package io.hybridanomaly.detection;

import org.jspecify.annotations.NullMarked;
