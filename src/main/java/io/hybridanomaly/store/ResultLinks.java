package io.hybridanomaly.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/**
 * Results that can be opened by a link, until it expires. A link is 128 random bits; the database
 * keeps only their hash, so that whoever reads it cannot open what visitors keep. Whoever makes a
 * link gets a key to it as well, without which nobody deletes it. A link may lead to a job that
 * still runs: its tab has one from the start, to find the job again after a restart of the server,
 * and the visitor may keep it.
 */
public final class ResultLinks {

  private static final int TOKEN_BYTES = 16;

  /** Of a link that only a tab knows: longer than any run takes. */
  private static final Duration OF_A_TAB = Duration.ofHours(2);

  private final Database database;
  private final Duration keep;
  private final long mostBytes;
  private final InstantSource clock;
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
   * What a link leads to.
   *
   * @param content as it was stored
   * @param job whose result belongs to it; empty if the content holds the result
   * @param kept whether the visitor wanted the link
   */
  public record Stored(byte[] content, Optional<String> job, boolean kept) {}

  /**
   * A link that is wanted.
   *
   * @param token opens it
   * @param key deletes it; for nobody but whoever has made it
   */
  public record Made(String token, String key) {

    /** Neither goes into a log. */
    @Override
    public String toString() {
      return "a link";
    }
  }

  /**
   * @param keep how long a link lives
   * @param mostBytes of all links together, and of what programs have sent
   * @param clock by which links expire, the same for all nodes
   */
  public ResultLinks(Database database, Duration keep, long mostBytes, InstantSource clock) {
    this.database = database;
    this.keep = keep;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** How long a link lives. */
  public Duration keep() {
    return keep;
  }

  /**
   * Stores a result.
   *
   * @param content as the caller can read it back
   * @throws FullException if there is no room, also after the expired ones are gone
   */
  public Made make(byte[] content) throws FullException {
    String token = insert(new Stored(content, Optional.empty(), false), keep);
    return new Made(token, keep(token));
  }

  /**
   * Stores the series of a job, for the tab that has started it.
   *
   * @return the token of its link
   * @throws FullException as for {@link #make}
   */
  public String started(String job, byte[] series) throws FullException {
    return insert(new Stored(series, Optional.of(job), false), OF_A_TAB);
  }

  private String insert(Stored stored, Duration life) throws FullException {
    byte[] content = stored.content();
    deleteExpired(database, now());
    if (Room.used(database) + content.length > mostBytes) {
      throw new FullException();
    }
    String token = secret();
    database
        .sql()
        .sql("insert into result_link (token_hash, content, job, kept, expires) values (?,?,?,?,?)")
        .param(hash(token))
        .param(content)
        .param(stored.job().orElse(null))
        .params(stored.kept(), now().plus(life))
        .update();
    return token;
  }

  private String secret() {
    byte[] bits = new byte[TOKEN_BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** What a link leads to; empty if it never was, has expired or was deleted. */
  public Optional<Stored> open(String token) {
    return database
        .sql()
        .sql("select content, job, kept from result_link where token_hash = ? and expires > ?")
        .params(hash(token), now())
        .query(
            (row, number) ->
                new Stored(
                    row.getBytes(1), Optional.ofNullable(row.getString(2)), row.getBoolean(3)))
        .optional();
  }

  /**
   * The visitor wants a link: from now on it lives as long as any other.
   *
   * @return the key that deletes it; an earlier one does not any more
   */
  public String keep(String token) {
    String key = secret();
    database
        .sql()
        .sql("update result_link set kept = true, expires = ?, owner_hash = ? where token_hash = ?")
        .params(now().plus(keep), hash(key), hash(token))
        .update();
    return key;
  }

  /** Whether somebody has made a link, and so may delete it. */
  public boolean isOwner(Made made) {
    return database
        .sql()
        .sql("select count(*) from result_link where token_hash = ? and owner_hash = ?")
        .params(hash(made.token()), hash(made.key()))
        .query(Integer.class)
        .single()
        .equals(1);
  }

  /** Deletes a link and what it leads to, if its key is the right one. */
  public void delete(Made made) {
    database
        .sql()
        .sql("delete from result_link where token_hash = ? and owner_hash = ?")
        .params(hash(made.token()), hash(made.key()))
        .update();
  }

  /** Deletes the link that only a tab knows; one that is wanted stays. */
  public void forget(String token) {
    database
        .sql()
        .sql("delete from result_link where token_hash = ? and not kept")
        .param(hash(token))
        .update();
  }

  /** Deletes the links whose time is over. */
  public static void deleteExpired(Database database, OffsetDateTime now) {
    database.sql().sql("delete from result_link where expires <= ?").param(now).update();
  }

  private static String hash(String token) {
    return Hash.of(token.getBytes(StandardCharsets.UTF_8));
  }
}
