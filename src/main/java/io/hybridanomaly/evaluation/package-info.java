/**
 * How far a result can be trusted. How good scores and flags are where the truth is known:
 * precision and recall by point, by event and over the volume under the surface. Pure arrays.
 * Without any labelled point every metric is defined: there is nothing to find, so whatever
 * measures finding is 0, and false alarms still count. Where it is not known, known anomalies
 * injected into copies of the series stand in for it. And what a person says about anomalies, what
 * that would mean for the threshold, and how two results differ.
 */
@NullMarked
package io.hybridanomaly.evaluation;

import org.jspecify.annotations.NullMarked;
