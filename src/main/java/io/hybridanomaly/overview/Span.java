package io.hybridanomaly.overview;

/**
 * A stretch of time, {@code [from, to)}, in the unit of its {@link AxisKind}.
 *
 * @param from where it begins
 * @param to where it ends
 */
public record Span(double from, double to) {}
