package io.hybridanomaly.importing.options;

/**
 * What becomes of a gap: of neighbouring times that are two or more whole steps apart in a series
 * whose times are regular otherwise. Irregular times have no gaps.
 */
public enum GapTreatment {
  /** A gap stays a gap. */
  KEEP,
  /** One point for each missing step, with the last value before the gap. */
  FILL_PREVIOUS,
  /** One point for each missing step, on the straight line between the values beside the gap. */
  FILL_LINEAR,
  /** One point for each missing step, with the value 0; fits counts and sums. */
  FILL_ZERO,
  /** The longest stretch without a gap is kept, of several the first; the rest is left out. */
  LONGEST_STRETCH
}
