package io.hybridanomaly.chat;

import io.hybridanomaly.benford.BenfordLaw;
import io.hybridanomaly.chat.FigureReader.Figure;
import io.hybridanomaly.chat.FigureReader.Reading;
import io.hybridanomaly.series.Segment;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The figures that an answer may name: those of the facts that a model was given. Thread-safe. */
final class GroundedFigures {

  /** A figure that is called approximate may be this far off. */
  private static final double APPROXIMATE = 0.05;

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?)?");

  /** A day that is named may have this many values. */
  private static final int MOST_AT_A_TIME = 100;

  /** Lengths of units of time in one another, and common rhythms. */
  private static final Set<Double> CALENDAR =
      Set.of(
          1.0, 5.0, 7.0, 12.0, 14.0, 15.0, 24.0, 28.0, 30.0, 31.0, 48.0, 52.0, 60.0, 90.0, 168.0,
          365.0, 366.0);

  /** Hours of a second, a minute, an hour, a day and a week. */
  private static final double[] HOURS_OF_UNITS = {1 / 3600.0, 1 / 60.0, 1, 24, 168};

  private final TreeSet<Double> known = new TreeSet<>();
  private final TreeSet<Double> percents = new TreeSet<>();
  private final TreeSet<Double> hours = new TreeSet<>();
  private final TreeSet<Double> lengths = new TreeSet<>();
  private double mostAnomalies;

  /** Knows what is always true. */
  GroundedFigures() {
    known.add(0.0);
    known.add(100.0);
    for (double probability : BenfordLaw.first()) {
      known.add(100 * probability);
    }
  }

  /** Adds every number of a tree of maps, lists, texts and numbers. */
  synchronized void addAll(Object tree) {
    switch (tree) {
      case Map<?, ?> map ->
          map.forEach(
              (name, value) -> {
                addNamed(String.valueOf(name), value);
                addAll(value);
              });
      case Collection<?> list -> list.forEach(this::addAll);
      case Number number -> known.add(number.doubleValue());
      case String text ->
          FigureReader.figures(text)
              .forEach(figure -> figure.readings().forEach(reading -> known.add(reading.value())));
      default -> {}
    }
  }

  private void addNamed(String name, @Nullable Object value) {
    if (!(value instanceof Number number)) {
      return;
    }
    if (name.contains("percent")) {
      percents.add(number.doubleValue());
    } else if (name.contains("hours")) {
      hours.add(number.doubleValue());
    } else if (name.contains("points")) {
      // A point may last a unit of time.
      lengths.add(number.doubleValue());
    } else if (name.startsWith("anomalies_")) {
      mostAnomalies = Math.max(mostAnomalies, number.doubleValue());
    }
  }

  /** Adds the values and expectations at the times that a text names. */
  synchronized void addValuesAt(String text, Subject subject) {
    Matcher time = TIME.matcher(text);
    while (time.find()) {
      try {
        Segment stretch = SegmentText.between(subject.series().times(), time.group(), time.group());
        for (int i = stretch.from(); i < stretch.to() && stretch.length() <= MOST_AT_A_TIME; i++) {
          known.add(subject.series().values()[i]);
          known.add(subject.result().components().expected()[i]);
        }
      } catch (IllegalArgumentException ignored) {
        // The text names a time that the series does not have; that adds nothing.
      }
    }
  }

  /** The known figure that a figure of an answer means. */
  synchronized OptionalDouble find(Figure figure) {
    for (Reading reading : figure.readings()) {
      OptionalDouble found = find(figure, reading);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalDouble.empty();
  }

  private OptionalDouble find(Figure figure, Reading reading) {
    boolean approximate = figure.approximate();
    return switch (figure.unit()) {
      case TIME -> asDuration(reading, approximate);
      // Some of the anomalies may have something in common.
      case ANOMALIES ->
          reading.value() <= mostAnomalies
              ? OptionalDouble.of(reading.value())
              : OptionalDouble.empty();
      case PERCENT -> {
        OptionalDouble found = find(known, reading, approximate);
        yield found.isPresent() ? found : find(known, reading.times(0.01), approximate);
      }
      case SHARE -> {
        OptionalDouble found = find(known, reading, approximate);
        yield found.isPresent() ? found : find(percents, reading.times(100), approximate);
      }
      case OTHER -> find(known, reading, approximate);
    };
  }

  private OptionalDouble asDuration(Reading reading, boolean approximate) {
    if (CALENDAR.contains(reading.value())) {
      return OptionalDouble.of(reading.value());
    }
    OptionalDouble found = find(lengths, reading, approximate);
    for (double factor : HOURS_OF_UNITS) {
      if (found.isEmpty()) {
        found = find(hours, reading.times(factor), approximate);
      }
    }
    return found;
  }

  /** The sign does not matter: "30 below" is −30. */
  private static OptionalDouble find(
      NavigableSet<Double> among, Reading reading, boolean approximate) {
    double size = Math.abs(reading.value());
    double reach = Math.max(reading.unit(), approximate ? APPROXIMATE * size : 0);
    for (double sign : new double[] {1, -1}) {
      double low = sign > 0 ? size - reach : -size - reach;
      for (double candidate : among.subSet(low, true, low + 2 * reach, true)) {
        if (means(size, reading.unit(), reach, approximate, Math.abs(candidate))) {
          return OptionalDouble.of(candidate);
        }
      }
    }
    return OptionalDouble.empty();
  }

  /** Whether a figure is a known one rounded, or cut off. */
  static boolean means(
      double claimed, double unit, double reach, boolean approximate, double known) {
    double tiny = 1e-9 * Math.max(claimed, known);
    boolean rounded = Math.abs(known - claimed) <= 0.5 * unit + tiny;
    boolean cutOff = known >= claimed - tiny && known - claimed < unit;
    return rounded || cutOff || (approximate && Math.abs(known - claimed) <= reach + tiny);
  }
}
