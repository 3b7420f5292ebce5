package io.hybridanomaly.overview;

/**
 * What an overview keeps of an anomaly.
 *
 * @param time when it is; its last point lasts as long as points of its series usually do
 * @param severity as {@link io.hybridanomaly.detection.Anomaly#severity}
 * @param text when it is, in words
 */
public record AbnormalTime(Span time, double severity, String text) {}
