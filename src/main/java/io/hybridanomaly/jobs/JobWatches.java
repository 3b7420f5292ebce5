package io.hybridanomaly.jobs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** Those who wait in this process, by the job that they wait for. */
final class JobWatches {

  private final Map<String, Set<JobWatch>> all = new ConcurrentHashMap<>();

  void add(String id, JobWatch watch) {
    all.compute(
        id,
        (job, before) -> {
          Set<JobWatch> those = before == null ? new CopyOnWriteArraySet<>() : before;
          those.add(watch);
          return those;
        });
  }

  void remove(String id, JobWatch watch) {
    all.computeIfPresent(
        id,
        (job, those) -> {
          those.remove(watch);
          return those.isEmpty() ? null : those;
        });
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The jobs that somebody waits for. */
  List<String> jobs() {
    return List.copyOf(all.keySet());
  }

  /** Who waits for a job. */
  Set<JobWatch> of(String id) {
    return all.getOrDefault(id, Set.of());
  }

  /** Tells all who wait for a job; after its end nobody does. */
  void tell(String id, JobEvent event) {
    Set<JobWatch> told = event.isEnd() ? all.remove(id) : all.get(id);
    if (told != null) {
      told.forEach(watch -> watch.tell(event));
    }
  }

  /** Whether somebody wants to see what is found before the networks have learned. */
  boolean wantPreliminary(String id) {
    return of(id).stream().anyMatch(JobWatch::wantsPreliminary);
  }
}
