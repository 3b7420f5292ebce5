package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a long stretch in which a series behaves differently to what is flagged. */
class FlaggedSegmentsTest {

  private static final int N = 2_000;
  private static final Segment STRETCH = new Segment(1_200, 1_700);

  private final double[] score = new double[N];
  private final double[] rarity = new double[N];
  private final double[] regime = new double[N];

  FlaggedSegmentsTest() {
    // A clear order, so that the tail is known and the highest score of the stretch is at 1300.
    Arrays.setAll(score, i -> i == 1_300 ? 1.3 : Math.sin(i * 0.7));
  }

  @Test
  void theWholeStretchIsFlaggedAndOnePointOfTheScoreRaised() {
    fill(5);
    DetectionResult result = result(FusionMode.CALIBRATED);
    assertThat(segments(result)).containsExactly(STRETCH);
    assertThat(result.anomalies().getFirst().peak()).isEqualTo(1_300);
    assertThat(result.score()[1_300]).isEqualTo(5);
    assertThat(Arrays.stream(result.score()).filter(each -> each >= result.threshold()).count())
        .isEqualTo(1);
  }

  @Test
  void aReadingInsideIsPartOfIt() {
    fill(5);
    rarity[1_600] = 9;
    DetectionResult result = result(FusionMode.CALIBRATED);
    assertThat(segments(result)).containsExactly(STRETCH);
    assertThat(result.anomalies().getFirst().peak()).isEqualTo(1_600);
  }

  @Test
  void aReadingOutsideIsItsOwn() {
    fill(5);
    rarity[300] = 9;
    assertThat(segments(result(FusionMode.CALIBRATED)))
        .containsExactly(new Segment(300, 301), STRETCH);
  }

  @Test
  void belowTheThresholdItIsACandidateAsWideAsItIs() {
    fill(3.5);
    DetectionResult result = result(FusionMode.CALIBRATED);
    assertThat(result.anomalies()).isEmpty();
    Candidate candidate = result.candidates().getFirst();
    assertThat(candidate.segment()).isEqualTo(STRETCH);
    assertThat(candidate.sensitivity()).isPresent();
    double sensitivity = candidate.sensitivity().orElseThrow();
    assertThat(segments(result.withSensitivity(sensitivity))).contains(STRETCH);
  }

  @Test
  void whereReadingsDoNotCountItDoesNotEither() {
    fill(5);
    assertThat(segments(result(FusionMode.BENFORD))).doesNotContain(STRETCH);
  }

  /** A leak that begins slowly: single readings, then more and more of them. */
  @Test
  void piecesWithShortGapsAreOne() {
    for (int i : new int[] {300, 304, 310, 312, 313}) {
      rarity[i] = 6;
    }
    Arrays.fill(rarity, 316, 400, 6);
    assertThat(segments(result(FusionMode.CALIBRATED))).containsExactly(new Segment(300, 400));
  }

  @Test
  void singleReadingsApartStaySingle() {
    rarity[300] = 6;
    rarity[302] = 6;
    Arrays.fill(rarity, 320, 330, 6);
    assertThat(segments(result(FusionMode.CALIBRATED)))
        .containsExactly(new Segment(300, 301), new Segment(302, 303), new Segment(320, 330));
  }

  /** Windows know where it begins and ends, a long stretch to a block only. */
  @Test
  void whatIsKnownToThePointIsNotWidened() {
    fill(5);
    Arrays.fill(rarity, STRETCH.from() + 20, STRETCH.to() - 30, 9);
    assertThat(segments(result(FusionMode.CALIBRATED)))
        .containsExactly(new Segment(STRETCH.from() + 20, STRETCH.to() - 30));
  }

  @Test
  void ofPointsThatAreAsRareThePeakIsFarthestFromWhatIsExpected() {
    Arrays.fill(rarity, 100, 112, 9);
    DetectionResult result = result(FusionMode.CALIBRATED);
    int farthest =
        IntStream.range(100, 112)
            .boxed()
            .max(Comparator.comparingDouble(i -> Math.abs(Math.sin(i * 0.3))))
            .orElseThrow();
    assertThat(result.anomalies().getFirst().peak()).isEqualTo(farthest);
  }

  /** What is expected inside comes from outside, and so does the band. */
  @Test
  void theBandInsideIsThatOfTheOthers() {
    fill(5);
    ComponentScores components = components();
    ExpectedBand band = ExpectedBand.of(components);
    assertThat(band.halfWidth(1_450)).isBetween(0.5, 1.5);
    Arrays.fill(regime, 5);
    assertThat(ExpectedBand.of(components()).halfWidth(1_450)).isGreaterThan(5);
  }

  private void fill(double rare) {
    Arrays.fill(regime, STRETCH.from(), STRETCH.to(), rare);
  }

  private DetectionResult result(FusionMode mode) {
    return Thresholding.judge(
        DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(mode)), components());
  }

  private static List<Segment> segments(DetectionResult result) {
    return result.anomalies().stream().map(Anomaly::segment).toList();
  }

  /** Expected is 0; inside the stretch the values are ten times as far from it. */
  private ComponentScores components() {
    double[] values = new double[N];
    Arrays.setAll(values, i -> Math.sin(i * 0.3) * (STRETCH.contains(i) ? 10 : 1));
    double[] none = new double[N];
    return new ComponentScores(
        Samples.even(values),
        score,
        none,
        none,
        none,
        none,
        rarity,
        new boolean[N],
        regime,
        new double[] {0.5},
        20,
        1,
        Applicability.of(values));
  }
}
