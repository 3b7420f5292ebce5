package io.hybridanomaly.ui.runs;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.RunHistory;
import io.hybridanomaly.ui.base.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this visit: columns of one file or settings side by side, and what became of the
 * anomalies of one in the one that is shown. In the page from the second run on.
 */
public final class RunList extends Div {

  private final Paragraph forgotten = new Paragraph();
  private final Consumer<CompletedRun> onSelect;

  /** A table is not small: a visit that makes one run has none. */
  private @Nullable RunTable table;

  /**
   * @param onSelect hears which run the visitor wants to see
   */
  public RunList(Consumer<CompletedRun> onSelect) {
    this.onSelect = onSelect;
    addClassName("run-list");
  }

  /**
   * Shows the runs of the visit.
   *
   * @param selected the one whose result is on the page
   */
  public void show(RunHistory history, Optional<CompletedRun> selected) {
    if (table == null && history.runs().size() > 1) {
      table = new RunTable(onSelect);
      addComponentAsFirst(table);
    }
    if (table != null) {
      table.show(history.runs(), selected.orElse(null));
    }
    showForgotten(history);
  }

  private void showForgotten(RunHistory history) {
    if (history.forgotten() > 0) {
      forgotten.setText(
          "%s left this list: it holds %s results, or some of %s points together. Download the"
                  .formatted(
                      history.forgotten() == 1
                          ? "An older result has"
                          : Texts.count(history.forgotten()) + " older results have",
                      Texts.count(history.room().runs()),
                      Texts.count(history.room().points()))
              + " report of a result to keep it.");
      add(forgotten);
    }
  }
}
