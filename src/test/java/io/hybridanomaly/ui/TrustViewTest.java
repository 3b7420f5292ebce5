package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.Slider;
import com.vaadin.flow.component.textfield.TextField;
import io.hybridanomaly.WebApplication;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.jobs.TestJobs;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Verdicts, the self-test, comparison and downloads on the page, with scores made up at once. */
@SpringBootTest(classes = WebApplication.class)
@Import(TrustViewTest.Doubles.class)
class TrustViewTest extends SpringBrowserlessTest {

  private static final long PATIENCE_SECONDS = 60;

  @TestConfiguration
  static class Doubles {

    @Bean
    @Primary
    StoredJobs atOnce() {
      return new TestJobs(
              (samples, settings, progress, cancellation) -> scored(samples.values(), settings),
              1,
              5)
          .stored();
    }
  }

  /** Noise with a high, a middle and a low bump, wherever the values are. */
  private static DetectionResult scored(double[] values, DetectionSettings settings) {
    int n = values.length;
    Random random = new Random(settings.seed());
    double[] score = new double[n];
    double[] error = new double[n];
    Arrays.fill(error, 0.1);
    double smooth = 0;
    for (int i = 0; i < n; i++) {
      smooth = 0.8 * smooth + 0.6 * random.nextGaussian();
      score[i] = Math.min(3, smooth);
    }
    double[] heights = {60, 9, 4.8};
    for (int k = 0; k < heights.length; k++) {
      for (int d = -5; d <= 5; d++) {
        score[(k + 1) * n / 4 + d] = heights[k] * (1 - Math.abs(d) / 6.0);
        error[(k + 1) * n / 4 + d] = 6;
      }
    }
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            new double[n],
            values.clone(),
            error,
            new double[] {1},
            settings.window().orElse(48),
            settings.epochs().orElse(1),
            Applicability.of(values));
    return new DetectionResult(settings, components, score, 0, List.of())
        .withSensitivity(settings.sensitivity());
  }

  @Autowired
  @Qualifier("analyses")
  private ThreadPoolExecutor analyses;

  @BeforeEach
  void detect() {
    navigate(DetectorView.class);
    test($(NativeButton.class).withClassName("sample-card").all().getFirst()).click();
    waitUntil(() -> byId(Button.class, "detect").isEnabled());
    runDetection();
  }

  private void runDetection() {
    test(byId(Button.class, "detect")).click();
    waitUntil(() -> $(Div.class).withId("result-summary").exists());
    waitUntil(() -> byId(Button.class, "detect").isEnabled());
  }

  private <T extends Component> T byId(Class<T> type, String id) {
    return $(type).withId(id).single();
  }

  private static void waitUntil(BooleanSupplier shown) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!shown.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
      roundTrip();
    }
    assertThat(shown.getAsBoolean()).isTrue();
  }

  private String text(String id) {
    return byId(Div.class, id).getElement().getTextRecursively();
  }

  @SuppressWarnings("unchecked") // The grid holds anomalies.
  private Grid<Anomaly> grid() {
    return (Grid<Anomaly>) byId(Grid.class, "anomaly-grid");
  }

  private void selectLeastSevere() {
    List<Anomaly> anomalies = grid().getListDataView().getItems().toList();
    test(grid()).select(anomalies.size() - 1);
    roundTrip();
  }

  @Test
  void aFalseAlarmTellsWhatItWouldTakeToLoseIt() {
    selectLeastSevere();
    byId(TextField.class, "verdict-note").setValue("a holiday");
    test(byId(Button.class, "verdict-false-alarm")).click();
    assertThat(text("triage")).contains("1 false alarm");
    assertThat(text("result-summary")).contains(", 1 marked as a false alarm");
    assertThat(byId(Paragraph.class, "what-if").getText())
        .contains("would hide this (threshold")
        .contains("Sensitivity");
    assertThat(byId(TextField.class, "verdict-note").getValue()).isEqualTo("a holiday");
    assertThat(byId(Button.class, "verdict-false-alarm").getElement().getAttribute("aria-pressed"))
        .isEqualTo("true");
  }

  @Test
  void tryingTheSensitivityLosesTheAlarmAndKeepsTheMark() {
    int before = grid().getListDataView().getItemCount();
    selectLeastSevere();
    test(byId(Button.class, "verdict-false-alarm")).click();
    test(byId(Button.class, "try-sensitivity")).click();
    roundTrip();
    assertThat(grid().getListDataView().getItemCount()).isLessThan(before);
    assertThat(byId(Slider.class, "sensitivity").getValue()).isLessThan(5);
    assertThat(text("triage")).contains("1 false alarm").contains("not flagged now");
  }

  @Test
  void aVerdictCanBeTakenBack() {
    selectLeastSevere();
    test(byId(Button.class, "verdict-true")).click();
    assertThat(text("triage")).contains("1 true anomaly");
    test(byId(Button.class, "verdict-true")).click();
    assertThat(text("triage")).contains("Nothing annotated yet");
  }

  @Test
  void aMissedOneIsAddedByItsTimes() {
    test(byId(Button.class, "add-missed")).click();
    assertThat(text("triage")).contains("The start is missing.");
    byId(DateTimePicker.class, "missed-from").setValue(LocalDateTime.of(2014, 7, 10, 0, 0));
    byId(DateTimePicker.class, "missed-to").setValue(LocalDateTime.of(2014, 7, 9, 0, 0));
    test(byId(Button.class, "add-missed")).click();
    assertThat(text("triage")).contains("The end is before the start.");
    byId(DateTimePicker.class, "missed-from").setValue(LocalDateTime.of(1999, 7, 8, 0, 0));
    byId(DateTimePicker.class, "missed-to").setValue(LocalDateTime.of(1999, 7, 9, 0, 0));
    test(byId(Button.class, "add-missed")).click();
    assertThat(text("triage"))
        .contains("There is no point between these times; the series goes from 2014-07-01 00:00");
    byId(DateTimePicker.class, "missed-from").setValue(LocalDateTime.of(2014, 7, 10, 0, 0));
    byId(DateTimePicker.class, "missed-to").setValue(LocalDateTime.of(2014, 7, 11, 12, 0));
    byId(TextField.class, "missed-note").setValue("odd nights");
    test(byId(Button.class, "add-missed")).click();
    assertThat(text("triage"))
        .contains("1 missed")
        .contains("2014-07-10 00:00 to 2014-07-11 12:00: missed (odd nights)")
        .doesNotContain("There is no point");
  }

  /** What the browser cannot read arrives as no value, marked as invalid. */
  @Test
  void whatCannotBeReadIsSaidWithAnExample() {
    byId(DateTimePicker.class, "missed-from").setInvalid(true);
    test(byId(Button.class, "add-missed")).click();
    assertThat(text("triage"))
        .contains("The start cannot be read: write date and time like 2014-07-01 00:00.");
  }

  @Test
  void marksOutliveAnotherRunOfTheSameSeries() {
    selectLeastSevere();
    test(byId(Button.class, "verdict-unsure")).click();
    runDetection();
    assertThat(text("triage")).contains("1 unsure");
  }

  @Test
  void theSelfTestCountsAndFollowsTheSensitivity() {
    test(byId(Button.class, "self-test-start")).click();
    waitUntil(() -> text("self-test").contains("injected anomalies found"));
    assertThat(text("self-test"))
        .contains("At sensitivity 5")
        .contains("Spike")
        .contains("Not applicable. Benford's law");
    test(byId(Slider.class, "sensitivity")).setValue(8.0);
    roundTrip();
    waitUntil(() -> text("self-test").contains("At sensitivity 8"));
  }

  @Test
  void twoRunsAreComparedAnomalyByAnomaly() {
    assertThat($(Div.class).withId("run-comparison").exists()).isFalse();
    test(byId(Slider.class, "sensitivity")).setValue(0.0);
    roundTrip();
    runDetection();
    test(byId(Slider.class, "sensitivity")).setValue(9.0);
    roundTrip();
    Select<?> other = byId(Select.class, "compare-with");
    chooseFirst(other);
    roundTrip();
    assertThat(text("run-comparison")).contains("appeared").contains("Sensitivity");
  }

  private static <T> void chooseFirst(Select<T> select) {
    select.setValue(select.getListDataView().getItem(0));
  }

  /**
   * Keeps every thread of the analyses busy until the latch is open; they are when this returns.
   */
  private void occupyAnalyses(CountDownLatch until) throws InterruptedException {
    int threads = analyses.getMaximumPoolSize();
    CountDownLatch occupied = new CountDownLatch(threads);
    for (int thread = 0; thread < threads; thread++) {
      analyses.execute(
          () -> {
            occupied.countDown();
            while (until.getCount() > 0) {
              Thread.onSpinWait();
            }
          });
    }
    assertThat(occupied.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private Details audit() {
    waitUntil(() -> $(Details.class).withId("digit-audit").exists());
    return byId(Details.class, "digit-audit");
  }

  private String auditText() {
    return byId(Details.class, "digit-audit").getElement().getTextRecursively();
  }

  @Test
  void theDigitsOfAStretchAreCountedAside() throws Exception {
    Details audit = audit();
    CountDownLatch release = new CountDownLatch(1);
    occupyAnalyses(release);
    try {
      audit.setOpened(true);
      assertThat(auditText())
          .contains("Counting the digits of 10,320 values …")
          .doesNotContain("First two digits");
      selectLeastSevere();
      assertThat(auditText()).contains("Counting the digits of ").doesNotContain("10,320");
    } finally {
      release.countDown();
    }
    waitUntil(() -> auditText().contains("First two digits"));
    CountDownLatch later = new CountDownLatch(1);
    occupyAnalyses(later);
    later.countDown();
    roundTrip();
    // By now the answer about the whole series is there as well, and dropped.
    assertThat(auditText()).doesNotContain("Counting the digits", "10,320");
    assertThat($(NativeTable.class).withClassName("contributions").all()).hasSize(2);
  }

  @Test
  void anAuditThatABusyServerRefusesSaysHowToGoOn() throws Exception {
    Details audit = audit();
    CountDownLatch release = new CountDownLatch(1);
    occupyAnalyses(release);
    try {
      while (analyses.getQueue().offer(() -> {})) {
        Thread.onSpinWait();
      }
      audit.setOpened(true);
      assertThat(auditText()).contains("The server is busy");
    } finally {
      release.countDown();
    }
    waitUntil(() -> analyses.getQueue().isEmpty());
    audit.setOpened(false);
    audit.setOpened(true);
    waitUntil(() -> auditText().contains("First two digits"));
  }

  @Test
  void everythingCanBeTakenAway() {
    for (String id : List.of("export-csv", "export-report", "export-json", "export-series-svg")) {
      assertThat(byId(Anchor.class, id).getHref()).isNotEmpty();
    }
    assertThat($(NativeButton.class).withId("export-series-png").exists()).isTrue();
  }
}
