package io.hybridanomaly.importing.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.Timestamps;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: java.time. */
class DateParserTest {

  private final Random random = new Random(11);

  private LocalDateTime randomTime() {
    long seconds = random.nextLong(-40_000_000_000L, 100_000_000_000L);
    return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
  }

  private static long micros(LocalDateTime time) {
    return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd HH:mm:ss",
        "uuuu-MM-dd'T'HH:mm:ss",
        "uuuu/MM/dd HH:mm:ss",
        "uuuuMMdd'T'HHmmss",
        "uuuuMMddHHmmss",
        "dd.MM.uuuu HH:mm:ss",
        "d.M.uuuu, H:mm:ss",
        "dd/MM/uuuu hh:mm:ss a",
        "d MMM uuuu HH:mm:ss",
        "EEEE, d MMMM uuuu 'at' HH:mm:ss",
        "MMM d, uuuu h:mm:ss a",
        "HH:mm:ss dd/MM/uuuu",
        "EEE MMM dd HH:mm:ss uuuu"
      })
  void readsWhatJavaTimeWrites(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    DateParser parser = new DateParser(DateOrder.DAY_MONTH);
    for (int i = 0; i < 5_000; i++) {
      LocalDateTime time = randomTime();
      String text = format.format(time);
      assertThat(parser.parse(text)).as(text).isTrue();
      assertThat(parser.granularity()).isEqualTo(DateGranularity.DAY);
      assertThat(parser.localMicros()).as(text).isEqualTo(micros(time));
      assertThat(parser.offsetSeconds()).isEqualTo(Timestamps.NO_OFFSET);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DAY_MONTH, dd/MM/uuuu",
    "MONTH_DAY, MM/dd/uuuu",
    "DAY_MONTH, dd-MM-uuuu",
    "MONTH_DAY, M.d.uuuu"
  })
  void readsEveryOrder(DateOrder order, String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern);
    DateParser parser = new DateParser(order);
    for (int i = 0; i < 5_000; i++) {
      LocalDate date = randomTime().toLocalDate();
      assertThat(parser.parse(format.format(date))).isTrue();
      assertThat(parser.fits() & order.bit()).isNotZero();
      assertThat(parser.localMicros()).isEqualTo(micros(date.atStartOfDay()));
    }
  }

  @Test
  void readsWeeksAndDaysOfTheYear() {
    DateParser parser = new DateParser(DateOrder.DAY_MONTH);
    for (int i = 0; i < 20_000; i++) {
      LocalDate date = randomTime().toLocalDate();
      int weekYear = date.get(IsoFields.WEEK_BASED_YEAR);
      if (weekYear < 1000) {
        continue;
      }
      assertThat(parser.parse(DateTimeFormatter.ISO_WEEK_DATE.format(date))).isTrue();
      assertThat(parser.localMicros()).isEqualTo(micros(date.atStartOfDay()));
      assertThat(parser.parse(DateTimeFormatter.ISO_ORDINAL_DATE.format(date))).isTrue();
      assertThat(parser.localMicros()).isEqualTo(micros(date.atStartOfDay()));
    }
  }

  @Test
  void acceptsExactlyTheDatesThatExist() {
    DateTimeFormatter strict =
        DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    DateParser parser = new DateParser(DateOrder.DAY_MONTH);
    for (int i = 0; i < 100_000; i++) {
      String text =
          "%04d-%02d-%02d"
              .formatted(random.nextInt(1, 3000), random.nextInt(15), random.nextInt(34));
      assertThat(parser.parse(text)).as(text).isEqualTo(exists(text, strict));
    }
  }

  private static boolean exists(String text, DateTimeFormatter strict) {
    try {
      LocalDate.parse(text, strict);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  @Test
  void readsOffsetsAndFractionsAsJavaTimeWritesThem() {
    DateParser parser = new DateParser(DateOrder.DAY_MONTH);
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime time =
          randomTime()
              .plus(random.nextInt(1_000_000), ChronoUnit.MICROS)
              .truncatedTo(ChronoUnit.MICROS);
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-72, 73) * 900);
      String text = time.atOffset(offset).toString();
      assertThat(parser.parse(text)).as(text).isTrue();
      assertThat(parser.localMicros()).as(text).isEqualTo(micros(time));
      assertThat(parser.offsetSeconds()).as(text).isEqualTo(offset.getTotalSeconds());
    }
  }

  @Test
  void nothingMakesItThrow() {
    String alphabet = "0123456789-/.,:+TZWQ apm Janh\u00A0[]年月'\u0000é";
    DateParser parser = new DateParser(DateOrder.MONTH_DAY);
    int read = 0;
    for (int i = 0; i < 500_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(24); k > 0; k--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      read += parser.parse(text.toString()) ? 1 : 0;
    }
    assertThat(read).isBetween(1, 100_000);
  }

  /** A blank in front makes the fast path decline; the general path reads the same without it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd HH:mm:ss.SSSSSSSSS",
        "uuuu/MM/dd'T'H:mm:ss,SSSX",
        "d.M.uuuu, H:mm",
        "MM/dd/uuuu hh:mm a",
        "M/d/uuuu h:mm:ssa",
        "dd-MM-uuuu HH:mm:ssXXX",
        "uuuu.MM.dd"
      })
  void theFastPathAgreesWithTheGeneralOne(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    String alphabet = "0123456789-/.,:+TZ apm";
    for (DateOrder order : DateOrder.values()) {
      DateParser fast = new DateParser(order == DateOrder.AUTO ? DateOrder.DAY_MONTH : order);
      DateParser general = new DateParser(order == DateOrder.AUTO ? DateOrder.DAY_MONTH : order);
      for (int i = 0; i < 30_000; i++) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-72, 73) * 900);
        StringBuilder text =
            new StringBuilder(
                format.format(randomTime().plusNanos(random.nextInt(1 << 30)).atOffset(offset)));
        for (int k = random.nextInt(3); k > 0; k--) {
          char c = alphabet.charAt(random.nextInt(alphabet.length()));
          text.setCharAt(random.nextInt(text.length()), c);
        }
        assertThat(reading(fast, text.toString())).isEqualTo(reading(general, " " + text));
      }
    }
  }

  private static String reading(DateParser parser, String text) {
    boolean read = parser.parse(text);
    String time =
        "%s %d %d %d %s %s %s"
            .formatted(
                parser.granularity(),
                parser.localMicros(),
                parser.nanos(),
                parser.offsetSeconds(),
                parser.hasTime(),
                parser.halfDaySeen(),
                parser.dateMark());
    return text.strip() + " " + parser.fits() + " " + (read ? time : "not read");
  }
}
