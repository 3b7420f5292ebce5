package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.BenfordScore;
import io.hybridanomaly.expectation.ExpectedValues;
import io.hybridanomaly.series.SampleGrid;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RobustScaler;
import io.hybridanomaly.windowing.SeriesScaler;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The default detector: calibrated scores of windows, by an autoencoder and by nearest neighbours,
 * and of leading digits, fused as the settings say.
 */
final class HybridDetector implements AnomalyDetector {

  /** Training epochs with which detection was measured to be best. */
  static final int DEFAULT_EPOCHS = 10;

  /**
   * Noise added to the scaled series, a tenth of the smallest magnitude that counts: without it a
   * single spike among equal values could not be judged, since all other windows are at distance 0.
   */
  private static final double NOISE = 0.001;

  /** From this score on a point has no say in what is expected, even if it is not flagged. */
  private static final double SUSPICIOUS = 4;

  /** The part of a series that has a say at least, but for long stretches. */
  private static final double HEARD = 0.9;

  private static final double NANOS = 1e9;

  /** Which share of the time of the fusion is over when the regimes are known. */
  private static final double REGIME_DONE = 0.25;

  /** And when the expected values are. */
  private static final double EXPECTED_DONE = 0.7;

  private final Autoencoders autoencoders;

  /** A detector that trains on the series itself. */
  HybridDetector() {
    this(Autoencoders.OWN);
  }

  /**
   * A detector with other autoencoders.
   *
   * @param autoencoders where they come from
   */
  HybridDetector(Autoencoders autoencoders) {
    this.autoencoders = autoencoders;
  }

  @Override
  public ComponentScores score(
      Samples samples, DetectionSettings settings, DetectionMonitor monitor) {
    PreparedSeries series = PreparedSeries.of(samples, settings, monitor);
    int epochs = settings.epochs().orElse(DEFAULT_EPOCHS);
    long began = System.nanoTime();
    Untrained known = untrained(series, epochs, settings.seed(), monitor);
    double secondsLeft = known.secondsLeft((System.nanoTime() - began) / NANOS);
    DigitScores digits = DigitScores.of(samples.values(), monitor);
    PreliminaryListener early = monitor.preliminary();
    if (early.wants(secondsLeft)) {
      ComponentScores found =
          components(
              series,
              0,
              known.scores(),
              digits,
              ScoreEnsemble.WITHOUT_AUTOENCODERS,
              monitor.stage(0, 0));
      monitor.stopIfCancelled();
      early.onPreliminary(Thresholding.judge(settings, found));
    }
    DetectorScores parts = DetectorScores.of(known, autoencoders, monitor);
    monitor.stopIfCancelled();
    DetectionMonitor fusing = monitor.stage(known.plan(), CostModel.Stage.FUSION);
    return components(series, epochs, parts, digits, ScoreEnsemble.DEFAULT, fusing);
  }

  @Override
  public double[] fusedScore(DetectionSettings settings, ComponentScores components) {
    return Fusion.rarities(settings, components);
  }

  @Override
  public DetectionResult judge(
      DetectionSettings settings, ComponentScores components, double[] score, ScoreLevels levels) {
    return Thresholding.judgeCalibrated(settings, components, score, levels);
  }

  /** Trains, if the autoencoders are not, and scores; every random choice comes from the seed. */
  static DetectorScores parts(
      PreparedSeries series,
      int epochs,
      long seed,
      Autoencoders autoencoders,
      DetectionMonitor monitor) {
    return DetectorScores.of(untrained(series, epochs, seed, monitor), autoencoders, monitor);
  }

  private static Untrained untrained(
      PreparedSeries series, int epochs, long seed, DetectionMonitor monitor) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] scaled = scaled(series.values(), series.scaling(), random);
    return Untrained.of(scaled, series.window(), epochs, random, monitor);
  }

  /**
   * The values as the autoencoders see them.
   *
   * @param random of which a part is taken
   */
  static float[] scaled(double[] values, SeriesScaler scaling, SplittableRandom random) {
    return scaling.applyWithNoise(values, NOISE, random.split());
  }

  /** [points] What the digits say, and whether they count; no autoencoder has a part in it. */
  record DigitScores(Applicability applicability, double[] scores) {

    static DigitScores of(double[] values, DetectionMonitor monitor) {
      Applicability applicability = Applicability.of(values);
      return new DigitScores(
          applicability, BenfordScore.pointScores(values, applicability, monitor::stopIfCancelled));
    }
  }

  /**
   * The calibrated scores of both halves, of each point: some seconds for a million points.
   *
   * @param epochs with which the autoencoders were trained
   * @param parts [steps]
   * @param digits [points]
   */
  static ComponentScores components(
      PreparedSeries series,
      int epochs,
      DetectorScores parts,
      DigitScores digits,
      ScoreEnsemble ensemble,
      DetectionMonitor monitor) {
    double[] values = series.values();
    double[] none = new double[values.length];
    ScoreEnsemble.Combined combined =
        series.scaling().isConstant()
            ? new ScoreEnsemble.Combined(none, none)
            : ensemble.combine(parts);
    RobustScaler scaler = RobustScaler.of(values);
    double[] scaled = scaler.isConstant() ? none : scaler.linear(values);
    double[] regime = scaler.isConstant() ? none : RegimeShift.rarities(scaled);
    monitor.stopIfCancelled();
    monitor.scored(REGIME_DONE);
    Optional<Readings> readings =
        scaler.isConstant() ? Optional.empty() : Optional.of(Readings.of(values, scaled));
    monitor.stopIfCancelled();
    boolean[] suspicious = suspicious(combined.score(), regime);
    readings.ifPresent(found -> found.addFar(suspicious));
    double[] expected = ExpectedValues.of(values, suspicious, monitor::stopIfCancelled);
    monitor.stopIfCancelled();
    monitor.scored(EXPECTED_DONE);
    Readings.Judged judged =
        readings
            .map(found -> found.judge(scaler.linear(expected), combined.score(), monitor))
            .orElseGet(() -> Readings.Judged.nothing(values.length));
    monitor.scored(1);
    SampleGrid grid = series.grid();
    return new ComponentScores(
        series.samples(),
        grid.atPoints(combined.score()),
        grid.atPoints(combined.pointwise()),
        digits.scores(),
        grid.atPoints(expected),
        grid.atPoints(parts.magnitude()),
        grid.atPoints(judged.rarity()),
        grid.atPoints(outlying(judged.outlying(), parts.outlying())),
        grid.atPoints(regime),
        parts.losses(),
        series.window(),
        epochs,
        digits.applicability());
  }

  /**
   * Which points do not tell how high ordinary peaks of the score are.
   *
   * @param readings that are no ordinary ones
   * @param stretches that only few others resemble; if they are few, the tail leaves their peaks
   *     out by itself
   */
  private static boolean[] outlying(boolean[] readings, boolean[] stretches) {
    boolean[] outlying = readings.clone();
    if (OutlyingStretches.areMany(stretches)) {
      for (int i = 0; i < outlying.length; i++) {
        outlying[i] |= stretches[i];
      }
    }
    return outlying;
  }

  /**
   * Which points have no say in what is expected: those that are abnormal as far as the score
   * tells, at most a tenth, and stretches in which the series behaves differently.
   */
  private static boolean[] suspicious(double[] score, double[] regime) {
    double limit = Math.max(SUSPICIOUS, Quantiles.quantile(score, HEARD));
    boolean[] suspicious = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      suspicious[i] = score[i] > limit || regime[i] >= OutlierTail.OUTLYING;
    }
    return suspicious;
  }
}
