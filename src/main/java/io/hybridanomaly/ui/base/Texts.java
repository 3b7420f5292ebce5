package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.UI;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Numbers and times as the page writes them: English words, separators of the visitor's browser.
 */
public final class Texts {

  /** Smaller shares round to zero at one decimal place of a percentage. */
  private static final double LEAST_FINE_SHARE = 0.0005;

  private Texts() {}

  /**
   * Whose separators and dates the page at hand shows; English where no page is. Its digits are
   * those of the charts.
   */
  public static Locale locale() {
    UI page = UI.getCurrent();
    return page == null || page.getSession() == null
        ? Locale.ENGLISH
        : new Locale.Builder()
            .setLocale(page.getSession().getBrowser().getLocale().stripExtensions())
            .setUnicodeLocaleKeyword("nu", "latn")
            .build();
  }

  /** The times of a series. */
  public static TimeText times(TimeAxis times) {
    return new TimeText(times, locale());
  }

  /** A text with its dates in the order of the visitor's language. */
  public static String dates(String text) {
    return TimeText.ordered(text, locale());
  }

  /** A score or a threshold of scores. */
  public static String score(double value) {
    return NumberText.score(value, locale());
  }

  /** A probability after its name: {@code = 0.034}. */
  public static String probability(double p) {
    return NumberText.probability(p, locale());
  }

  /** A count with separated thousands: {@code 10,320}. */
  public static String count(long number) {
    return NumberText.count(number, locale());
  }

  /** A count with its noun: {@code 1 anomaly}, {@code 7 anomalies}. */
  public static String count(long number, String noun) {
    return NumberText.count(number, noun, locale());
  }

  /** A value as it stands in the file; what is calculated has about four significant digits. */
  public static String value(double value) {
    return NumberText.of(value, locale());
  }

  /** What is calculated from some values, as fine as they are. */
  public static String calculated(double value, double... values) {
    return NumberText.calculated(value, NumberText.usualDigits(values), locale());
  }

  /** A rate of false alarms in words: {@code about 0.7 false alarms per 10,000 points}. */
  private static String falseAlarms(double per10000) {
    String rate = value(Math.round(per10000 * 100) / 100.0);
    return "about %s false alarm%s per %s points"
        .formatted(rate, rate.equals("1") ? "" : "s", count(10_000));
  }

  /** What can be said about the false alarms of settings. */
  public static String falseAlarms(DetectionSettings settings) {
    OptionalDouble promised = FalseAlarms.expectedRate(settings);
    return promised.isPresent()
        ? falseAlarms(promised.getAsDouble())
        : "its false alarms are known for the calibrated fusion only";
  }

  /** A share as a whole percentage. */
  public static String percent(double share) {
    return NumberText.percent(share);
  }

  /** A share as a percentage with one decimal place; a little is never called nothing. */
  public static String finePercent(double share) {
    if (share > 0 && share < LEAST_FINE_SHARE) {
      return String.format(locale(), "< %.1f %%", 0.1);
    }
    return String.format(locale(), "%.1f %%", 100 * share);
  }

  /** A stretch of time, rounded as an estimate should be: {@code about 20 s}. */
  public static String duration(double seconds) {
    if (seconds < 1.5) {
      return "about a second";
    }
    if (seconds < 15) {
      return String.format(locale(), "about %.0f s", seconds);
    }
    if (seconds < 90) {
      return "about %d s".formatted(5 * Math.round(seconds / 5));
    }
    return "about %d min".formatted(Math.round(seconds / 60));
  }
}
