package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import java.util.Locale;
import java.util.Optional;

/**
 * What a question is about.
 *
 * @param analysis the run; the names of its file and its series are untrusted
 * @param selected the anomaly that the visitor looks at, one of the result's
 * @param context what the visitor says the data is, or empty; untrusted
 * @param locale in whose notation numbers and dates of the question and of answers from the data
 *     alone are; what a model is told is in English notation whatever it is
 */
public record Subject(
    Analysis analysis, Optional<Anomaly> selected, String context, Locale locale) {

  /** Where the series came from. */
  String file() {
    return analysis.file().name();
  }

  /** What was judged. */
  TimeSeries series() {
    return analysis.series();
  }

  /** What was found. */
  DetectionResult result() {
    return analysis.result();
  }

  /** The number of an anomaly as the visitor sees it in the list, from 1. */
  public int numberOf(Anomaly anomaly) {
    return result().ranked().indexOf(anomaly) + 1;
  }

  /** The times of the series. */
  TimeText times() {
    return new TimeText(series().times(), locale);
  }

  /** A stretch of the series as times. */
  String times(Segment stretch) {
    return SegmentText.of(stretch, times());
  }

  /** A question in lower case, with numbers and dates as they are in English. */
  String read(String question) {
    return UnfoldedTimes.in(new Notation(locale).english(question.toLowerCase(Locale.ROOT)));
  }

  /** A time that was named, as the visitor writes it. */
  String written(TimePhrases.Phrase phrase) {
    boolean exists = !Double.isNaN(phrase.from()) && !Double.isNaN(phrase.to());
    return exists ? TimeText.ordered(phrase.words(), locale) : phrase.words();
  }

  /** A condition on values, as the visitor writes it. */
  String written(ValueLimit limit) {
    return new Notation(locale).written(limit.words());
  }

  /** A value as it stands in the file, or a number that is no value. */
  String value(double value) {
    return NumberText.of(value, locale);
  }

  /** What is calculated from values, as fine as they are. */
  String calculated(double value) {
    return NumberText.calculated(value, NumberText.usualDigits(series().values()), locale);
  }

  /** What is expected at the peak of an anomaly. */
  String expected(Anomaly anomaly) {
    return NumberText.expected(
        anomaly.expected(), anomaly.value(), NumberText.usualDigits(series().values()), locale);
  }

  /** A score or a threshold of scores. */
  String score(double score) {
    return NumberText.score(score, locale);
  }

  /** A count with separated thousands. */
  String count(long number) {
    return NumberText.count(number, locale);
  }

  /** A count with its noun. */
  String count(long number, String noun) {
    return NumberText.count(number, noun, locale);
  }
}
