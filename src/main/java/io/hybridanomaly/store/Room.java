package io.hybridanomaly.store;

/** How much is kept of what has ended: results with a link, and what programs may still fetch. */
final class Room {

  private Room() {}

  /** Bytes in use. */
  static long used(Database database) {
    return database
        .sql()
        .sql(
            "select (select coalesce(sum(octet_length(content)), 0) from result_link)"
                + " + (select coalesce(sum(octet_length(content)), 0) from upload)"
                + " + (select coalesce(sum(octet_length(content)), 0) from job_result"
                + " join sent_file on sent_file.job = job_result.job)")
        .query(Long.class)
        .single();
  }
}
