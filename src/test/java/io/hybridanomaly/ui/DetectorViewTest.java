package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.Slider;
import com.vaadin.flow.router.RouterLink;
import io.hybridanomaly.WebApplication;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.jobs.DetectionJob;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.jobs.TestJobs;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.ui.howitworks.HowItWorksView;
import io.hybridanomaly.ui.link.LinkBar;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The states of the page, with a detection that does what the test wants. */
@SpringBootTest(classes = WebApplication.class)
@Import(DetectorViewTest.Doubles.class)
class DetectorViewTest extends SpringBrowserlessTest {

  private static final long PATIENCE_SECONDS = 60;

  private static CountDownLatch progressTold = new CountDownLatch(1);
  private static CountDownLatch release = new CountDownLatch(1);

  @TestConfiguration
  static class Doubles {

    @Bean
    @Primary
    StoredJobs oneSlot() {
      return new TestJobs(
              (values, settings, progress, cancellation) -> {
                progress.onProgress(new Progress.Training(1, 2, 3, 20, 0.25, 0.1));
                progressTold.countDown();
                while (release.getCount() > 0) {
                  if (cancellation.isCancelled()) {
                    throw new CancellationException();
                  }
                  Thread.onSpinWait();
                }
                throw new DetectionException("Too wide a window: choose a shorter one.");
              },
              1,
              1)
          .stored();
    }
  }

  /** As many as read files at once. */
  private static final int IMPORT_THREADS = 2;

  @Autowired private StoredJobs jobs;

  @Autowired
  @Qualifier("imports")
  private Executor imports;

  @BeforeEach
  void open() {
    progressTold = new CountDownLatch(1);
    release = new CountDownLatch(1);
    navigate(DetectorView.class);
  }

  @AfterEach
  void letGo() {
    release.countDown();
  }

  private <T extends Component> T byId(Class<T> type, String id) {
    return $(type).withId(id).single();
  }

  private void loadSample() {
    test($(NativeButton.class).withClassName("sample-card").all().getFirst()).click();
    waitUntil(() -> byId(Button.class, "detect").isEnabled());
  }

  /** Lets changes of background threads reach the page until they show; fails if they never do. */
  private static void waitUntil(BooleanSupplier shown) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!shown.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
      roundTrip();
    }
    assertThat(shown.getAsBoolean()).isTrue();
  }

  private void loadSampleAndDetect() throws InterruptedException {
    loadSample();
    test(byId(Button.class, "detect")).click();
    assertThat(progressTold.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    roundTrip();
  }

  @Test
  void beforeAFileNothingCanBeDetected() {
    assertThat(byId(Button.class, "detect").isEnabled()).isFalse();
    assertThat($(Div.class).withId("file-summary").exists()).isFalse();
    assertThat($(Div.class).withId("result-summary").exists()).isFalse();
    assertThat($(Div.class).withId("error-message").exists()).isFalse();
  }

  @Test
  void aSampleFitsTheParametersToItself() {
    loadSample();
    assertThat(byId(Button.class, "detect").isEnabled()).isTrue();
    // The taxi series has a value every half hour, so its day has 48 points.
    assertThat(byId(Slider.class, "window-size").getValue()).isEqualTo(48);
    assertThat(byId(Slider.class, "sensitivity").getValue()).isEqualTo(5);
    assertThat(byId(Select.class, "date-column").isEnabled()).isTrue();
  }

  @Test
  void aRunningDetectionShowsItsProgressAndCanBeCancelled() throws Exception {
    loadSampleAndDetect();
    assertThat(byId(Button.class, "detect").isEnabled()).isFalse();
    assertThat(byId(Div.class, "progress").getElement().getTextRecursively())
        .contains("Training network 1 of 2: epoch 4 of 20, loss 0.2500");
    test(byId(Button.class, "cancel")).click();
    assertThat(byId(Button.class, "detect").isEnabled()).isTrue();
    assertThat($(Button.class).withId("cancel").exists()).isFalse();
  }

  @Test
  void whatADetectionRefusesIsToldInItsOwnWords() throws Exception {
    loadSampleAndDetect();
    release.countDown();
    waitUntil(() -> $(Div.class).withId("error-message").exists());
    assertThat(byId(Div.class, "error-message").getElement().getTextRecursively())
        .contains("Too wide a window: choose a shorter one.");
    assertThat(byId(Div.class, "error-message").getElement().getAttribute("role"))
        .isEqualTo("alert");
    assertThat(byId(Button.class, "detect").isEnabled()).isTrue();
  }

  @Test
  void resetBringsTheDefaultsBack() {
    Slider sensitivity = byId(Slider.class, "sensitivity");
    test(sensitivity).setValue(9.0);
    assertThat(sensitivity.getLabel()).isEqualTo("Sensitivity: 9");
    test($(Button.class).withText("Reset").single()).click();
    assertThat(sensitivity.getValue()).isEqualTo(5);
  }

  @Test
  void whileAFileIsReadThePageSaysSo() {
    CountDownLatch mayRead = release;
    for (int thread = 0; thread < IMPORT_THREADS; thread++) {
      imports.execute(
          () -> {
            while (mayRead.getCount() > 0) {
              Thread.onSpinWait();
            }
          });
    }
    test($(NativeButton.class).withClassName("sample-card").all().getFirst()).click();
    assertThat($(Span.class).withClassName("reading-status").single().getText())
        .isEqualTo("Reading nyc-taxi.csv …");
    release.countDown();
    waitUntil(() -> byId(Button.class, "detect").isEnabled());
    assertThat($(Span.class).withClassName("reading-status").single().getText()).isEmpty();
  }

  @Test
  void aCancelledDetectionSaysSo() throws Exception {
    loadSampleAndDetect();
    test(byId(Button.class, "cancel")).click();
    assertThat($(Span.class).withClassName("run-outcome").single().getText())
        .startsWith("Cancelled.");
  }

  @Test
  void theWeightOfTheDigitsIsOfferedWhereItCounts() {
    assertThat(byId(Slider.class, "benford-weight").isVisible()).isTrue();
    Select<DetectorKind> fusion = fusion();
    test(fusion).selectItem("Both must agree");
    assertThat($(Slider.class).withId("benford-weight").exists()).isFalse();
  }

  @Test
  void anAddressThatLeadsNowhereSaysSoAndShowsTheWayBack() {
    UI.getCurrent().navigate("nowhere");
    assertThat($(H1.class).single().getText()).isEqualTo("There is nothing here");
    assertThat($(RouterLink.class).withText("Go to the detector").exists()).isTrue();
  }

  @Test
  void theExplanationShowsTheShapesOfTheCurrentSettings() {
    loadSample();
    navigate(HowItWorksView.class);
    String layers =
        $(Div.class).withClassName("network").single().getElement().getTextRecursively();
    // 48 points in patches of 12: 4 steps; 32 numbers of state, 8 of code.
    assertThat(layers).contains("[48]", "[4 × 12]", "[4 × 32]", "[8]", "[4 × 8]");
  }

  @Test
  void anUnknownLinkSaysSo() {
    UI.getCurrent().navigate(LinkBar.PATH + "unknown");
    waitUntil(() -> $(Div.class).withId("error-message").exists());
    assertThat(byId(Div.class, "error-message").getElement().getTextRecursively())
        .contains("its link has expired, was deleted or is mistyped");
  }

  @Test
  void aRunThatIsKeptHasALink() throws Exception {
    loadSampleAndDetect();
    waitUntil(() -> $(NativeButton.class).withId("keep-running").exists());
    test(byId(NativeButton.class, "keep-running")).click();
    assertThat(byId(Anchor.class, "run-link").getText()).startsWith("r/");
    assertThat($(NativeButton.class).withId("keep-running").exists()).isFalse();
    test(byId(Button.class, "cancel")).click();
    assertThat($(Anchor.class).withId("run-link").exists()).isFalse();
  }

  @Test
  void whoHasToWaitSeesThePlaceInTheQueue() throws Exception {
    DetectionJob other =
        jobs.of("other")
            .submit(Samples.even(new double[100]), DetectionSettings.defaults(), event -> {});
    loadSample();
    test(byId(Button.class, "detect")).click();
    waitUntil(
        () ->
            byId(Div.class, "progress")
                .getElement()
                .getTextRecursively()
                .contains("Waiting, number 1 in the queue"));
    test(byId(Button.class, "cancel")).click();
    other.cancel();
    assertThat(byId(Button.class, "detect").isEnabled()).isTrue();
  }

  @SuppressWarnings("unchecked") // only the id is known to the query
  private Select<DetectorKind> fusion() {
    return (Select<DetectorKind>) byId(Select.class, "fusion-mode");
  }
}
