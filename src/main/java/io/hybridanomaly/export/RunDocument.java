package io.hybridanomaly.export;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Candidate;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A run as it stands in JSON, without its points. What a reader cannot do without is required; what
 * follows from the settings and the points is written for other programs and not read back.
 *
 * @param versions what it was made with; null inside a report of several runs
 * @param created null if it is no session of the page
 * @param bytes size of the file; null if not known
 * @param timingsSeconds time by stage; null if nobody measured
 * @param candidates what comes next below the threshold; null in reports of version 1.0
 * @param annotations null if it is no session of the page
 * @param conversation null if it is no session of the page
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunDocument(
    @Nullable Map<String, String> versions,
    @Nullable Instant created,
    @JsonProperty(required = true) String file,
    @Nullable Long bytes,
    @JsonProperty(required = true) String sha256,
    @JsonProperty(required = true) Settings settings,
    @JsonProperty(required = true) DataDocument data,
    @Nullable Map<String, Double> timingsSeconds,
    Benford benford,
    @JsonProperty(required = true) double[] lossPerEpoch,
    double threshold,
    List<Found> anomalies,
    @Nullable List<Close> candidates,
    @Nullable @JsonAlias("marks") List<Said> annotations,
    @Nullable List<Session.Message> conversation) {

  /** A run of the command line. */
  static RunDocument of(Analysis analysis, @Nullable Map<String, String> versions) {
    return of(analysis, versions, null);
  }

  /** A session of the page. */
  static RunDocument of(Session session) {
    return of(session.analysis(), BuildInfo.versions(), session);
  }

  private static RunDocument of(
      Analysis analysis, @Nullable Map<String, String> versions, @Nullable Session session) {
    DetectionResult result = analysis.result();
    TimeAxis times = analysis.series().times();
    List<String> explanations = session == null ? List.of() : AnomalyTexts.of(times, result);
    ExpectedBand band = ExpectedBand.of(result.components());
    List<Found> anomalies = new ArrayList<>();
    for (Anomaly anomaly : result.anomalies()) {
      int i = anomalies.size();
      anomalies.add(
          Found.of(anomaly, band, times, i < explanations.size() ? explanations.get(i) : null));
    }
    return new RunDocument(
        versions,
        session == null ? null : session.created(),
        analysis.file().name(),
        session == null || analysis.file().bytes() == 0 ? null : analysis.file().bytes(),
        analysis.file().sha256(),
        Settings.of(result),
        DataDocument.of(analysis.dataset().summary(), session != null),
        session == null ? analysis.seconds() : null,
        Benford.of(result.components().applicability()),
        result.components().lossPerEpoch(),
        result.threshold(),
        anomalies,
        result.candidates().stream().map(close -> Close.of(close, analysis.series())).toList(),
        session == null
            ? null
            : analysis.annotations().all().stream().map(said -> Said.of(said, times)).toList(),
        session == null ? null : session.conversation());
  }

  /** What was chosen, by whom. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Settings(
      @JsonProperty(required = true) String fusion,
      @JsonProperty(required = true) double sensitivity,
      @JsonProperty(required = true) long seed,
      @JsonProperty(required = true) int window,
      @JsonProperty(required = true) String windowChosenBy,
      @JsonProperty(required = true) int epochs,
      @JsonProperty(required = true) String epochsChosenBy,
      double benfordWeight,
      @Nullable String benfordWeightChosenBy) {

    private static final String USER = "user";

    static Settings of(DetectionResult result) {
      DetectionSettings chosen = result.settings();
      return new Settings(
          chosen.detector().id(),
          chosen.sensitivity(),
          chosen.seed(),
          result.components().window(),
          chosen.window().isPresent() ? USER : "auto",
          result.components().epochs(),
          chosen.epochs().isPresent() ? USER : "default",
          chosen.benfordWeight().orElse(result.benfordWeight()),
          chosen.benfordWeight().isPresent() ? USER : "verdict");
    }

    /**
     * @throws RuntimeException if one of them is outside its range
     */
    DetectionSettings toSettings() {
      return new DetectionSettings(
          windowChosenBy.equals(USER) ? OptionalInt.of(window) : OptionalInt.empty(),
          epochsChosenBy.equals(USER) ? OptionalInt.of(epochs) : OptionalInt.empty(),
          sensitivity,
          DetectorKind.ofId(fusion).orElseThrow(),
          seed,
          USER.equals(benfordWeightChosenBy)
              ? OptionalDouble.of(benfordWeight)
              : OptionalDouble.empty());
    }
  }

  /** The verdict on Benford's law. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Benford(String level, boolean stepsCount, String verdict) {

    static Benford of(Applicability applicability) {
      return new Benford(
          applicability.level().name().toLowerCase(Locale.ROOT),
          applicability.stepsApply(),
          applicability.summary());
    }
  }

  /**
   * An anomaly; the explanation is null but for the first ones of a session. The share of the
   * reconstruction keeps the name that it has in the files of earlier versions.
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Found(
      String start,
      String end,
      String peak,
      int points,
      double severity,
      double lstmShare,
      double benfordShare,
      double value,
      double expected,
      @Nullable Double expectedLow,
      @Nullable Double expectedHigh,
      @Nullable String explanation) {

    static Found of(
        Anomaly anomaly, ExpectedBand band, TimeAxis times, @Nullable String explanation) {
      return new Found(
          times.text(anomaly.segment().from()),
          times.text(anomaly.segment().last()),
          times.text(anomaly.peak()),
          anomaly.length(),
          anomaly.severity(),
          anomaly.reconstructionShare(),
          anomaly.benfordShare(),
          anomaly.value(),
          anomaly.expected(),
          band.low(anomaly.peak(), anomaly.expected()),
          band.high(anomaly.peak(), anomaly.expected()),
          explanation);
    }
  }

  /** A stretch below the threshold. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Close(
      String start,
      String end,
      String peak,
      int points,
      double score,
      @Nullable Double value,
      @Nullable Double sensitivity) {

    static Close of(Candidate candidate, TimeSeries series) {
      TimeAxis times = series.times();
      Segment segment = candidate.segment();
      return new Close(
          times.text(segment.from()),
          times.text(segment.last()),
          times.text(candidate.peak()),
          segment.length(),
          candidate.score(),
          series.values()[candidate.peak()],
          candidate.sensitivity().isPresent() ? candidate.sensitivity().getAsDouble() : null);
    }
  }

  /** What a person said about a stretch. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Said(
      String start,
      String end,
      @JsonProperty(required = true) int fromPoint,
      @JsonProperty(required = true) int toPoint,
      @JsonProperty(required = true) String verdict,
      @JsonProperty(required = true) String note) {

    static Said of(Annotation annotation, TimeAxis times) {
      return new Said(
          times.text(annotation.segment().from()),
          times.text(annotation.segment().last()),
          annotation.segment().from(),
          annotation.segment().to(),
          annotation.label().id(),
          annotation.note());
    }

    /**
     * @param points number of points that it may lie in
     * @throws RuntimeException if it does not
     */
    Annotation toAnnotation(int points) {
      if (toPoint > points) {
        throw new IllegalArgumentException("an annotation beyond the last point");
      }
      return new Annotation(
          new Segment(fromPoint, toPoint), AnnotationLabel.ofId(verdict).orElseThrow(), note);
    }
  }
}
