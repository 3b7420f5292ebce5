package io.hybridanomaly.jobs;

import io.hybridanomaly.store.Database;
import io.hybridanomaly.store.ResultLinks;
import io.hybridanomaly.store.SentFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Deletes jobs that have ended, and what is kept for them alone.
 *
 * @param database with their tables
 */
record EndedJobs(Database database) {

  /** All that wait for it have heard of it by then. */
  private static final Duration CANCELLED_FOR = Duration.ofMinutes(1);

  /** Deletes what has ended of a visitor, and the links to all of it. */
  void deleteOf(String visitor) {
    database
        .sql()
        .sql("delete from result_link where job in (select id from job where visitor = ?)")
        .param(visitor)
        .update();
    database
        .sql()
        .sql("delete from job where visitor = ? and state not in ('queued', 'running')")
        .param(visitor)
        .update();
    deleteUnusedInputs();
  }

  /** Deletes a job that has ended, and what is kept of it. */
  void delete(String id) {
    database
        .sql()
        .sql("delete from job where id = ? and state not in ('queued', 'running')")
        .param(id)
        .update();
    deleteUnusedInputs();
  }

  /**
   * Deletes links whose time is over, jobs that ended before some time and that no link leads to,
   * and series and files that no job needs.
   *
   * @param before of those whose visitor has waited for them
   * @param sentBefore of those that programs have sent
   */
  void deleteBefore(Instant before, Instant sentBefore) {
    OffsetDateTime now = database.clock().instant().atOffset(ZoneOffset.UTC);
    ResultLinks.deleteExpired(database, now);
    database
        .sql()
        .sql(
            "delete from job where (finished < ? or state = 'cancelled' and finished < ?) and not"
                + " exists (select 1 from result_link where result_link.job = job.id)"
                + " and (finished < ? or not exists"
                + " (select 1 from sent_file where sent_file.job = job.id))")
        .params(
            before.atOffset(ZoneOffset.UTC),
            now.minus(CANCELLED_FOR),
            sentBefore.atOffset(ZoneOffset.UTC))
        .update();
    deleteUnusedInputs();
  }

  private void deleteUnusedInputs() {
    database
        .sql()
        .sql("delete from job_input where not exists (select 1 from job where input = hash)")
        .update();
    SentFiles.deleteUnneeded(database);
  }
}
