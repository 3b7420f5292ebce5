package io.hybridanomaly.evaluation;

import io.hybridanomaly.detection.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that a person said about one series. Marks belong to stretches of time, not to periods, so
 * they outlive another sensitivity, fusion or training: a period has the mark with which it shares
 * the most points.
 *
 * @param all in order of time
 */
public record Marks(List<Mark> all) {

  /** No marks. */
  public static final Marks NONE = new Marks(List.of());

  public Marks {
    all = all.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
  }

  /** The mark that applies to a period. */
  public Optional<Mark> of(Period period) {
    return all.stream()
        .filter(mark -> mark.shared(period.start(), period.end()) > 0)
        .max(Comparator.comparingInt(mark -> mark.shared(period.start(), period.end())));
  }

  /** The same with the mark of a period in place of the one that applied to it. */
  public Marks with(Period period, Verdict verdict, String note) {
    return without(period).with(new Mark(period.start(), period.end(), verdict, note));
  }

  /** The same with one more mark; another one of exactly this stretch gives way. */
  public Marks with(Mark mark) {
    List<Mark> changed = new ArrayList<>(all);
    changed.removeIf(other -> other.start() == mark.start() && other.end() == mark.end());
    changed.add(mark);
    return new Marks(changed);
  }

  /** The same without the mark that applies to a period. */
  public Marks without(Period period) {
    return of(period).map(this::without).orElse(this);
  }

  /** The same without a mark. */
  public Marks without(Mark mark) {
    List<Mark> changed = new ArrayList<>(all);
    changed.remove(mark);
    return new Marks(changed);
  }

  /** The marks that apply to none of these periods, such as missed anomalies. */
  public List<Mark> beside(List<Period> periods) {
    List<Mark> applied = periods.stream().flatMap(period -> of(period).stream()).toList();
    return all.stream().filter(mark -> !applied.contains(mark)).toList();
  }

  /** Number of marks with one verdict. */
  public int count(Verdict verdict) {
    return (int) all.stream().filter(mark -> mark.verdict() == verdict).count();
  }
}
