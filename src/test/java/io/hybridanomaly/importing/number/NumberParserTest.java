package io.hybridanomaly.importing.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Oracle: {@link Double#parseDouble} on the text without what surrounds the digits. */
class NumberParserTest {

  private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d*)?");

  private final Random random = new Random(7);

  @Test
  void readsEveryPlainDecimalAsJavaDoes() {
    NumberParser parser = new NumberParser(DecimalSeparator.POINT);
    for (int i = 0; i < 300_000; i++) {
      String text = randomDecimal();
      assertSame(parser, text, Double.parseDouble(text));
    }
  }

  @Test
  void readsWhatJavaWrites() {
    NumberParser parser = new NumberParser(DecimalSeparator.POINT);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertSame(parser, Double.toString(value), value);
      }
      double ordinary = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
      assertSame(parser, Double.toString(ordinary), ordinary);
      assertSame(parser, new BigDecimal(ordinary).toPlainString(), ordinary);
    }
  }

  @Test
  void readsGroupsAndDecimalCommasAsTheSameDigits() {
    NumberParser point = new NumberParser(DecimalSeparator.POINT);
    NumberParser comma = new NumberParser(DecimalSeparator.COMMA);
    for (int i = 0; i < 50_000; i++) {
      double value = Math.round(random.nextGaussian() * 1e10) / 100.0;
      String english = String.format(Locale.ENGLISH, "%,.2f", value);
      String plain = english.replace(",", "");
      assertSame(point, english, Double.parseDouble(plain));
      String german = String.format(Locale.GERMAN, "%,.2f", value);
      assertSame(comma, german, Double.parseDouble(plain));
      assertSame(point, "$" + english, Double.parseDouble(plain));
      assertSame(comma, german + " €", Double.parseDouble(plain));
      assertSame(point, english.replace(',', '\u202F') + "%", Double.parseDouble(plain));
    }
  }

  @Test
  void plainTextIsANumberExactlyIfTheNaivePatternSaysSo() {
    NumberParser parser = new NumberParser(DecimalSeparator.POINT);
    String alphabet = "0123456789..--";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(6) + 1; k > 0; k--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (PLAIN.matcher(text).matches()) {
        assertSame(parser, text.toString(), Double.parseDouble(text.toString()));
      }
    }
  }

  @Test
  void aGiganticNumberIsRefusedAtOnce() {
    NumberParser parser = new NumberParser(DecimalSeparator.POINT);
    parser.parse("9".repeat(500_000));
    assertThat(parser.status()).isEqualTo(NumberParser.Status.UNREADABLE);
  }

  private String randomDecimal() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    for (int k = random.nextInt(20) + 1; k > 0; k--) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    if (random.nextInt(4) > 0) {
      text.append('.');
      for (int k = random.nextInt(20); k > 0; k--) {
        text.append((char) ('0' + random.nextInt(10)));
      }
    }
    return text.toString();
  }

  private static void assertSame(NumberParser parser, String text, double expected) {
    double actual = parser.parse(text);
    if (parser.status() != NumberParser.Status.NUMBER
        || Double.doubleToRawLongBits(actual) != Double.doubleToRawLongBits(expected)) {
      assertThat(parser.status()).as(text).isEqualTo(NumberParser.Status.NUMBER);
      assertThat(actual).as(text).isEqualTo(expected);
    }
  }
}
