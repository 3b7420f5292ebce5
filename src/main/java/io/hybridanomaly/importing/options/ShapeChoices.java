package io.hybridanomaly.importing.options;

/**
 * What becomes of the points after reading, in the order of the components; by default nothing is
 * changed. Every change is said in the notes of the import.
 *
 * @param range the times that are kept
 * @param missing what becomes of rows with an empty value
 * @param duplicates what becomes of rows with the same time
 * @param differencing whether values stand for what was added since the point before
 * @param resampling whether the points are gathered in equal steps
 * @param gaps what becomes of gaps between regular times
 */
public record ShapeChoices(
    TimeRange range,
    MissingValues missing,
    DuplicateTimes duplicates,
    Differencing differencing,
    Resampling resampling,
    GapTreatment gaps) {

  /** Nothing changed. */
  public static ShapeChoices unchanged() {
    return new ShapeChoices(
        TimeRange.ALL,
        MissingValues.LEAVE_OUT,
        DuplicateTimes.KEEP,
        Differencing.NONE,
        Resampling.none(),
        GapTreatment.KEEP);
  }

  /** The same choices with another range of times. */
  public ShapeChoices withRange(TimeRange choice) {
    return new ShapeChoices(choice, missing, duplicates, differencing, resampling, gaps);
  }

  /** The same choices with another treatment of empty values. */
  public ShapeChoices withMissing(MissingValues choice) {
    return new ShapeChoices(range, choice, duplicates, differencing, resampling, gaps);
  }

  /** The same choices with another treatment of equal times. */
  public ShapeChoices withDuplicates(DuplicateTimes choice) {
    return new ShapeChoices(range, missing, choice, differencing, resampling, gaps);
  }

  /** The same choices with values that stand for something else. */
  public ShapeChoices withDifferencing(Differencing choice) {
    return new ShapeChoices(range, missing, duplicates, choice, resampling, gaps);
  }

  /** The same choices with another resampling. */
  public ShapeChoices withResampling(Resampling choice) {
    return new ShapeChoices(range, missing, duplicates, differencing, choice, gaps);
  }

  /** The same choices with another treatment of gaps. */
  public ShapeChoices withGaps(GapTreatment choice) {
    return new ShapeChoices(range, missing, duplicates, differencing, resampling, choice);
  }
}
