package io.hybridanomaly.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class ResultLinksTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final byte[] CONTENT = "result".getBytes(StandardCharsets.UTF_8);

  private final Database database =
      Database.open(
          JdbcConnectionPool.create(
              "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));

  private ResultLinks links(Instant now) {
    return new ResultLinks(
        database, Duration.ofDays(7), 2L * CONTENT.length, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void aLinkOpensItsResultUntilItExpires() throws Exception {
    String token = links(NOW).make(CONTENT).token();
    assertThat(Base64.getUrlDecoder().decode(token)).hasSize(16);
    assertThat(links(NOW.plus(Duration.ofDays(6))).open(token).map(ResultLinks.Stored::content))
        .contains(CONTENT);
    assertThat(links(NOW.plus(Duration.ofDays(7))).open(token)).isEmpty();
    assertThat(links(NOW).open("made-up")).isEmpty();
  }

  @Test
  void aDeletedLinkOpensNothing() throws Exception {
    ResultLinks.Made made = links(NOW).make(CONTENT);
    assertThat(links(NOW).isOwner(made)).isTrue();
    links(NOW).delete(made);
    assertThat(links(NOW).open(made.token())).isEmpty();
    assertThat(links(NOW).isOwner(made)).isFalse();
  }

  @Test
  void whoeverOnlyHasALinkCannotDeleteIt() throws Exception {
    ResultLinks.Made made = links(NOW).make(CONTENT);
    String other = links(NOW).make(CONTENT).key();
    for (String key : new String[] {made.token(), other, ""}) {
      ResultLinks.Made guessed = new ResultLinks.Made(made.token(), key);
      assertThat(links(NOW).isOwner(guessed)).isFalse();
      links(NOW).delete(guessed);
      links(NOW).forget(made.token());
    }
    assertThat(links(NOW).open(made.token())).isPresent();
  }

  @Test
  void theDatabaseKnowsNeitherTokenNorKey() throws Exception {
    ResultLinks.Made made = links(NOW).make(CONTENT);
    assertThat(
            database
                .sql()
                .sql("select token_hash || owner_hash from result_link")
                .query(String.class)
                .single())
        .isEqualTo(hash(made.token()) + hash(made.key()));
  }

  @Test
  void theLinkOfAJobLivesShortUntilItIsKept() throws Exception {
    String token = links(NOW).started("job", CONTENT);
    ResultLinks.Stored stored = links(NOW).open(token).orElseThrow();
    assertThat(stored.job()).contains("job");
    assertThat(stored.kept()).isFalse();
    assertThat(links(NOW.plus(Duration.ofHours(3))).open(token)).isEmpty();
    String key = links(NOW).keep(token);
    assertThat(links(NOW.plus(Duration.ofDays(6))).open(token).orElseThrow().kept()).isTrue();
    assertThat(links(NOW).isOwner(new ResultLinks.Made(token, key))).isTrue();
  }

  @Test
  void theLinkOfATabIsForgottenWithItsRun() throws Exception {
    String token = links(NOW).started("job", CONTENT);
    links(NOW).forget(token);
    assertThat(links(NOW).open(token)).isEmpty();
  }

  private static String hash(String text) {
    return Hash.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theDiskIsBoundedAndTheExpiredGoFirst() throws Exception {
    links(NOW).make(CONTENT);
    links(NOW).make(CONTENT);
    assertThatThrownBy(() -> links(NOW).make(CONTENT))
        .isInstanceOf(ResultLinks.FullException.class)
        .hasMessageContaining("no room for further links");
    Instant later = NOW.plus(Duration.ofDays(8));
    String token = links(later).make(CONTENT).token();
    assertThat(links(later).open(token).map(ResultLinks.Stored::content)).contains(CONTENT);
  }
}
