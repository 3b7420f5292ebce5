package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesBlocksTest {

  @Test
  void aSeasonIsCutIntoPhasesWhereThereAreFew() {
    SeriesBlocks blocks =
        SeriesBlocks.of(series(2_016, i -> Math.sin(i * Math.TAU / 144))).getFirst();
    assertThat(blocks).isEqualTo(new SeriesBlocks(0, 48, 42, 3, 144));
    assertThat(blocks.points(new Segment(40, 42))).isEqualTo(new Segment(1_920, 2_016));
  }

  @Test
  void manySeasonsArePutTogether() {
    SeriesBlocks blocks =
        SeriesBlocks.of(series(10_000, i -> Math.sin(i * Math.TAU / 24))).getFirst();
    assertThat(blocks.phases()).isEqualTo(1);
    assertThat(blocks.length()).isEqualTo(120);
    assertThat(blocks.count()).isEqualTo(83);
    assertThat(blocks.points(new Segment(0, 83))).isEqualTo(new Segment(40, 10_000));
  }

  @Test
  void withoutASeasonThereAreFortyEight() {
    Random random = new Random(1);
    SeriesBlocks blocks = SeriesBlocks.of(series(4_810, i -> random.nextGaussian())).getFirst();
    assertThat(blocks).isEqualTo(new SeriesBlocks(10, 100, 48, 1, 0));
  }

  @Test
  void shortBlocksAreAQuarterOfTheLongOnes() {
    Random random = new Random(1);
    assertThat(SeriesBlocks.of(series(4_810, i -> random.nextGaussian())))
        .containsExactly(new SeriesBlocks(10, 100, 48, 1, 0), new SeriesBlocks(10, 25, 192, 1, 0));
    assertThat(SeriesBlocks.of(series(700, i -> random.nextGaussian())))
        .as("too short to be parted")
        .hasSize(1);
  }

  @Test
  void aShortSeriesHasNone() {
    Random random = new Random(1);
    assertThat(SeriesBlocks.of(series(300, i -> random.nextGaussian()))).isEmpty();
    assertThat(SeriesBlocks.of(new double[0])).isEmpty();
  }

  /** The rhythm of the days is the same in each, so that nothing of it is left. */
  @Test
  void aStatisticStandsBesideThatOfItsPhase() {
    double[] values = series(2_016, i -> Math.sin(i * Math.TAU / 144));
    SeriesBlocks blocks = SeriesBlocks.of(values).getFirst();
    double[] means = blocks.of(values, block -> Arrays.stream(block).average().orElseThrow());
    assertThat(Arrays.stream(means)).allMatch(mean -> Math.abs(mean) < 1e-9);
    Arrays.setAll(values, i -> values[i] + (i >= 1_920 ? 5 : 0));
    means = blocks.of(values, block -> Arrays.stream(block).average().orElseThrow());
    assertThat(means[39]).isCloseTo(0, within(1e-9));
    assertThat(means[40]).isCloseTo(5, within(1e-9));
  }

  /** Blocks of a day each hide a week. */
  @Test
  void aSeasonOfBlocksIsTakenOff() {
    double[] values =
        series(24 * 70, i -> Math.sin(i * Math.TAU / 24) + (i / 24 % 7 >= 5 ? -0.3 : 0));
    SeriesBlocks blocks = new SeriesBlocks(0, 24, 70, 1, 24);
    double[] medians = blocks.of(values, Quantiles::median);
    assertThat(Arrays.stream(medians)).allMatch(median -> Math.abs(median) < 1e-9);
  }

  @Test
  void aTrendIsTakenOffAndAChangeForGoodIsNot() {
    SeriesBlocks blocks = new SeriesBlocks(0, 10, 60, 1, 0);
    Random random = new Random(1);
    double[] rising =
        blocks.of(series(600, i -> i / 10.0 + random.nextGaussian()), Quantiles::median);
    assertThat(rising[59] - rising[0]).isCloseTo(0, within(3.0));
    double[] changed = blocks.of(series(600, i -> i < 400 ? 0 : 9 + i % 3), Quantiles::median);
    assertThat(changed[59] - changed[0]).isCloseTo(10, within(1e-9));
  }

  private static double[] series(int n, IntToDoubleFunction value) {
    return IntStream.range(0, n).mapToDouble(value).toArray();
  }
}
