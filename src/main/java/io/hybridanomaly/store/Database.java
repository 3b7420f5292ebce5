package io.hybridanomaly.store;

import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DuplicateKeyException;
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
 */
public record Database(DataSource source, JdbcClient sql, TransactionTemplate transaction) {

  /** Brings the tables up to date. */
  public static Database open(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/" + kind(source))
        .load()
        .migrate();
    return new Database(
        source,
        JdbcClient.create(source),
        new TransactionTemplate(new DataSourceTransactionManager(source)));
  }

  private static String kind(DataSource source) {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(source, meta -> meta.getDatabaseProductName());
      return product.toLowerCase(Locale.ROOT);
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException(
          "The database cannot be reached: check spring.datasource.url.", e);
    }
  }

  /**
   * Inserts a row unless one of its key is there.
   *
   * @param insert runs the statement
   */
  public static void insertOnce(Runnable insert) {
    try {
      insert.run();
    } catch (DuplicateKeyException e) {
      // Whoever was quicker has stored the same.
      return;
    }
  }
}
