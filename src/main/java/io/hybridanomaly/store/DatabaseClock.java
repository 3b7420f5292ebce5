package io.hybridanomaly.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time of the database, which all its nodes agree on: the clocks of their machines may be
 * minutes apart, and by its own clock one would take another for dead. How far this machine's clock
 * is off is measured anew from time to time. Thread-safe.
 */
public final class DatabaseClock implements InstantSource {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

  /** A clock that is set right in between must not let a node seem dead. */
  private static final Duration MEASURE_EVERY = Duration.ofSeconds(4);

  private final JdbcClient sql;
  private final InstantSource own;
  private Duration ahead = Duration.ZERO;
  private Instant measured = Instant.MIN;

  /**
   * @param own the clock of this machine
   */
  DatabaseClock(JdbcClient sql, InstantSource own) {
    this.sql = sql;
    this.own = own;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = own.instant();
    if (now.isBefore(measured) || now.isAfter(measured.plus(MEASURE_EVERY))) {
      measured = now;
      measure();
    }
    return own.instant().plus(ahead);
  }

  private void measure() {
    try {
      Instant before = own.instant();
      Instant there =
          sql.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
      Duration took = Duration.between(before, own.instant());
      ahead = Duration.between(before.plus(took.dividedBy(2)), there);
    } catch (DataAccessException e) {
      // The last difference is as good as any, and whoever asked is about to meet the same failure.
      LOG.debug("The database was not asked for its time", e);
    }
  }
}
