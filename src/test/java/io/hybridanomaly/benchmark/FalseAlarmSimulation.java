package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Detector;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.detection.ProgressListener;
import java.util.Locale;
import java.util.Random;

/**
 * Stated against measured false alarms on simulated series without anomalies, as a table in
 * Markdown. Arguments, all optional: series of each kind (200), points of each (1000). Takes about
 * a second a series:
 *
 * <pre>
 * mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.6.2:java \
 *   -Dexec.classpathScope=test -Dexec.mainClass=io.hybridanomaly.benchmark.FalseAlarmSimulation
 * </pre>
 */
public final class FalseAlarmSimulation {

  private static final double[] SENSITIVITIES = {3, 5, 7, 9};
  private static final int SERIES = 200;
  private static final int POINTS = 1_000;
  private static final double PER_POINTS = 10_000;

  /** None of these seeds was used when the threshold was chosen. */
  private static final int FIRST_SEED = 10_000;

  private FalseAlarmSimulation() {}

  /** See the class. */
  public static void main(String[] arguments) throws DetectionException {
    int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SERIES;
    int points = arguments.length > 1 ? Integer.parseInt(arguments[1]) : POINTS;
    StringBuilder head = new StringBuilder("| clean series | points |");
    StringBuilder stated = new StringBuilder("| *stated* | |");
    for (double sensitivity : SENSITIVITIES) {
      head.append(String.format(Locale.ROOT, " sensitivity %.0f |", sensitivity));
      stated.append(String.format(Locale.ROOT, " *%.2f* |", FalseAlarms.per10000(sensitivity)));
    }
    print(head + "\n|---|---|" + "---|".repeat(SENSITIVITIES.length) + "\n" + stated);
    Count all = new Count();
    for (CleanSeries kind : CleanSeries.values()) {
      Count count = new Count();
      for (int i = 0; i < series; i++) {
        count.add(kind.of(points, new Random(FIRST_SEED + i)));
      }
      print(count.row(kind.title()));
      all.add(count);
    }
    print(all.row("all"));
  }

  @SuppressWarnings("SystemOut") // The table is the programme's result.
  private static void print(String line) {
    System.out.println(line);
  }

  /** Alarms of one kind at each sensitivity. */
  private static final class Count {

    private final long[] alarms = new long[SENSITIVITIES.length];
    private long points;

    void add(double[] values) throws DetectionException {
      DetectionResult result =
          new Detector()
              .detect(
                  values, DetectionSettings.defaults(), ProgressListener.NONE, Cancellation.NEVER);
      points += values.length;
      for (int k = 0; k < alarms.length; k++) {
        alarms[k] += result.withSensitivity(SENSITIVITIES[k]).periods().size();
      }
    }

    void add(Count other) {
      points += other.points;
      for (int k = 0; k < alarms.length; k++) {
        alarms[k] += other.alarms[k];
      }
    }

    String row(String title) {
      StringBuilder row = new StringBuilder("| " + title + " | " + points + " |");
      for (long count : alarms) {
        row.append(String.format(Locale.ROOT, " %.2f |", PER_POINTS * count / points));
      }
      return row.toString();
    }
  }
}
