package io.hybridanomaly.ui.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Div;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Downloads that wait for their turn. */
class AnalysesTest {

  private static final UiThread PAGE = new UiThread(new Div());

  @Test
  void aDownloadIsMadeInItsTurnAndItsFailureIsTheCallers() throws Exception {
    List<String> made = new ArrayList<>();
    Analyses analyses =
        new Analyses(
            work -> {
              made.add("turn");
              work.run();
            },
            PAGE);
    analyses.await(() -> made.add("content"));
    assertThat(made).containsExactly("turn", "content");
    IOException full = new IOException("disk full");
    assertThatThrownBy(
            () ->
                analyses.await(
                    () -> {
                      throw full;
                    }))
        .isInstanceOf(IOException.class)
        .hasCause(full);
  }

  @Test
  void aBusyServerRefuses() {
    Analyses busy =
        new Analyses(
            work -> {
              throw new RejectedExecutionException();
            },
            PAGE);
    assertThatThrownBy(() -> busy.await(() -> {})).isInstanceOf(RejectedExecutionException.class);
  }
}
