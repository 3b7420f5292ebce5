package io.hybridanomaly.importing.points;

/**
 * The distance between neighbouring times.
 *
 * @param micros the most frequent distance in microseconds, or the median if no distance makes up a
 *     quarter; of months, quarters and years the shortest
 * @param nanos nanoseconds of the distance behind its microseconds
 * @param months the step in months if it is counted in months, quarters or years, otherwise 0
 * @param text the distance in plain words, for example {@code 5 minutes} or {@code 1 month}
 * @param frequent whether this very distance makes up a quarter of all; otherwise it is the median
 * @param regular whether every distance is this one or a whole multiple of it (a gap)
 * @param gaps distances that are a whole multiple, two or more, of the step, see {@link
 *     io.hybridanomaly.series.MissingStretch#isGap}; 0 if irregular
 * @param missingSteps points that would fill these gaps; 0 if irregular
 */
public record SamplingStep(
    long micros,
    int nanos,
    int months,
    String text,
    boolean frequent,
    boolean regular,
    int gaps,
    long missingSteps) {

  private static final String IRREGULAR = "irregular, ";

  /** The distance with how far it can be relied on: {@code irregular, mostly 5 minutes}. */
  public String described() {
    return regular ? text : IRREGULAR + (frequent ? "mostly " : "the median is ") + text;
  }

  /** Whether {@link #described} has said of a series that it has no step. */
  public static boolean isIrregular(String described) {
    return described.startsWith(IRREGULAR);
  }
}
