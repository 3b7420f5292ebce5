package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import io.hybridanomaly.WebApplication;
import io.hybridanomaly.analysis.TestAnalyses;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.export.HtmlReport;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.chat.ChatPanel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A report that is loaded brings the conversation and the judgement back to the page. */
@SpringBootTest(classes = WebApplication.class)
@Import(PuppetModel.Beans.class)
class RestoredConversationTest extends ConversationWithoutBrowser {

  private static final int POINTS = 400;
  private static final long PATIENCE_SECONDS = 60;

  /** Some numbers with a bump, fused as the settings say. */
  private static Session session(DetectionSettings settings, List<Session.Message> conversation) {
    double[] values = IntStream.range(0, POINTS).mapToDouble(i -> 100 + i % 7).toArray();
    double[] score = new double[POINTS];
    double[] benford = new double[POINTS];
    for (int d = -5; d <= 5; d++) {
      score[200 + d] = 60 - d * d;
      benford[100 + d] = 30;
    }
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            benford,
            values,
            score,
            new double[] {1},
            24,
            1,
            Applicability.of(values));
    DetectionResult result =
        new DetectionResult(settings, components, score, 0, List.of()).judgedAs(settings);
    int[] rows = IntStream.rangeClosed(1, POINTS).toArray();
    return new Session(
        TestAnalyses.of("load.csv", new TimeSeries("load", new RowNumbers(rows), values), result),
        conversation,
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  private void load(Session session) throws Exception {
    StringBuilder html = new StringBuilder();
    HtmlReport.write(session, html);
    test(byId(Upload.class, "upload"))
        .upload("load-report.html", "text/html", html.toString().getBytes(StandardCharsets.UTF_8));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!$(Div.class).withId("result-summary").exists() && System.nanoTime() < end) {
      Thread.onSpinWait();
      roundTrip();
    }
    assertThat($(Div.class).withId("result-summary").exists()).isTrue();
  }

  @Test
  void answersComeBackAsTheyEnded() throws Exception {
    ask("First?");
    PuppetModel.say(new ChatEvent.TextDelta("A whole answer."));
    PuppetModel.say(new ChatEvent.Finished());
    ask("Second?");
    PuppetModel.say(new ChatEvent.TextDelta("Half an answ"));
    test(byId(Button.class, "chat-stop")).click();
    ask("Third?");
    PuppetModel.say(new ChatEvent.Failed(Failure.unknownModel("old", List.of("new"))));
    List<Session.Message> said = Conversations.of($(ChatPanel.class).single().turns());

    load(session(DetectionSettings.defaults(), said));

    assertThat(messages())
        .contains("Now about load.csv")
        .satisfies(text -> assertThat(text.split("A whole answer\\.", -1)).hasSize(3))
        .satisfies(text -> assertThat(text.split("Half an answ", -1)).hasSize(3))
        .satisfies(text -> assertThat(text.split("Stopped\\.", -1)).hasSize(3))
        .satisfies(text -> assertThat(text.split("such as new\\.", -1)).hasSize(3));
    assertThat(Conversations.of($(ChatPanel.class).single().turns())).isEqualTo(said);
    ask("Fourth?");
    assertThat(PuppetModel.lastAsked().history())
        .containsExactly(
            new ChatRequest.Message(false, "First?"),
            new ChatRequest.Message(true, "A whole answer."),
            new ChatRequest.Message(false, "Second?"),
            new ChatRequest.Message(true, "Half an answ\n[not completed]"));
  }

  @Test
  void whatIsStillToComeCountsAsStopped() {
    ask("First?");
    assertThat(Conversations.of($(ChatPanel.class).single().turns())).isEmpty();
    PuppetModel.say(new ChatEvent.TextDelta("Half"));
    assertThat(Conversations.of($(ChatPanel.class).single().turns()))
        .containsExactly(
            new Session.Message(Session.Role.VISITOR, "First?"),
            new Session.Message(Session.Role.ASSISTANT, "Half", Session.Ending.STOPPED, ""));
  }

  @Test
  void theFusionComesBackToTheControls() throws Exception {
    load(
        session(
            DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(FusionMode.EITHER)),
            List.of()));
    assertThat(byId(Select.class, "fusion-mode").getValue())
        .isEqualTo(new DetectorKind.Hybrid(FusionMode.EITHER));
    // Only with both witnesses are both bumps found.
    assertThat(byId(Div.class, "result-summary").getElement().getTextRecursively())
        .contains("load.csv · load of pumpA · ")
        .contains("window 24")
        .contains("2 anomalies");
  }
}
