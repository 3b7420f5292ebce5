package io.hybridanomaly.benford;

/**
 * Nigrini's bands for the mean absolute deviation (MAD) of digit shares from Benford's law.
 *
 * <p>Source: Nigrini, "Benford's Law: Applications for Forensic Accounting, Auditing, and Fraud
 * Detection", Wiley 2012, table 7.1.
 */
public enum Conformity {
  /** MAD up to .006 for first digits, .008 for second, .0012 for first two. */
  CLOSE("close conformity"),
  /** MAD up to .012 for first digits, .010 for second, .0018 for first two. */
  ACCEPTABLE("acceptable conformity"),
  /** MAD up to .015 for first digits, .012 for second, .0022 for first two. */
  MARGINAL("marginally acceptable conformity"),
  /** MAD above that. */
  NONCONFORMING("nonconformity"),
  /**
   * So few digits that chance alone is expected to exceed the last limit: for first digits fewer
   * than about 250, for first two fewer than about 1400.
   */
  TOO_FEW("too few digits to tell"),
  /** There are no published limits for these digits. */
  UNDEFINED("no published limits");

  private final String label;

  Conformity(String label) {
    this.label = label;
  }

  /** The band's name in a sentence. */
  public String label() {
    return label;
  }
}
