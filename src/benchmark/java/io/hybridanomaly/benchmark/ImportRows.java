package io.hybridanomaly.benchmark;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Layouts of two-column files: one row for each minute from 2020 on. */
public enum ImportRows {
  /** {@code 2020-01-01 00:01:00,11.25}. */
  ISO(',', "yyyy-MM-dd HH:mm:ss") {
    @Override
    String value(int row) {
      return row * 37L % 10_007 + "." + row % 90;
    }
  },
  /** {@code 01.01.2020 00:01;1.011,25}. */
  GERMAN(';', "dd.MM.yyyy HH:mm") {
    @Override
    String value(int row) {
      long thousands = row * 37L % 97 + 1;
      return thousands + "." + (100 + row % 900) + "," + (10 + row % 90);
    }
  },
  /** {@code 01/01/2020 12:01 AM,$11.25}. */
  AMERICAN(',', "MM/dd/yyyy hh:mm a") {
    @Override
    String value(int row) {
      return "$" + row * 37L % 10_007 + "." + (10 + row % 90);
    }
  },
  /** {@code "2020-01-01 00:01:00","11.25"}. */
  QUOTED(',', "'\"'yyyy-MM-dd HH:mm:ss'\"'") {
    @Override
    String value(int row) {
      return "\"" + row * 37L % 10_007 + "." + row % 90 + "\"";
    }
  },
  /** {@code 2020-01-01 00:01:00.123456789,1.5E-3}. */
  SCIENTIFIC(',', "yyyy-MM-dd HH:mm:ss.123456789") {
    @Override
    String value(int row) {
      return "1." + row * 37L % 10_007 + "E-" + row % 9;
    }
  },
  /** {@code 1577836860000,11}. */
  EPOCH(',', "") {
    @Override
    String value(int row) {
      return Long.toString(row * 37L % 1_000_003);
    }
  };

  private static final LocalDateTime START = LocalDateTime.of(2020, 1, 1, 0, 0);
  private static final long START_MILLIS = 1_577_836_800_000L;

  private final char delimiter;
  private final boolean epoch;
  private final DateTimeFormatter format;

  ImportRows(char delimiter, String pattern) {
    this.delimiter = delimiter;
    this.epoch = pattern.isEmpty();
    this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  abstract String value(int row);

  char delimiter() {
    return delimiter;
  }

  String header() {
    return "time" + delimiter + "value\n";
  }

  void append(StringBuilder text, int row) {
    if (epoch) {
      text.append(START_MILLIS + row * 60_000L);
    } else {
      format.formatTo(START.plusMinutes(row), text);
    }
    text.append(delimiter).append(value(row)).append('\n');
  }
}
