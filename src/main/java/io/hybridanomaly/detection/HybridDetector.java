package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.BenfordScore;
import io.hybridanomaly.expectation.ExpectedValues;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RobustScaler;
import io.hybridanomaly.windowing.SeriesScaler;
import io.hybridanomaly.windowing.WindowLength;
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

  /** The part of a series that has a say at least. */
  private static final double HEARD = 0.9;

  private static final double NANOS = 1e9;

  private final Networks networks;

  /** A detector that trains on the series itself. */
  HybridDetector() {
    this(Networks.OWN);
  }

  /**
   * A detector with other autoencoders.
   *
   * @param networks where they come from
   */
  HybridDetector(Networks networks) {
    this.networks = networks;
  }

  @Override
  public ComponentScores score(
      double[] values, DetectionSettings settings, DetectionMonitor monitor) {
    SeriesScaler scaling = SeriesScaler.of(values);
    monitor.stopIfCancelled();
    int window = settings.window().orElseGet(() -> WindowLength.of(scaling.apply(values)));
    int epochs = settings.epochs().orElse(DEFAULT_EPOCHS);
    long began = System.nanoTime();
    Untrained known = untrained(values, scaling, window, epochs, settings.seed(), monitor);
    double secondsLeft = known.secondsLeft((System.nanoTime() - began) / NANOS);
    DigitScores digits = DigitScores.of(values, monitor);
    PreliminaryListener early = monitor.preliminary();
    if (early.wants(secondsLeft)) {
      ComponentScores found =
          components(
              values,
              scaling,
              window,
              0,
              known.scores(),
              digits,
              ScoreEnsemble.WITHOUT_NETWORKS,
              monitor);
      monitor.stopIfCancelled();
      early.onPreliminary(Thresholding.judge(settings, found));
    }
    DetectorScores parts = DetectorScores.of(known, networks, monitor);
    monitor.stopIfCancelled();
    return components(
        values, scaling, window, epochs, parts, digits, ScoreEnsemble.DEFAULT, monitor);
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

  /** Trains, if the networks are not, and scores; every random choice comes from the seed. */
  static DetectorScores parts(
      double[] values,
      SeriesScaler scaling,
      int window,
      int epochs,
      long seed,
      Networks networks,
      DetectionMonitor monitor) {
    return DetectorScores.of(
        untrained(values, scaling, window, epochs, seed, monitor), networks, monitor);
  }

  private static Untrained untrained(
      double[] values,
      SeriesScaler scaling,
      int window,
      int epochs,
      long seed,
      DetectionMonitor monitor) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] series = scaled(values, scaling, random);
    return Untrained.of(series, window, epochs, random, monitor);
  }

  /**
   * The values as the networks see them.
   *
   * @param random of which a part is taken
   */
  static float[] scaled(double[] values, SeriesScaler scaling, SplittableRandom random) {
    return scaling.applyWithNoise(values, NOISE, random.split());
  }

  /** [points] What the digits say, and whether they count; no network has a part in it. */
  record DigitScores(Applicability applicability, double[] scores) {

    static DigitScores of(double[] values, DetectionMonitor monitor) {
      Applicability applicability = Applicability.of(values);
      return new DigitScores(
          applicability, BenfordScore.pointScores(values, applicability, monitor::stopIfCancelled));
    }
  }

  /** The calibrated scores of both halves: some seconds for a million points. */
  static ComponentScores components(
      double[] values,
      SeriesScaler scaling,
      int window,
      int epochs,
      DetectorScores parts,
      DigitScores digits,
      ScoreEnsemble ensemble,
      DetectionMonitor monitor) {
    double[] none = new double[values.length];
    ScoreEnsemble.Combined combined =
        scaling.isConstant() ? new ScoreEnsemble.Combined(none, none) : ensemble.combine(parts);
    double[] expected =
        ExpectedValues.of(values, suspicious(combined.score()), monitor::stopIfCancelled);
    monitor.stopIfCancelled();
    Readings readings = readings(values, expected, combined.score(), monitor);
    return new ComponentScores(
        values,
        combined.score(),
        combined.pointwise(),
        digits.scores(),
        expected,
        parts.magnitude(),
        readings.rarity(),
        readings.outlying(),
        parts.losses(),
        window,
        epochs,
        digits.applicability());
  }

  /** [points] How rare each reading is by itself, and which are outliers of a season. */
  private record Readings(double[] rarity, boolean[] outlying) {}

  private static Readings readings(
      double[] values, double[] expected, double[] score, DetectionMonitor monitor) {
    RobustScaler scaler = RobustScaler.of(values);
    if (scaler.isConstant()) {
      return new Readings(new double[values.length], new boolean[values.length]);
    }
    double[] scaled = scaler.linear(values);
    double[] scaledExpected = scaler.linear(expected);
    PointDeviation.Season season = PointDeviation.Season.of(scaled);
    monitor.stopIfCancelled();
    double[] rarities = PointDeviation.rarities(scaled, scaledExpected, season);
    monitor.stopIfCancelled();
    StuckValues.raise(values, rarities);
    Dropouts.raise(values, rarities);
    StretchDeviation.raise(scaled, season, rarities);
    SeasonalOutliers outliers = SeasonalOutliers.of(scaled, scaledExpected, season);
    Fusion.raise(rarities, outliers, score);
    return new Readings(rarities, outliers.outlying());
  }

  /** Which points are abnormal as far as the score tells, at most a tenth. */
  private static boolean[] suspicious(double[] score) {
    double limit = Math.max(SUSPICIOUS, Quantiles.quantile(score, HEARD));
    boolean[] suspicious = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      suspicious[i] = score[i] > limit;
    }
    return suspicious;
  }
}
