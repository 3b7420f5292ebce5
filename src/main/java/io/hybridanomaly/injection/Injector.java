package io.hybridanomaly.injection;

import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Plants known anomalies into copies of a series at random free places. The same seed gives the
 * same copies.
 *
 * <p>Anomalies are rare by definition, and a detector that takes what is normal from the series
 * itself becomes blind if they are not: of 20 anomalies in 1,500 points, 7 in each copy, none was
 * found, of the same 4 in each copy all. What a detector sees of one reaches beyond it on both
 * sides, by its window and by what it averages over. All these surroundings together take at most a
 * third of a copy, unless one alone takes more.
 *
 * <p>Each anomaly keeps a window away from the others and from everything that was found before, so
 * that an anomaly can be told to belong to one of them.
 */
public final class Injector {

  /** Share of a copy that all anomalies with their surroundings may take. */
  private static final double LARGEST_SHARE = 1 / 3.0;

  /** Points to each side that a detector averages over: a fortieth of the series, within limits. */
  private static final int SIDES = 40;

  private static final int NARROWEST_SIDE = 32;
  private static final int WIDEST_SIDE = 256;

  /** A kind is injected so many times into one copy at most. */
  static final int MOST_OF_A_KIND = 4;

  /** Places tried before a copy counts as full. */
  private static final int TRIES = 200;

  private final double[] values;
  private final int window;
  private final int reach;
  private final boolean[] taken;
  private final Shapes shapes;

  /**
   * @param values the series, finite; not changed
   * @param window window length of the detector in points, at least 1
   * @param taken [points], where nothing may be injected, such as anomalies that were found before
   * @throws IllegalArgumentException if the lengths differ
   */
  public Injector(double[] values, int window, boolean[] taken) {
    if (taken.length != values.length || window < 1) {
      throw new IllegalArgumentException(
          "%d values, %d flags, window %d".formatted(values.length, taken.length, window));
    }
    this.values = values;
    this.window = window;
    this.reach = window + Math.clamp(values.length / SIDES, NARROWEST_SIDE, WIDEST_SIDE);
    this.taken = taken.clone();
    this.shapes = new Shapes(values, window);
  }

  /**
   * A copy with anomalies of these kinds: one of each in turn, and again from the first on while
   * there is room. Where there is room for few, those that come first are injected, so callers
   * should start each copy with another kind.
   *
   * @param kinds in the order of injection
   * @param seed start of every random choice
   */
  public InjectedSeries inject(List<InjectedKind> kinds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] copy = values.clone();
    boolean[] free = freePlaces();
    List<InjectedAnomaly> injected = new ArrayList<>();
    int budget = (int) (LARGEST_SHARE * values.length);
    for (int round = 0; round < MOST_OF_A_KIND; round++) {
      for (InjectedKind kind : kinds) {
        int length = shapes.length(kind, random);
        int surroundings = length + 2 * reach;
        if (surroundings > budget && !injected.isEmpty()) {
          // Not the next kind that fits: spikes would take all the room.
          return new InjectedSeries(copy, injected);
        }
        Optional<InjectedAnomaly> place = place(kind, length, free, random);
        if (place.isPresent() && shapes.write(place.get(), copy, random)) {
          injected.add(place.get());
          block(free, place.get().segment());
          budget -= surroundings;
        }
      }
    }
    return new InjectedSeries(copy, injected);
  }

  private boolean[] freePlaces() {
    boolean[] free = new boolean[values.length];
    Arrays.fill(free, true);
    for (int i = 0; i < free.length; i++) {
      if (taken[i]) {
        block(free, new Segment(i, i + 1));
      }
    }
    return free;
  }

  /** A stretch and the window to both sides of it are used up. */
  private void block(boolean[] free, Segment segment) {
    Segment blocked = segment.widened(window, free.length);
    Arrays.fill(free, blocked.from(), blocked.to(), false);
  }

  /** A random free place that is not next to the ends, where fewer windows look at a point. */
  private Optional<InjectedAnomaly> place(
      InjectedKind kind, int length, boolean[] free, SplittableRandom random) {
    int margin = Math.min(window, values.length / 8);
    int last = values.length - margin - length;
    for (int i = 0; i < TRIES && last > margin; i++) {
      int start = random.nextInt(margin, last);
      Segment segment = new Segment(start, start + length);
      if (isFree(free, segment)) {
        return Optional.of(new InjectedAnomaly(kind, segment));
      }
    }
    return Optional.empty();
  }

  private static boolean isFree(boolean[] free, Segment segment) {
    for (int i = segment.from(); i < segment.to(); i++) {
      if (!free[i]) {
        return false;
      }
    }
    return true;
  }
}
