package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class SvgChartTest {

  private static TimeAxis rows(int n) {
    return new RowNumbers(IntStream.rangeClosed(1, n).toArray());
  }

  private static void requireWellFormed(String svg) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void aSpikeOfOnePointAmongManyStaysVisible() throws Exception {
    double[] values = new double[200_000];
    values[123_456] = 1;
    String svg = new SvgChart(rows(values.length), "spike", 300).line(values, "value").svg();
    requireWellFormed(svg);
    Matcher d = Pattern.compile("d=\"([^\"]+)\"").matcher(svg);
    assertThat(d.find()).isTrue();
    double top =
        Pattern.compile("[ML][\\d.]+ ([\\d.]+)")
            .matcher(d.group(1))
            .results()
            .mapToDouble(point -> Double.parseDouble(point.group(1)))
            .min()
            .orElseThrow();
    assertThat(top).isCloseTo(10, within(0.1));
    assertThat(d.group(1).length()).isLessThan(60_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 20_000})
  void theLineAndTheBandBreakWherePointsAreMissing(int half) throws Exception {
    TimeAxis times =
        new RowNumbers(
            IntStream.rangeClosed(1, 2 * half).map(i -> i <= half ? i : i + half).toArray());
    double[] values = IntStream.range(0, 2 * half).mapToDouble(i -> i % 7).toArray();
    String svg =
        new SvgChart(times, "gap", 300)
            .around(values, (i, value) -> value - 1, (i, value) -> value + 1)
            .line(values, "value")
            .svg();
    requireWellFormed(svg);
    Matcher paths = Pattern.compile("class=\"(range|value)\" d=\"([^\"]+)\"").matcher(svg);
    assertThat(paths.results().map(path -> path.group(2)))
        .hasSize(2)
        .allSatisfy(
            path -> {
              assertThat(path.chars().filter(c -> c == 'M')).hasSize(2);
              // A third of the width of the picture is empty.
              Stream<Double> places =
                  Pattern.compile("[ML]([\\d.]+) ")
                      .matcher(path)
                      .results()
                      .map(point -> Double.valueOf(point.group(1)));
              assertThat(places).noneMatch(x -> x > 366 && x < 655);
            });
  }

  @Test
  void bandsAndLevelsAreDrawnWhereTheyBelong() throws Exception {
    double[] values = IntStream.range(0, 101).mapToDouble(i -> i).toArray();
    String svg =
        new SvgChart(rows(101), "a & b", 200)
            .line(values, "score")
            .level(50)
            .bands(List.of(new Anomaly(new Segment(50, 51), 50, 1, 1, 0, 0, 0)))
            .svg();
    requireWellFormed(svg);
    assertThat(svg).contains("aria-label=\"a &amp; b\"");
    // 70 pixels on the left and half of the 878 of the plot.
    Matcher band = Pattern.compile("rect class=\"band\" x=\"([\\d.]+)\"").matcher(svg);
    assertThat(band.find()).isTrue();
    assertThat(Double.parseDouble(band.group(1))).isBetween(505.0, 509.0);
    // 10 pixels above and half of the 164 of the plot.
    assertThat(svg).contains("y1=\"92.0\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e300, -1e300, 4.9e-324, 7})
  void extremeAndConstantValuesGiveAPictureToo(double value) throws Exception {
    double[] values = new double[50];
    Arrays.fill(values, value);
    requireWellFormed(new SvgChart(rows(50), "x", 200).line(values, "value").svg());
    values[3] = -Double.MAX_VALUE;
    values[4] = Double.MAX_VALUE;
    requireWellFormed(new SvgChart(rows(50), "x", 200).line(values, "value").svg());
  }

  @Test
  void ticksAreRoundNumbersInTheRange() {
    assertThat(new Scale(0, 100).ticks()).containsExactly(0, 20, 40, 60, 80, 100);
    assertThat(new Scale(-3, 4.2).ticks()).containsExactly(-2, 0, 2, 4);
    assertThat(Scale.text(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Scale.text(-12_345.6)).isEqualTo("-12350");
    assertThat(Scale.text(1e20)).isEqualTo("1.00e+20");
    assertThat(Scale.text(0)).isEqualTo("0");
  }
}
