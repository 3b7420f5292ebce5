package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit is for a deadlock, which would otherwise never end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CoresTest {

  private static final Cancellation NEVER = Cancellation.NEVER;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyPieceIsDoneOnce(int count) {
    Cores cores = new Cores(count);
    AtomicInteger[] done = new AtomicInteger[103];
    Arrays.setAll(done, i -> new AtomicInteger());
    cores.occupy(
        () -> {
          cores.inPieces(
              done.length,
              10,
              () ->
                  (from, to) -> {
                    assertThat(from % 10).isZero();
                    for (int i = from; i < to; i++) {
                      done[i].incrementAndGet();
                    }
                  });
          return true;
        });
    assertThat(done).allMatch(each -> each.get() == 1);
  }

  @Test
  void idleCoresHelp() {
    Cores cores = new Cores(3);
    CountDownLatch together = new CountDownLatch(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    cores.occupy(
        () -> {
          // Each of the three waits for the others: it ends only if they are on threads of their
          // own.
          cores.inPieces(
              3,
              1,
              () ->
                  (from, to) -> {
                    threads.add(Thread.currentThread());
                    together.countDown();
                    await(together);
                  });
          return true;
        });
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void withoutAnIdleCoreTheOwnThreadDoesAll() {
    Cores cores = new Cores(1);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    cores.occupy(
        () -> {
          cores.inPieces(100, 1, () -> (from, to) -> threads.add(Thread.currentThread()));
          try (Cores.Branch<Boolean> branch =
              cores.fork(NEVER, stop -> threads.add(Thread.currentThread()))) {
            return branch.join();
          }
        });
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void aFailureOfAHelperIsTheFailureOfAll() {
    Cores cores = new Cores(2);
    Thread own = Thread.currentThread();
    CountDownLatch failed = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                cores.inPieces(
                    1000,
                    1,
                    () ->
                        (from, to) -> {
                          if (Thread.currentThread() != own) {
                            failed.countDown();
                            throw new IllegalStateException("helper");
                          }
                          await(failed);
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("helper");
  }

  /** Only a core that is given back can help the second time. */
  @Test
  void whereNoThreadCanBeStartedTheCoreIsGivenBack() {
    AtomicInteger refusals = new AtomicInteger(2);
    Cores cores =
        new Cores(
            2,
            work -> {
              if (refusals.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              Thread.ofPlatform().daemon(true).start(work);
            });
    Thread own = Thread.currentThread();
    Set<Thread> helpers = ConcurrentHashMap.newKeySet();
    cores.occupy(
        () -> {
          assertThatThrownBy(() -> cores.fork(NEVER, stop -> true))
              .isInstanceOf(OutOfMemoryError.class);
          assertThatThrownBy(() -> cores.inPieces(2, 1, () -> (from, to) -> {}))
              .isInstanceOf(OutOfMemoryError.class);
          try (Cores.Branch<Boolean> branch =
              cores.fork(NEVER, stop -> helpers.add(Thread.currentThread()))) {
            return branch.join();
          }
        });
    assertThat(helpers).hasSize(1).doesNotContain(own);
  }

  /** What they work with may be closed afterwards. */
  @Test
  void whenOneHelperFailsTheOthersAreAwaited() throws Exception {
    Cores cores = new Cores(3);
    Thread own = Thread.currentThread();
    AtomicInteger helpers = new AtomicInteger();
    AtomicBoolean returned = new AtomicBoolean();
    CompletableFuture<Boolean> awaited = new CompletableFuture<>();
    CountDownLatch failed = new CountDownLatch(1);
    Cores.RangeWork work =
        (from, to) -> {
          if (Thread.currentThread() == own) {
            while (failed.getCount() > 0) {
              Thread.onSpinWait();
            }
          } else if (helpers.incrementAndGet() == 1) {
            while (helpers.get() < 2) {
              Thread.onSpinWait();
            }
            failed.countDown();
            throw new IllegalStateException("helper");
          } else {
            await(failed);
            while (own.getState() != Thread.State.WAITING && !returned.get()) {
              Thread.onSpinWait();
            }
            awaited.complete(!returned.get());
          }
        };
    assertThatThrownBy(() -> cores.inPieces(100, 1, () -> work)).hasMessage("helper");
    returned.set(true);
    assertThat(awaited.get(60, TimeUnit.SECONDS)).isTrue();
  }

  /** The helper works on only when the other detection has left. */
  @Test
  void aHelperGivesWayToAnotherDetection() {
    Cores cores = new Cores(2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch otherIsThere = new CountDownLatch(1);
    AtomicBoolean otherHasLeft = new AtomicBoolean();
    AtomicReference<Boolean> seen = new AtomicReference<>();
    CountDownLatch over = new CountDownLatch(1);
    cores.occupy(
        () -> {
          try (Cores.Branch<Boolean> branch =
              cores.fork(
                  NEVER,
                  stop -> {
                    begun.countDown();
                    await(otherIsThere);
                    boolean cancelled = stop.isCancelled();
                    seen.set(otherHasLeft.get());
                    over.countDown();
                    return cancelled;
                  })) {
            await(begun);
            cores.occupy(
                () -> {
                  otherIsThere.countDown();
                  otherHasLeft.set(true);
                  return true;
                });
            await(over);
            return branch.join();
          }
        });
    assertThat(seen.get()).isTrue();
  }

  /** More detections than cores: who waits for a helper gives it the own place. */
  @Test
  void aHelperThatIsAwaitedGivesWayNoMore() {
    Cores cores = new Cores(2);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch crowded = new CountDownLatch(1);
    boolean result =
        cores.occupy(
            () -> {
              try (Cores.Branch<Boolean> branch =
                  cores.fork(
                      NEVER,
                      stop -> {
                        begun.countDown();
                        await(crowded);
                        return !stop.isCancelled();
                      })) {
                await(begun);
                return cores.occupy(
                    () ->
                        cores.occupy(
                            () -> {
                              crowded.countDown();
                              return branch.join();
                            }));
              }
            });
    assertThat(result).isTrue();
  }

  @Test
  void abandonedWorkIsStoppedAndOver() {
    Cores cores = new Cores(2);
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    try (Cores.Branch<Boolean> branch =
        cores.fork(
            NEVER,
            stop -> {
              begun.countDown();
              while (!stop.isCancelled()) {
                Thread.onSpinWait();
              }
              ended.set(true);
              return true;
            })) {
      await(begun);
      assertThat(branch).isNotNull();
      assertThat(ended).isFalse();
    }
    assertThat(ended).isTrue();
  }

  @Test
  void piecesStopWhenCancelled() {
    AtomicInteger done = new AtomicInteger();
    DetectionMonitor watch =
        DetectionMonitor.of(ProgressListener.NONE, () -> done.get() >= 3, new Cores(1));
    assertThatThrownBy(() -> watch.inPieces(100, 1, () -> (from, to) -> done.incrementAndGet()))
        .isInstanceOf(CancellationException.class);
    assertThat(done.get()).isEqualTo(3);
  }

  /** Everything that a detection computes, with one, two and five cores. */
  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    float[] series = new float[1_200];
    Random random = new Random(1);
    for (int i = 0; i < series.length; i++) {
      series[i] = (float) (Math.sin(i / 5.0) + 0.1 * random.nextGaussian());
    }
    DetectorScores alone = scores(series, 1);
    for (int count : new int[] {2, 5}) {
      assertThat(scores(series, count)).usingRecursiveComparison().isEqualTo(alone);
    }
  }

  private static DetectorScores scores(float[] series, int count) {
    Cores cores = new Cores(count);
    DetectionMonitor watch = DetectionMonitor.of(ProgressListener.NONE, NEVER, cores);
    return cores.occupy(
        () ->
            DetectorScores.of(
                Untrained.of(series, 31, 2, new SplittableRandom(1), watch),
                Autoencoders.OWN,
                watch));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
