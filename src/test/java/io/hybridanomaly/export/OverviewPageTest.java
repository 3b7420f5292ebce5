package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.overview.Digests;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Overview;
import io.hybridanomaly.overview.SeriesDigest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewPageTest {

  private static String page(
      List<SeriesDigest> series, List<FailedSeries> failed, Map<String, String> links)
      throws IOException {
    StringBuilder page = new StringBuilder();
    OverviewPage.write("many <files>", Overview.of(series, failed), links, page);
    return page.toString();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void namesFromOutsideBecomeNoMarkup() throws IOException {
    String name = "<script>alert(1)</script>\"'&";
    String page =
        page(
            List.of(Digests.rows(name, 100, new int[] {3, 9, 60})),
            List.of(new FailedSeries(name, "Because of <img src=x>.")),
            Map.of(name, "./a\"onclick=b"));
    assertThat(page)
        .contains("&lt;script&gt;", "many &lt;files&gt;", "&lt;img src=x&gt;", "./a&quot;onclick")
        .doesNotContain("<script", "<img")
        .contains("default-src 'none'");
  }

  @Test
  void aSeriesThatNeverChangesSaysSoAndStandsBeforeOrdinaryOnes() throws IOException {
    String page =
        page(List.of(Digests.rows("lively", 100), Digests.flat("dead", 100)), List.of(), Map.of());
    assertThat(page).contains("the same value throughout", "nothing abnormal");
    assertThat(page.indexOf("dead")).isLessThan(page.indexOf("lively"));
  }

  @Test
  void coloursHeightsAndWordsSayHowSevere() throws IOException {
    String page =
        page(
            List.of(
                Digests.rows("a", 600, new int[] {11, 12, 10}, new int[] {31, 32, 30}),
                Digests.rows("b", 600, new int[] {11, 12, 80})),
            List.of(),
            Map.of());
    assertThat(page).contains("class=\"cell severity-low\"", "severity-medium", "severity-high");
    assertThat(page).contains("2 anomalies, worst 30 medium", "1 anomaly, worst 80 high");
    assertThat(page).contains("row 11 to row 12: 2 series at once, b, a");
    // A mark in the head and one in each of the two rows.
    assertThat(count(page, "<rect class=\"head\"")).isEqualTo(1);
    assertThat(count(page, "<rect class=\"together\"")).isEqualTo(2);
  }

  @Test
  void twoHundredSeriesFitIntoOnePage() throws IOException {
    List<SeriesDigest> series =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    Digests.rows(
                        "same name", 5_000, new int[] {i % 100 * 50 + 1, i % 100 * 50 + 20, i / 2}))
            .toList();
    String page = page(series, List.of(), Map.of("same name", "./x.csv"));
    assertThat(count(page, "<li>\n<div class=\"lane-name\">")).isEqualTo(200);
    assertThat(page).contains("more.");
    assertThat(page.length()).isLessThan(3_000_000);
  }
}
