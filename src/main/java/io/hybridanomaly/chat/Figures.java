package io.hybridanomaly.chat;

import io.hybridanomaly.benford.BenfordLaw;
import io.hybridanomaly.chat.FigureReader.Figure;
import io.hybridanomaly.chat.FigureReader.Reading;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures that an answer may name: those of the facts that a model was given. Thread-safe. */
final class Figures {

  /** A figure that is called approximate may be this far off. */
  private static final double APPROXIMATE = 0.05;

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?)?");

  /** A day that is named may have this many values. */
  private static final int MOST_AT_A_TIME = 100;

  /** Lengths of units of time in one another, and common rhythms. */
  private static final double[] CALENDAR = {
    1, 5, 7, 12, 14, 15, 24, 28, 30, 31, 48, 52, 60, 90, 168, 365, 366
  };

  private final TreeSet<Double> known = new TreeSet<>();
  private final TreeSet<Double> calendar = new TreeSet<>();

  Figures() {
    for (double length : CALENDAR) {
      calendar.add(length);
    }
    clear();
  }

  /** Forgets all but what is always true. */
  synchronized void clear() {
    known.clear();
    known.add(0.0);
    known.add(100.0);
    for (double probability : BenfordLaw.first()) {
      known.add(100 * probability);
    }
  }

  /** Adds every number of a tree of maps, lists, texts and numbers. */
  synchronized void addAll(Object tree) {
    switch (tree) {
      case Map<?, ?> map -> map.values().forEach(this::addAll);
      case Collection<?> list -> list.forEach(this::addAll);
      case Number number -> known.add(number.doubleValue());
      case String text ->
          FigureReader.figures(text)
              .forEach(figure -> figure.readings().forEach(reading -> known.add(reading.value())));
      default -> {}
    }
  }

  /** Adds the values and expectations at the times that a text names. */
  synchronized void addValuesAt(String text, Subject subject) {
    Matcher time = TIME.matcher(text);
    while (time.find()) {
      try {
        Stretch stretch = Stretch.between(subject.series().times(), time.group(), time.group());
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
      OptionalDouble found = find(reading, figure.approximate());
      if (found.isEmpty() && figure.percent()) {
        found =
            find(new Reading(reading.value() / 100, reading.unit() / 100), figure.approximate());
      }
      if (found.isEmpty() && figure.duration()) {
        found = asDuration(reading, figure.approximate());
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalDouble.empty();
  }

  private OptionalDouble asDuration(Reading reading, boolean approximate) {
    if (calendar.contains(reading.value())) {
      return OptionalDouble.of(reading.value());
    }
    // Known durations are in hours: as seconds, minutes, days and weeks.
    for (double hours : new double[] {1 / 3600.0, 1 / 60.0, 24, 168}) {
      OptionalDouble found =
          find(new Reading(reading.value() * hours, reading.unit() * hours), approximate);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalDouble.empty();
  }

  /** The sign does not matter: "30 below" is −30. */
  private OptionalDouble find(Reading reading, boolean approximate) {
    double size = Math.abs(reading.value());
    double reach = Math.max(reading.unit(), approximate ? APPROXIMATE * size : 0);
    for (double sign : new double[] {1, -1}) {
      double low = sign > 0 ? size - reach : -size - reach;
      for (double candidate : known.subSet(low, true, low + 2 * reach, true)) {
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
