package io.hybridanomaly.chat.gemini;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every log line at the finest level while it is open, from this program and from the libraries,
 * whichever way they log; not those of the local server in the service's place.
 */
final class CapturedLogs implements AutoCloseable {

  private static final String LOCAL_SERVER = "com.sun.net.httpserver";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final ch.qos.logback.classic.Logger root =
      ((LoggerContext) LoggerFactory.getILoggerFactory())
          .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level levelBefore = root.getLevel();
  private final Appender appender = new Appender();

  /** The loggers of the JDK's kind that the SDK and its HTTP client use; held, not to be lost. */
  private final List<Logger> libraries =
      List.of(
          Logger.getLogger(""),
          Logger.getLogger("com.google.genai"),
          Logger.getLogger("okhttp3"),
          Logger.getLogger("okhttp3.OkHttpClient"),
          Logger.getLogger("okhttp3.internal.concurrent.TaskRunner"));

  private final List<java.util.logging.Level> levelsBefore =
      libraries.stream().map(Logger::getLevel).map(CapturedLogs::orInherited).toList();
  private final Listener listener = new Listener();

  CapturedLogs() {
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
    listener.setLevel(java.util.logging.Level.ALL);
    libraries.getFirst().addHandler(listener);
    libraries.forEach(logger -> logger.setLevel(java.util.logging.Level.ALL));
  }

  private static java.util.logging.Level orInherited(java.util.logging.Level level) {
    return level == null ? java.util.logging.Level.INFO : level;
  }

  /** What was logged so far, with stack traces. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    for (int i = 0; i < libraries.size(); i++) {
      libraries.get(i).setLevel(levelsBefore.get(i));
    }
    libraries.getFirst().removeHandler(listener);
    root.detachAppender(appender);
    root.setLevel(levelBefore);
  }

  private void add(String logger, String text) {
    if (!logger.startsWith(LOCAL_SERVER)) {
      lines.add(logger + ": " + text);
    }
  }

  private final class Appender extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      IThrowableProxy thrown = event.getThrowableProxy();
      add(
          event.getLoggerName(),
          event.getFormattedMessage()
              + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
    }
  }

  private final class Listener extends Handler {
    @Override
    public void publish(LogRecord record) {
      StringWriter trace = new StringWriter();
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(new PrintWriter(trace, true));
      }
      add(
          String.valueOf(record.getLoggerName()),
          record.getMessage() + Arrays.toString(record.getParameters()) + trace);
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
