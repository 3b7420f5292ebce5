package io.hybridanomaly.importing;

/**
 * The distance between neighbouring times.
 *
 * @param micros the most frequent distance in microseconds; of months, quarters and years the
 *     shortest
 * @param text the distance in plain words, for example {@code 5 minutes} or {@code 1 month}
 * @param regular whether every distance is this one or a whole multiple of it (a gap)
 * @param gaps distances that are a whole multiple, two or more, of the step; 0 if irregular
 * @param missingSteps points that would fill these gaps; 0 if irregular
 */
public record SamplingStep(
    long micros, String text, boolean regular, int gaps, long missingSteps) {}
