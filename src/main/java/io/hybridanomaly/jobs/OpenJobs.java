package io.hybridanomaly.jobs;

import io.hybridanomaly.store.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The jobs that wait or run.
 *
 * @param database with their table
 */
record OpenJobs(Database database) {

  /** How many a visitor has. */
  int countOf(String visitor) {
    return database
        .sql()
        .sql("select count(*) from job where visitor = ? and state in ('queued', 'running')")
        .param(visitor)
        .query(Integer.class)
        .single();
  }

  /** Those of a visitor. */
  List<String> idsOf(String visitor) {
    return database
        .sql()
        .sql("select id from job where visitor = ? and state in ('queued', 'running')")
        .param(visitor)
        .query(String.class)
        .list();
  }

  /** Who waits and who runs, at one moment. */
  JobLine line() {
    List<JobLine.Open> queue = new ArrayList<>();
    List<JobLine.Open> running = new ArrayList<>();
    for (JobLine.Open job : entries()) {
      (job.state() == JobState.QUEUED ? queue : running).add(job);
    }
    return new JobLine(queue, running);
  }

  private List<JobLine.Open> entries() {
    return database
        .sql()
        .sql(
            "select id, state, points, settings, progress from job"
                + " where state in ('queued', 'running') order by priority desc, created, id")
        .query(
            (row, number) -> {
              double cost = ExpectedWait.cost(row.getInt(3), JobText.settings(row.getString(4)));
              String progress = row.getString(5);
              double done = progress == null ? 0 : JobText.progress(progress).done();
              return new JobLine.Open(
                  row.getString(1), JobState.of(row.getString(2)), cost * (1 - done));
            })
        .list();
  }

  /**
   * Jobs that wait and that no node would find, by their priority: a process or its database ended
   * while they were submitted.
   */
  Map<String, Integer> forgotten(Instant before) {
    Map<String, Integer> forgotten = new LinkedHashMap<>();
    database
        .sql()
        .sql(
            "select id, priority from job where state = 'queued' and created < ? and not exists"
                + " (select 1 from scheduled_tasks where task_name = ? and task_instance = job.id)")
        .params(before.atOffset(ZoneOffset.UTC), DetectionTask.NAME)
        .query(
            row -> {
              forgotten.put(row.getString(1), row.getInt(2));
            });
    return forgotten;
  }
}
