package io.hybridanomaly.injection;

/** The kinds of anomaly that can be injected. */
public enum InjectedKind {
  /** One value far from where it was. */
  SPIKE("Spike"),
  /** A stretch in which all values are higher or lower. */
  LEVEL_SHIFT("Level shift"),
  /** A stretch in which the value does not change any more, as of a sensor that hangs. */
  FLAT_LINE("Flat line"),
  /** A stretch that runs at half or double speed. */
  CHANGED_RHYTHM("Changed rhythm"),
  /** A stretch of numbers of the right size whose leading digits are made up. */
  INVENTED_DIGITS("Invented digits");

  private final String title;

  InjectedKind(String title) {
    this.title = title;
  }

  /** The kind in plain words. */
  public String title() {
    return title;
  }
}
