package io.hybridanomaly.store;

import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of a server, with its tables as this version wants them: H2 in a file, or
 * PostgreSQL.
 *
 * @param source gives connections
 * @param sql runs statements, each by itself unless in a transaction
 * @param transaction runs several as one
 * @param clock the time that all its nodes agree on
 */
public record Database(
    DataSource source, JdbcClient sql, TransactionTemplate transaction, DatabaseClock clock) {

  /** Brings the tables up to date. */
  public static Database open(DataSource source) {
    return open(source, InstantSource.system());
  }

  /**
   * The same on a machine with another clock.
   *
   * @param own of this machine
   */
  public static Database open(DataSource source, InstantSource own) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/tables")
        .placeholders(Map.of("bytes", bytes(source)))
        .load()
        .migrate();
    JdbcClient sql = JdbcClient.create(source);
    return new Database(
        source,
        sql,
        new TransactionTemplate(new DataSourceTransactionManager(source)),
        new DatabaseClock(sql, own));
  }

  /**
   * Stores a content under its hash unless it is there; to be called in a transaction, so that it
   * stays until that has made use of it.
   *
   * @param table with columns {@code hash} and {@code content}
   * @throws org.springframework.dao.DuplicateKeyException if another transaction has just done it
   */
  public void insertOnce(String table, String hash, byte[] content) {
    boolean known =
        sql.sql("select hash from " + table + " where hash = ? for update")
            .param(hash)
            .query(String.class)
            .optional()
            .isPresent();
    if (!known) {
      sql.sql("insert into " + table + " (hash, content) values (?, ?)")
          .params(hash, content)
          .update();
    }
  }

  /** The type of a column of bytes, the only thing in which the tables of both differ. */
  private static String bytes(DataSource source) {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(source, meta -> meta.getDatabaseProductName());
      return product.equals("PostgreSQL") ? "bytea" : "blob";
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException(
          "The database cannot be reached: check spring.datasource.url.", e);
    }
  }
}
