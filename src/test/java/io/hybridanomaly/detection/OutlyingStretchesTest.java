package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlyingStretchesTest {

  private static boolean[] outlying(Heart heart) {
    float[] series = new float[heart.values().length];
    for (int i = 0; i < series.length; i++) {
      series[i] = (float) heart.values()[i];
    }
    return outlying(series);
  }

  private static boolean[] outlying(float[] series) {
    return OutlyingStretches.of(
        series,
        new SplittableRandom(3),
        DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER));
  }

  private static long count(boolean[] points) {
    return IntStream.range(0, points.length).filter(i -> points[i]).count();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void beatsThatComeAgainNowAndThenAreOutlying(long seed) {
    Heart heart = Heart.of(80, 5, seed);
    boolean[] outlying = outlying(heart);
    long found =
        IntStream.range(0, outlying.length).filter(i -> outlying[i] && heart.broad()[i]).count();
    assertThat(found).isGreaterThan(count(heart.broad()) / 2);
    assertThat(count(outlying) - found).isLessThan(outlying.length / 50);
  }

  /** The steep rise of each beat has fewer neighbours than the rest; that is its rhythm. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ofAHeartWithoutSuchBeatsNextToNothingIs(long seed) {
    Heart heart = Heart.of(80, 0, seed);
    assertThat(count(outlying(heart))).isLessThan(heart.values().length / 50);
  }

  @Test
  void halfOfASeriesIsAnotherKindOfUsual() {
    Heart heart = Heart.of(80, 40, 4);
    assertThat(count(outlying(heart))).isLessThan(heart.values().length / 50);
  }

  @Test
  void aShortSeriesHasTooFewStretches() {
    float[] series = new float[399];
    series[200] = 9;
    assertThat(count(outlying(series))).isZero();
  }

  /** Of those the long stretches alone are compared. */
  @Test
  void inAVeryLongSeriesTheyAreFoundToo() {
    float[] series = new float[100_100];
    for (int i = 0; i < series.length; i++) {
      series[i] = (float) Math.sin(i / 3.0);
    }
    int[] bursts = {3_000, 20_000, 21_000, 50_000, 90_000, 91_000, 99_000};
    for (int burst : bursts) {
      for (int i = burst; i < burst + 100; i++) {
        series[i] = (float) Math.sin(i / 2.0);
      }
    }
    boolean[] outlying = outlying(series);
    for (int burst : bursts) {
      assertThat(outlying[burst + 50]).isTrue();
    }
    assertThat(count(outlying)).isLessThan(bursts.length * 400L);
  }

  @Test
  void manyIsMoreThanATwentieth() {
    boolean[] points = new boolean[1_000];
    Arrays.fill(points, 300, 350, true);
    assertThat(OutlyingStretches.areMany(points)).isFalse();
    points[350] = true;
    assertThat(OutlyingStretches.areMany(points)).isTrue();
  }

  /** Stretches begin every fifth point there, references among them by lot. */
  @Test
  void inALongSeriesTheyAreFoundToo() {
    Heart heart = Heart.of(800, 30, 5);
    boolean[] outlying = outlying(heart);
    long found =
        IntStream.range(0, outlying.length).filter(i -> outlying[i] && heart.broad()[i]).count();
    assertThat(found).isGreaterThan(count(heart.broad()) / 2);
    assertThat(count(outlying) - found).isLessThan(outlying.length / 50);
  }

  @Test
  void aConstantHasNone() {
    assertThat(count(outlying(new float[1_000]))).isZero();
  }

  @Test
  void whatComesAtEqualDistancesIsARhythm() {
    assertThat(OutlyingStretches.isRhythm(at(50, 150, 251, 349, 450, 552, 650))).isTrue();
    assertThat(OutlyingStretches.isRhythm(at(100, 220, 340, 460, 580, 700))).isTrue();
    assertThat(OutlyingStretches.isRhythm(at(50, 90, 251, 380, 430, 552, 700))).isFalse();
  }

  /** Five stretches may be as far apart as they are by chance. */
  @Test
  void fewStretchesAreNoRhythm() {
    assertThat(OutlyingStretches.isRhythm(at(50, 150, 250, 350, 450))).isFalse();
  }

  /** Six knocks in one place are one anomaly. */
  @Test
  void aRhythmReachesFromTheBeginningToTheEnd() {
    assertThat(OutlyingStretches.isRhythm(at(300, 330, 360, 390, 420, 450))).isFalse();
  }

  /** A beat of which two parts are outlying is one stretch. */
  @Test
  void stretchesThatFollowCloselyAreOne() {
    assertThat(
            OutlyingStretches.isRhythm(
                at(50, 61, 150, 161, 250, 261, 350, 361, 450, 461, 550, 561, 650)))
        .isTrue();
  }

  @Test
  void canBeCancelled() {
    DetectionMonitor cancelled = DetectionMonitor.of(ProgressListener.NONE, () -> true);
    assertThatThrownBy(
            () -> OutlyingStretches.of(new float[500], new SplittableRandom(1), cancelled))
        .isInstanceOf(CancellationException.class);
  }

  /** Five points from each of the places on. */
  private static boolean[] at(int... starts) {
    boolean[] points = new boolean[800];
    Arrays.stream(starts).forEach(start -> Arrays.fill(points, start, start + 5, true));
    return points;
  }
}
