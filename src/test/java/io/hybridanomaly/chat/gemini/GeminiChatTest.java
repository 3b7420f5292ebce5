package io.hybridanomaly.chat.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatPort;
import io.hybridanomaly.chat.Citation;
import io.hybridanomaly.chat.PageAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Answers of a service that works. */
class GeminiChatTest extends GeminiTest {

  @Test
  void textArrivesWhileTheServiceIsStillWriting() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    server.then(
        stage -> {
          stage.text("Good ");
          assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
          stage.last("morning.");
        });
    Heard heard = new Heard();
    chat.ask(request(), heard);
    // Only when the first piece has been told does the server send the second.
    heard.until(h -> h.text().equals("Good "));
    seen.countDown();
    assertThat(heard.toTheEnd().text()).isEqualTo("Good morning.");
    assertThat(heard.isFinished()).isTrue();
    assertThat(tokens).hasValue(10);
  }

  @Test
  void citationsAreAtTheRightCharactersBehindUmlauts() throws Exception {
    String text = "Größter Stau in Köln 🚕. Danach Ruhe.";
    String sentence = "Danach Ruhe.";
    int start = text.substring(0, text.indexOf(sentence)).getBytes(StandardCharsets.UTF_8).length;
    int end = text.getBytes(StandardCharsets.UTF_8).length;
    server.then(
        stage ->
            stage.event(
                FakeGemini.candidate(
                    "{\"text\":" + FakeGemini.quote(text) + "}",
                    """
                    ,"finishReason":"STOP","groundingMetadata":{"searchEntryPoint":\
                    {"renderedContent":"<div class=chip>K\\u00f6ln</div>"},"groundingChunks":[\
                    {"web":{"uri":"https://example.org/a","title":"example.org"}},\
                    {"web":{"uri":"javascript:alert(1)","title":"bad"}}],"groundingSupports":[\
                    {"segment":{"startIndex":%d,"endIndex":%d},"groundingChunkIndices":[0,1,7]}]}\
                    """
                        .formatted(start, end))));
    Heard heard = ask();
    Citation citation = heard.all(ChatEvent.Sources.class).getFirst().citations().getFirst();
    assertThat(heard.text().substring(citation.start(), citation.end())).isEqualTo(sentence);
    assertThat(citation.sources())
        .containsExactly(new Citation.Source("example.org", "https://example.org/a"));
    assertThat(heard.all(ChatEvent.SearchSuggestion.class))
        .containsExactly(new ChatEvent.SearchSuggestion("<div class=chip>Köln</div>"));
  }

  @Test
  void aFunctionCallIsAnsweredAndItsThoughtSignatureReturned() throws Exception {
    server
        .then(
            stage ->
                stage.event(
                    FakeGemini.candidate(
                        """
                        {"functionCall":{"id":"c1","name":"zoom_to","args":\
                        {"from":"2014-10-30","to":"2014-10-30"}},"thoughtSignature":"c2lnbmF0dXJl"}\
                        """,
                        ",\"finishReason\":\"STOP\"")))
        .then(stage -> stage.last("Zoomed."));
    Heard heard = ask();
    assertThat(heard.text()).isEqualTo("Zoomed.");
    assertThat(heard.all(ChatEvent.ActionWanted.class).getFirst().action())
        .isInstanceOfSatisfying(
            PageAction.ZoomTo.class, zoom -> assertThat(zoom.to() - zoom.from()).isEqualTo(24));
    String second = server.requests().get(1).body();
    assertThat(second).contains("\"thoughtSignature\":\"c2lnbmF0dXJl\"");
    assertThat(second).contains("\"functionResponse\"", "\"id\":\"c1\"", "\"done\":true");
  }

  @Test
  void aCharacterSplitOverTwoPiecesIsWhole() throws Exception {
    byte[] event =
        ("data: "
                + FakeGemini.candidate("{\"text\":\"Köln 🚕\"}", ",\"finishReason\":\"STOP\"")
                + "\n\n")
            .getBytes(StandardCharsets.UTF_8);
    server.then(
        stage -> {
          for (byte single : event) {
            stage.raw(new byte[] {single});
          }
        });
    assertThat(ask().text()).isEqualTo("Köln 🚕");
  }

  @Test
  void bytesThatAreNoUtf8DoNotBreakTheAnswer() throws Exception {
    byte[] event =
        ("data: "
                + FakeGemini.candidate("{\"text\":\"K#ln\"}", ",\"finishReason\":\"STOP\"")
                + "\n\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] latin = Arrays.copyOf(event, event.length);
    for (int i = 0; i < latin.length; i++) {
      latin[i] = latin[i] == '#' ? (byte) 0xF6 : latin[i];
    }
    server.then(stage -> stage.raw(latin));
    assertThat(ask().text()).startsWith("K").endsWith("ln");
  }

  @Test
  void stoppingClosesTheConnection() throws Exception {
    server.then(
        stage -> {
          stage.text("Half");
          stage.untilHungUp();
        });
    Heard heard = new Heard();
    ChatPort.Running running = chat.ask(request(), heard);
    heard.until(h -> h.text().equals("Half"));
    running.stop();
    assertThat(server.sawConnectionLost()).isTrue();
  }
}
