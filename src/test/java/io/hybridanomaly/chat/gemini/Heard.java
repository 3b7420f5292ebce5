package io.hybridanomaly.chat.gemini;

import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.Failure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Remembers what an answer tells. */
final class Heard implements Consumer<ChatEvent> {

  private static final int PATIENCE_SECONDS = 60;

  private final List<ChatEvent> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  @Override
  public void accept(ChatEvent event) {
    synchronized (this) {
      events.add(event);
      notifyAll();
    }
    if (event instanceof ChatEvent.Finished || event instanceof ChatEvent.Failed) {
      end.countDown();
    }
  }

  /** Waits for the end. */
  Heard toTheEnd() throws InterruptedException {
    if (!end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the answer did not end: " + events);
    }
    return this;
  }

  /** Waits until something was told. */
  synchronized void until(Predicate<Heard> condition) throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.test(this)) {
      if (System.nanoTime() > patience) {
        throw new AssertionError("not told: " + events);
      }
      wait(1_000);
    }
  }

  String text() {
    return all(ChatEvent.TextDelta.class).stream()
        .map(ChatEvent.TextDelta::text)
        .collect(Collectors.joining());
  }

  <T extends ChatEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Failure failure() {
    return all(ChatEvent.Failed.class).getFirst().failure();
  }

  boolean isFinished() {
    return !all(ChatEvent.Finished.class).isEmpty();
  }
}
