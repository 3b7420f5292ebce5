package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hybridanomaly.series.Samples;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What makes long series affordable: windows are looked at where they lie, never copied. */
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void nearestNeighboursCopyOnlyTheReferences() {
    int length = 100;
    int count = 20_000;
    int[] starts = IntStream.range(0, count).toArray();
    int[] references = IntStream.range(0, 200).map(i -> 100 * i).toArray();
    Windows windows = new Windows(length, 1, starts, references);
    float[] series = new float[count + length];
    Random random = new Random(1);
    for (int i = 0; i < series.length; i++) {
      series[i] = random.nextFloat();
    }
    DetectionMonitor watch = DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    double[] distances = NearestNeighbourDistance.ofSeries(series, windows).distances(3, watch);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(distances).hasSize(count);
    long copies = (long) count * length * Float.BYTES;
    long needed = (long) references.length * length * Float.BYTES + (long) count * Double.BYTES;
    // Progress reports and the reference columns' headers come on top.
    assertThat(allocated).isBetween(needed, 2 * needed).isLessThan(copies / 10);
  }

  @Test
  void judgingAgainAllocatesAFewArraysOfTheSeries() throws Exception {
    double[] values = new Random(2).doubles(5_000).toArray();
    DetectionResult result =
        Detectors.detect(
            Samples.even(values),
            DetectionSettings.defaults().withEpochs(1),
            ProgressListener.NONE,
            Cancellation.NEVER);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    DetectionResult again = result.withSensitivity(3);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(again.score()).isSameAs(result.score());
    assertThat(allocated).isLessThan((long) values.length * Double.BYTES);
  }
}
