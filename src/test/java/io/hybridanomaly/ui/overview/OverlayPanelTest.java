package io.hybridanomaly.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.overview.Digests;
import io.hybridanomaly.overview.Overlay;
import io.hybridanomaly.overview.Overview;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What series that lie over each other say of their scales. */
class OverlayPanelTest {

  @Test
  void eachSeriesSaysItsUsualValuesAndTheHeightsSayWhatTheyAre() {
    Overview overview =
        Overview.of(List.of(Digests.rows("north", 100), Digests.rows("south", 100)), List.of());
    OverlayPanel panel = new OverlayPanel();
    panel.show(Overlay.of(overview.lanes().getFirst(), List.of("north", "south")));
    assertThat(panel.getElement().getTextRecursively())
        .contains("2 series, each in its own range")
        .containsPattern("north usually -?[\\d.]+ to [\\d.]+, median 2")
        .contains("usual high", "median", "usual low")
        .contains("Each line has a scale of its own");
  }
}
