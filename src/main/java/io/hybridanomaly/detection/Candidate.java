package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.OptionalDouble;

/**
 * One of the most unusual stretches below the threshold: not an anomaly, but what comes next.
 *
 * @param segment the points it covers
 * @param peak the point with the highest score
 * @param score the score there
 * @param sensitivity the lowest setting that flags something in it, 0 to 10; empty if none does
 */
public record Candidate(Segment segment, int peak, double score, OptionalDouble sensitivity) {}
