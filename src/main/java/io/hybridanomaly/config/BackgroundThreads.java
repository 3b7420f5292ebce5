package io.hybridanomaly.config;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Threads on which files are read, results are analysed and questions are prepared, apart from
 * those that serve requests.
 */
@Configuration
class BackgroundThreads {

  private static final int THREADS = 2;
  private static final int WAITING = 50;

  @Bean(name = "imports", destroyMethod = "shutdownNow")
  ExecutorService imports() {
    return pool("import-");
  }

  @Bean(name = "analyses", destroyMethod = "shutdownNow")
  ExecutorService analyses() {
    return pool("analysis-");
  }

  @Bean(name = "questions", destroyMethod = "shutdownNow")
  ExecutorService questions() {
    return pool("question-");
  }

  private static ExecutorService pool(String name) {
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING),
        Thread.ofPlatform().name(name, 1).daemon(true).factory());
  }
}
