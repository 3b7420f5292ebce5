package io.hybridanomaly.overview;

/**
 * A series that could not be judged.
 *
 * @param name what tells it apart from the others; untrusted
 * @param sentence why, in one plain sentence
 */
public record FailedSeries(String name, String sentence) {}
