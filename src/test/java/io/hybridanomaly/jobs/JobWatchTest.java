package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

class JobWatchTest {

  private static final double[] VALUES = {1, 2, 3};
  private static final JobTable.Row DONE =
      new JobTable.Row("job", JobState.DONE, false, null, null);

  private final List<JobEvent> events = new ArrayList<>();
  private final JobWatch watch =
      new JobWatch(Samples.even(VALUES), DetectionSettings.defaults(), events::add);

  private boolean look(Optional<byte[]> stored) {
    return watch.look(
        DONE,
        List.of(),
        place -> {
          throw new AssertionError("it does not wait");
        },
        id -> stored);
  }

  @Test
  void aResultOfAnotherVersionIsToldAsOne() {
    byte[] other = NumberBlock.encode(new double[] {StoredResult.VERSION - 1, 8, 2});
    assertThat(look(Optional.of(other))).isTrue();
    assertThat(events)
        .containsExactly(
            new JobEvent.Failed(
                "The server is another version now than when it made this result: press Detect to"
                    + " make it again."));
  }

  @Test
  void aResultThatIsDamagedIsToldAsOne() {
    assertThat(look(Optional.of(new byte[] {1, 2, 3}))).isTrue();
    assertThat(events)
        .containsExactly(
            new JobEvent.Failed(
                "The result of this detection cannot be read: press Detect to make it again."));
  }

  /** A single array of more numbers than any machine holds. */
  @Test
  void aResultForWhichThereIsNoMemoryIsToldAsOne() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(1);
      out.writeInt(Integer.MAX_VALUE);
    }
    assertThat(look(Optional.of(bytes.toByteArray()))).isTrue();
    assertThat(events)
        .containsExactly(
            new JobEvent.Failed(
                "The server had no memory left to read this result: press Detect to make it again,"
                    + " or choose a shorter stretch of the series."));
  }

  private boolean lookAndFail(DataAccessException failure) {
    return watch.look(
        DONE,
        List.of(),
        place -> {
          throw new AssertionError("it does not wait");
        },
        id -> {
          throw failure;
        });
  }

  static Stream<DataAccessException> passing() {
    return Stream.of(
        new QueryTimeoutException("no answer"),
        new CannotGetJdbcConnectionException("no connection"),
        new RecoverableDataAccessException("connection closed"));
  }

  /** The next look may find it. */
  @ParameterizedTest
  @MethodSource("passing")
  void aDatabaseThatDoesNotAnswerIsNoEnd(DataAccessException failure) {
    assertThatThrownBy(() -> lookAndFail(failure)).isSameAs(failure);
    assertThat(events).isEmpty();
  }

  static Stream<DataAccessException> lasting() {
    return Stream.of(
        new UncategorizedSQLException("read", null, new SQLException("chunk is missing", "50000")),
        new DataRetrievalFailureException("a damaged content"),
        new BadSqlGrammarException("read", "select", new SQLException("no such table", "42S02")));
  }

  /** It would be so at each look, for ever. */
  @ParameterizedTest
  @MethodSource("lasting")
  void aResultThatTheDatabaseCannotReadIsToldAsOne(DataAccessException failure) {
    assertThat(lookAndFail(failure)).isTrue();
    assertThat(events)
        .containsExactly(
            new JobEvent.Failed(
                "The result of this detection cannot be read: press Detect to make it again."));
  }

  @Test
  void aResultThatIsGoneIsToldAsOne() {
    assertThat(look(Optional.empty())).isTrue();
    assertThat(events)
        .containsExactly(
            new JobEvent.Failed(
                "The result of this detection has been deleted: press Detect to make it again."));
  }
}
