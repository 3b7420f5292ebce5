package io.hybridanomaly.benchmark;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How many days are found that are not like the same weekday of other weeks, as a table in
 * Markdown: hours of five kinds of places over 6 to 52 weeks, with one to four such days, and with
 * none. Days scatter in height, by themselves and with the day before; so do their hours. What
 * needs no network decides, as in a preliminary result. Arguments, all optional: series of each
 * kind and length (4), the first seed (900).
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain=io.hybridanomaly.benchmark.OddDaySimulation
 * </pre>
 */
public final class OddDaySimulation {

  private static final int SERIES = 4;
  private static final long FIRST_SEED = 900;
  private static final int HOURS = 24;
  private static final int WEEK = 7;
  private static final int SATURDAY = 5;
  private static final int SUNDAY = 6;
  private static final int[] WEEKS = {6, 12, 26, 52};
  private static final int[] DAYS = {1, 1, 2, 4};

  private OddDaySimulation() {}

  /** How much happens in an hour. */
  private enum Place {
    OFFICE("an office, closed at weekends") {
      @Override
      double at(int hour, int weekday) {
        return weekday < SATURDAY ? open(hour, 8, 18) : 0;
      }
    },
    SHOP("a shop, closed on Sundays") {
      @Override
      double at(int hour, int weekday) {
        double customers = weekday == SATURDAY ? 1.5 : 1;
        return weekday < SUNDAY ? customers * open(hour, 9, 20) : 0;
      }
    },
    ROAD("a road, with rush hours on working days") {
      @Override
      double at(int hour, int weekday) {
        return weekday < SATURDAY
            ? wave(hour, 8, 1.2) + 0.9 * wave(hour, 17, 1.6) + 0.3 * wave(hour, 13, 4)
            : 0.6 * wave(hour, 14, 4);
      }
    },
    CALLS("calls, fewer each day of the week") {
      @Override
      double at(int hour, int weekday) {
        return open(hour, 8, 19) * (weekday < SATURDAY ? 1.3 - 0.1 * weekday : 0.2);
      }
    },
    HOME("a home, with a little more at noon of weekends") {
      @Override
      double at(int hour, int weekday) {
        double noon = weekday < SATURDAY ? 0 : 0.3 * wave(hour, 13, 3);
        return 0.2 + noon + 0.5 * wave(hour, 7, 1.5) + wave(hour, 19, 2.2);
      }
    };

    private final String title;

    Place(String title) {
      this.title = title;
    }

    abstract double at(int hour, int weekday);

    private static double open(int hour, int from, int to) {
      return hour >= from && hour < to ? 1 : 0;
    }

    private static double wave(int hour, double middle, double width) {
      return Math.exp(-Math.pow((hour - middle) / width, 2));
    }
  }

  /** What is odd about a day. */
  private enum Odd {
    OFF("a working day like a Sunday"),
    WORKED("a Sunday like a Wednesday"),
    HALF("a working day of less than half"),
    DOUBLE("a working day of nearly twice as much"),
    NONE("none");

    private static final int WEDNESDAY = 2;

    private final String title;

    Odd(String title) {
      this.title = title;
    }

    /** The nearest day that can be odd in this way. */
    int near(int day) {
      int monday = day - day % WEEK;
      return this == WORKED ? monday + SUNDAY : monday + day % WEEK % SATURDAY;
    }

    int weekday(int day) {
      return switch (this) {
        case OFF -> SUNDAY;
        case WORKED -> WEDNESDAY;
        case HALF, DOUBLE, NONE -> day % WEEK;
      };
    }

    double height() {
      return switch (this) {
        case HALF -> 0.45;
        case DOUBLE -> 1.8;
        case OFF, WORKED, NONE -> 1;
      };
    }
  }

  private static EventCount count(Place place, Odd odd, int k, long seed)
      throws DetectionException {
    Random random = new Random(seed);
    int days = WEEK * WEEKS[k];
    int[] oddDays =
        odd == Odd.NONE
            ? new int[0]
            : random
                .ints(WEEK, days - WEEK)
                .map(odd::near)
                .distinct()
                .limit(DAYS[k])
                .sorted()
                .toArray();
    double[] values = new double[days * HOURS];
    double scatter = 0.04 + 0.06 * random.nextDouble();
    double noise = 0.03 + 0.07 * random.nextDouble();
    double height = 0;
    for (int day = 0; day < days; day++) {
      boolean isOdd = Arrays.binarySearch(oddDays, day) >= 0;
      int weekday = isOdd ? odd.weekday(day) : day % WEEK;
      height = 0.5 * height + Math.sqrt(0.75) * scatter * random.nextGaussian();
      double size = (1 + height) * (isOdd ? odd.height() : 1);
      for (int hour = 0; hour < HOURS; hour++) {
        values[day * HOURS + hour] =
            (10 + 60 * size * place.at(hour, weekday)) * (1 + noise * random.nextGaussian());
      }
    }
    List<Segment> events =
        Arrays.stream(oddDays)
            .mapToObj(day -> new Segment(day * HOURS, (day + 1) * HOURS))
            .toList();
    List<Segment> alarms =
        PreliminaryAlarms.result(Samples.even(values)).anomalies().stream()
            .map(Anomaly::segment)
            .toList();
    return EventCount.of(values.length, events, alarms, HOURS);
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SERIES;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : FIRST_SEED;
    print("| place | " + titles() + " | other alarms in 10,000 points |");
    print("|---|" + "---|".repeat(Odd.values().length) + "---|");
    Map<Odd, EventCount> total = new EnumMap<>(Odd.class);
    for (Place place : Place.values()) {
      Map<Odd, EventCount> counts = new EnumMap<>(Odd.class);
      for (Odd odd : Odd.values()) {
        for (int i = 0; i < series * WEEKS.length; i++) {
          counts.merge(odd, count(place, odd, i % WEEKS.length, seed + i), EventCount::plus);
        }
      }
      counts.forEach((odd, count) -> total.merge(odd, count, EventCount::plus));
      print(row(place.title, counts.values()));
    }
    print(row("all", total.values()));
  }

  private static String titles() {
    return String.join(" | ", Arrays.stream(Odd.values()).map(odd -> odd.title).toList());
  }

  private static String row(String title, Collection<EventCount> counts) {
    EventCount all = counts.stream().reduce(EventCount.NONE, EventCount::plus);
    StringBuilder row = new StringBuilder("| " + title + " |");
    for (EventCount count : counts) {
      row.append(' ').append(count.foundOfEvents()).append(" |");
    }
    return row.append(String.format(Locale.ROOT, " %.2f |", all.othersPer10000())).toString();
  }

  @SuppressWarnings("SystemOut") // The table is the programme's result.
  private static void print(String line) {
    System.out.println(line);
  }
}
