package io.hybridanomaly.config;

import com.zaxxer.hikari.HikariDataSource;
import io.hybridanomaly.store.Database;
import java.time.Duration;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * The database of the servers, for a process that is none: with the settings that a server would
 * find in the same folder and the same environment.
 */
public final class SharedStore implements AutoCloseable {

  private final HikariDataSource source;
  private final Database database;
  private final Duration keep;

  private SharedStore(HikariDataSource source, Duration keep) {
    this.source = source;
    this.keep = keep;
    this.database = Database.open(source);
  }

  /**
   * Opens it.
   *
   * @throws UnreachableException if it cannot be reached
   */
  public static SharedStore open() throws UnreachableException {
    StandardEnvironment environment = new StandardEnvironment();
    ConfigurationPropertySources.attach(environment);
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    Binder settings = Binder.get(environment);
    DataProperties data = settings.bindOrCreate("data", DataProperties.class);
    ResultProperties results = settings.bindOrCreate("results", ResultProperties.class);
    HikariDataSource source = StoreConfiguration.source(environment, data);
    boolean open = false;
    try {
      SharedStore store = new SharedStore(source, results.keep());
      open = true;
      return store;
    } catch (RuntimeException e) {
      throw new UnreachableException(source.getJdbcUrl(), e);
    } finally {
      if (!open) {
        source.close();
      }
    }
  }

  /** There is no such database, or it does not let this process in. */
  public static final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(String address, Throwable cause) {
      super(
          "The database %s cannot be used: check spring.datasource.url or data.directory, and that"
                  .formatted(address)
              + " it runs.",
          cause);
    }
  }

  /** Its tables. */
  public Database database() {
    return database;
  }

  /** How long results are kept in it that have a link or that a program has asked for. */
  public Duration keep() {
    return keep;
  }

  /** Where it is. */
  public String address() {
    return source.getJdbcUrl();
  }

  @Override
  public void close() {
    source.close();
  }
}
