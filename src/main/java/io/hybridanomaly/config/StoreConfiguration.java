package io.hybridanomaly.config;

import com.zaxxer.hikari.HikariDataSource;
import io.hybridanomaly.store.Database;
import io.hybridanomaly.store.ResultLinks;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database: PostgreSQL where one is configured, else H2 in a file of the data folder. */
@Configuration
@EnableConfigurationProperties(ResultProperties.class)
class StoreConfiguration {

  private static final int CONNECTIONS = 8;

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Environment environment, DataProperties data) {
    return source(environment, data);
  }

  /** Not open yet. */
  static HikariDataSource source(Environment environment, DataProperties data) {
    // The process that has the file serves it to others of this machine, and to nobody else.
    System.setProperty("h2.bindAddress", "localhost");
    HikariDataSource source = new HikariDataSource();
    source.setMaximumPoolSize(CONNECTIONS);
    source.setPoolName("store");
    source.setJdbcUrl(
        environment.getProperty(
            "spring.datasource.url",
            // Several processes of one machine may share the file; what fails is in the log.
            "jdbc:h2:file:%s;AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=0"
                .formatted(data.directory().toAbsolutePath().resolve("jobs"))));
    source.setUsername(environment.getProperty("spring.datasource.username", "sa"));
    source.setPassword(environment.getProperty("spring.datasource.password", ""));
    return source;
  }

  @Bean
  Database database(DataSource source) {
    return Database.open(source);
  }

  @Bean
  ResultLinks resultLinks(Database database, ResultProperties results) {
    return new ResultLinks(database, results.keep(), results.maxBytes(), database.clock());
  }
}
