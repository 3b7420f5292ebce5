package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Twelve sensors in one file, three of which share an incident. */
class OverviewIT extends BrowserTest {

  private static final int SENSORS = 12;
  private static final int HOURS = 240;
  private static final Set<Integer> STRUCK = Set.of(3, 6, 9);

  private static String sensors() {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("time");
    for (int sensor = 1; sensor <= SENSORS; sensor++) {
      text.append(",sensor_").append(sensor);
    }
    LocalDateTime start = LocalDateTime.of(2024, 3, 1, 0, 0);
    for (int hour = 0; hour < HOURS; hour++) {
      text.append('\n').append(start.plusHours(hour));
      for (int sensor = 1; sensor <= SENSORS; sensor++) {
        boolean struck = STRUCK.contains(sensor) && hour >= 160 && hour < 166;
        double value =
            20
                + sensor
                + 5 * Math.sin(2 * Math.PI * (hour + sensor) / 24)
                + 0.3 * random.nextGaussian()
                + (struck ? 15 : 0);
        text.append(String.format(Locale.ROOT, ",%.2f", value));
      }
    }
    return text.append('\n').toString();
  }

  private Locator rows() {
    return page.locator("#series-overview button.lane-row");
  }

  /** One click after the upload, and one more that opens a series. */
  @Test
  void theWorstOfTwelveSensorsComesFirstAndAClickOpensIt() throws Exception {
    upload(file("sensors.csv", sensors()));
    assertThat(page.locator("#file-summary")).containsText("240 rows");
    trainShortly(page);
    page.locator("#detect-all").click();
    assertThat(page.locator("#progress")).containsText("of 12");
    assertThat(rows())
        .hasCount(SENSORS, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    Locator overview = page.locator("#series-overview");
    assertThat(overview).containsText("3 series at once");
    List<String> names = page.locator("#series-overview .lane-title").allTextContents();
    assertThat(names.subList(0, STRUCK.size()))
        .containsExactlyInAnyOrder("sensor_3", "sensor_6", "sensor_9");
    assertThat(page.locator("#progress")).isHidden();
    requireAccessible();

    rows().first().click();
    assertThat(page.locator("#series-chart h3")).hasText(names.getFirst());
    assertThat(rows().first()).isHidden();
    // The keyboard is where it was: back with Enter, and on to the second row.
    assertThat(page.locator("#back-to-series")).isFocused();
    page.keyboard().press("Enter");
    assertThat(rows().first()).isFocused();
    page.keyboard().press("Tab");
    // The box beside the row.
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#series-chart h3")).hasText(names.get(1));
  }
}
