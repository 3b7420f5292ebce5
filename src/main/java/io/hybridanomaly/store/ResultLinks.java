package io.hybridanomaly.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

/**
 * Results that can be opened by a link, until it expires. A link is 128 random bits; the database
 * keeps only their hash, so that whoever reads it cannot open what visitors keep.
 */
public final class ResultLinks {

  private static final int TOKEN_BYTES = 16;

  private final Database database;
  private final Duration keep;
  private final long mostBytes;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** There is no room for one more. The message is a sentence for the visitor. */
  public static final class FullException extends Exception {

    private static final long serialVersionUID = 1L;

    FullException() {
      super(
          "The server has no room for further links: download the report instead, which holds the"
              + " same, or try again tomorrow.");
    }
  }

  /**
   * @param keep how long a link lives
   * @param mostBytes of all links together
   */
  public ResultLinks(Database database, Duration keep, long mostBytes, Clock clock) {
    this.database = database;
    this.keep = keep;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** How long a link lives. */
  public Duration keep() {
    return keep;
  }

  /**
   * Stores a result.
   *
   * @param content as the caller can read it back
   * @return the token of its link
   * @throws FullException if there is no room, also after the expired ones are gone
   */
  public String make(byte[] content) throws FullException {
    deleteExpired();
    long used =
        database
            .sql()
            .sql("select coalesce(sum(octet_length(content)), 0) from result_link")
            .query(Long.class)
            .single();
    if (used + content.length > mostBytes) {
      throw new FullException();
    }
    byte[] bits = new byte[TOKEN_BYTES];
    random.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    database
        .sql()
        .sql("insert into result_link (token_hash, content, expires) values (?, ?, ?)")
        .params(hash(token), content, OffsetDateTime.now(clock).plus(keep))
        .update();
    return token;
  }

  /** What a link leads to; empty if it never was, has expired or was deleted. */
  public Optional<byte[]> open(String token) {
    return database
        .sql()
        .sql("select content from result_link where token_hash = ? and expires > ?")
        .params(hash(token), OffsetDateTime.now(clock))
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /** Deletes a link and what it leads to. */
  public void delete(String token) {
    database.sql().sql("delete from result_link where token_hash = ?").param(hash(token)).update();
  }

  /** Deletes the links whose time is over. */
  public void deleteExpired() {
    database
        .sql()
        .sql("delete from result_link where expires <= ?")
        .param(OffsetDateTime.now(clock))
        .update();
  }

  private static String hash(String token) {
    return Hash.of(token.getBytes(StandardCharsets.UTF_8));
  }
}
