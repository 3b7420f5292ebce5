package io.hybridanomaly.series;

/**
 * The times of a series as people read them: as in the file, without the parts that are zero in
 * every row.
 */
public final class TimeText {

  private static final long DAY = 86_400_000_000L;
  private static final long MINUTE = 60_000_000L;

  private static final int DATE_LENGTH = "2014-07-01".length();
  private static final int MINUTE_LENGTH = "2014-07-01 12:30".length();
  private static final int SECOND_LENGTH = "2014-07-01 12:30:00".length();

  private final TimeAxis times;
  private final int keep;

  public TimeText(TimeAxis times) {
    this.times = times;
    this.keep =
        switch (times) {
          case RowNumbers ignored -> 0;
          case ElapsedTimes ignored -> 0;
          case Timestamps stamps -> neededLength(stamps.localMicros());
        };
  }

  /** The time of a point. */
  public String of(int index) {
    String text = times.text(index);
    if (times instanceof RowNumbers) {
      return "row " + text;
    }
    if (times instanceof ElapsedTimes) {
      return text;
    }
    String readable = text.replace('T', ' ');
    boolean plain = readable.length() == SECOND_LENGTH;
    return plain ? readable.substring(0, keep) : readable;
  }

  /** The times of a stretch: its first and its last point, or the only one. */
  public String of(Segment segment) {
    String first = of(segment.from());
    return segment.length() == 1 ? first : first + " to " + of(segment.last());
  }

  private static int neededLength(long[] micros) {
    int length = DATE_LENGTH;
    for (long time : micros) {
      if (time % MINUTE != 0) {
        return SECOND_LENGTH;
      }
      if (time % DAY != 0) {
        length = MINUTE_LENGTH;
      }
    }
    return length;
  }
}
