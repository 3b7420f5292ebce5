package io.hybridanomaly.acceptance;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Random;

/** Files for the tests: a daily rhythm with noise and a stretch where it breaks down. */
final class TestSeries {

  static final int ROWS = 1_500;
  static final int BROKEN_FROM = 900;
  static final int BROKEN_TO = 936;

  private TestSeries() {}

  /** A CSV file of hourly values whose rhythm stops for a day and a half. */
  static String csv() {
    Random random = new Random(7);
    LocalDateTime start = LocalDateTime.of(2024, 3, 1, 0, 0);
    StringBuilder text = new StringBuilder("time,load\n");
    for (int i = 0; i < ROWS; i++) {
      boolean broken = i >= BROKEN_FROM && i < BROKEN_TO;
      double rhythm = broken ? 40 : 50 + 20 * Math.sin(2 * Math.PI * i / 24);
      text.append(start.plusHours(i).toString().replace('T', ' '))
          .append(String.format(Locale.ROOT, ":00,%.3f%n", rhythm + random.nextGaussian()));
    }
    return text.toString();
  }
}
