package io.hybridanomaly.detection;

import io.hybridanomaly.detection.CostModel.Stage;
import io.hybridanomaly.lstm.TrainingMonitor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells the listener how far a detection is, and stops it when it is cancelled. Stages may run at
 * the same time, on several threads: each adds what it has done to the whole.
 */
final class DetectionMonitor {

  private final Whole whole;
  private final Cancellation cancellation;
  private final Cores cores;

  /** What this stage is of the detection, and what of it is done, 0 to 1. */
  private final double share;

  private double reached;

  private DetectionMonitor(Whole whole, Cancellation cancellation, Cores cores, double share) {
    this.whole = whole;
    this.cancellation = cancellation;
    this.cores = cores;
    this.share = share;
  }

  /** Watches over a detection that shares the cores of this machine with others. */
  static DetectionMonitor of(ProgressListener progress, Cancellation cancellation) {
    return of(progress, cancellation, Cores.ALL);
  }

  static DetectionMonitor of(ProgressListener progress, Cancellation cancellation, Cores cores) {
    return new DetectionMonitor(new Whole(progress), cancellation, cores, 1);
  }

  /** The same for one stage of this one. */
  DetectionMonitor stage(double start, double end) {
    return new DetectionMonitor(whole, cancellation, cores, share * (end - start));
  }

  /** The same for one stage of the work. */
  DetectionMonitor stage(CostModel plan, Stage stage) {
    return stage(plan.start(stage), plan.end(stage));
  }

  /** The same with another source of cancellation. */
  private DetectionMonitor with(Cancellation other) {
    return new DetectionMonitor(whole, other, cores, share);
  }

  /** Begins work on an idle core, if there is one; see {@link Cores#fork}. */
  <T> Cores.Branch<T> fork(Function<DetectionMonitor, T> work) {
    return cores.fork(cancellation, stop -> work.apply(with(stop)));
  }

  /**
   * Does work in pieces, together with idle cores, and tells the share done; see {@link
   * Cores#inPieces}.
   *
   * @throws CancellationException if cancelled
   */
  void inPieces(int total, int size, Supplier<Cores.RangeWork> worker) {
    AtomicInteger done = new AtomicInteger();
    cores.inPieces(
        total,
        size,
        () -> {
          Cores.RangeWork own = worker.get();
          return (from, to) -> {
            stopIfCancelled();
            own.run(from, to);
            scored((double) done.addAndGet(to - from) / total);
          };
        });
  }

  /** Who hears what is found before the networks have learned. */
  PreliminaryListener preliminary() {
    return whole.next.preliminary();
  }

  /** A share of this stage's scoring is done. */
  void scored(double fraction) {
    whole.report(advance(fraction), Progress.Scoring::new);
  }

  /** What this stage has done more than before, as a share of the detection. */
  private synchronized double advance(double fraction) {
    double more = Math.max(0, fraction - reached);
    reached += more;
    return more * share;
  }

  /**
   * @throws CancellationException if cancelled
   */
  void stopIfCancelled() {
    if (cancellation.isCancelled()) {
      throw new CancellationException("The detection was cancelled.");
    }
  }

  /** Watches over a training after which the reconstruction is told by itself. */
  TrainingMonitor training(CostModel plan, Stage training, Network network) {
    return new Monitor(stage(plan, training), network);
  }

  /** Watches over a training and the reconstruction after it. */
  TrainingMonitor monitor(CostModel plan, Stage training, Stage scoring, Network network) {
    DetectionMonitor after = stage(plan, scoring);
    return new Monitor(stage(plan, training), network) {
      @Override
      public void scored(double fraction) {
        after.scored(fraction);
      }
    };
  }

  /**
   * A network that is trained.
   *
   * @param number which one, from 1
   * @param count how many there are
   * @param epochs of its training
   */
  record Network(int number, int count, int epochs) {}

  private static class Monitor implements TrainingMonitor {

    private final DetectionMonitor training;
    private final Network network;
    private int epoch;
    private double loss = Double.NaN;

    Monitor(DetectionMonitor training, Network network) {
      this.training = training;
      this.network = network;
    }

    @Override
    public void epochDone(int done, double meanLoss) {
      epoch = done;
      loss = meanLoss;
      trained((double) done / network.epochs());
    }

    @Override
    public void trained(double fraction) {
      training.whole.report(
          training.advance(fraction),
          done ->
              new Progress.Training(
                  network.number(), network.count(), epoch, network.epochs(), loss, done));
    }

    @Override
    public boolean isCancelled() {
      return training.cancellation.isCancelled();
    }
  }

  /** Adds up what is done and passes on what is new: a stage, an epoch, or a visible step. */
  private static final class Whole {

    /** The smallest step of progress that is reported, so that listeners are not flooded. */
    private static final double STEP = 0.002;

    private final ProgressListener next;
    private final Set<Object> known = new HashSet<>();
    private double done;
    private double told;

    Whole(ProgressListener next) {
      this.next = next;
    }

    synchronized void report(double more, DoubleFunction<Progress> step) {
      done = Math.min(1, done + more);
      Progress progress = step.apply(done);
      if (known.add(kind(progress)) || done - told >= STEP) {
        told = done;
        next.onProgress(progress);
      }
    }

    private static Object kind(Progress progress) {
      return progress instanceof Progress.Training training
          ? List.of(training.network(), training.epoch())
          : progress.getClass();
    }
  }
}
