package io.hybridanomaly.ui.ledger;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.export.LedgerSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.ledger.Finding;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.OpenLedger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to the ledger view: always there, and with a reason where the data look like one. */
public final class LedgerPanel extends Div {

  private static final String POINTS_ONLY =
      "A report and a link hold the points, not the rows of the file: load the file itself.";

  private final Analyses analyses;
  private final Paragraph hint = new Paragraph();
  private final NativeButton open = new NativeButton("Open the ledger view", click -> open());
  private @Nullable LoadedSeries loaded;
  private @Nullable LedgerDialog dialog;

  /** A ledger and what is worth a look in it, or why it cannot be had. */
  private record Outcome(@Nullable Ledger ledger, List<Finding> findings, String problem) {}

  /**
   * @param analyses reads the rows in the background
   */
  public LedgerPanel(Analyses analyses) {
    this.analyses = analyses;
    addClassNames("panel-section", "ledger-panel");
    open.setId("open-ledger");
    open.addClassName("link-button");
    hint.addClassName("note");
    hint.getElement().setAttribute("role", "status");
    add(hint, open);
    setVisible(false);
    addAttachListener(
        attached -> {
          Registration asked =
              ComponentUtil.addListener(attached.getUI(), OpenLedger.class, event -> open());
          addDetachListener(
              detached -> {
                asked.remove();
                detached.unregisterListener();
              });
        });
  }

  /** Offers the view for a series. */
  public void show(Optional<LoadedSeries> series) {
    LoadedSeries now = series.orElse(null);
    if (Objects.equals(now, loaded)) {
      return;
    }
    loaded = now;
    dialog = null;
    setVisible(now != null);
    hint.setText(now == null ? "" : reason(now));
  }

  /**
   * The rows of a file; with what was said about them in the view, if that is of this file.
   *
   * @return empty if only the points are at hand
   */
  public Optional<LedgerSource> rows(LoadedSeries series) {
    LedgerDialog seen = series.equals(loaded) ? dialog : null;
    return LedgerSource.of(series, seen == null ? Map.of() : seen.notes());
  }

  /** Why the view is worth a look; empty if the series says nothing of it. */
  private static String reason(LoadedSeries series) {
    int points = series.series().size();
    if (Ledger.isLikely(series.imported().summary().duplicateTimes(), points)) {
      return "Many rows share their time, as in a ledger.";
    }
    boolean applies =
        Applicability.of(series.series().values()).level() == Applicability.Level.APPLIES;
    return applies ? "Benford's law applies to these values." : "";
  }

  private void open() {
    LoadedSeries wanted = loaded;
    if (wanted == null) {
      return;
    }
    if (dialog != null) {
      dialog.open();
      return;
    }
    Optional<LedgerSource> source = rows(wanted);
    if (source.isEmpty()) {
      hint.setText(POINTS_ONLY);
      return;
    }
    hint.setText("Reading the rows …");
    boolean reading =
        analyses.count(
            () -> read(source.get()),
            outcome -> {
              if (wanted.equals(loaded)) {
                hint.setText(outcome.problem());
                show(outcome);
              }
            });
    if (!reading) {
      hint.setText("The server is busy: try again in a minute.");
    }
  }

  private void show(Outcome outcome) {
    if (outcome.ledger() != null) {
      dialog = new LedgerDialog(outcome.ledger(), outcome.findings());
      dialog.open();
    }
  }

  /** In the background: a ledger may have a million rows. */
  private static Outcome read(LedgerSource source) {
    try {
      Ledger ledger = source.read();
      return new Outcome(ledger, ledger.findings(), "");
    } catch (ImportException e) {
      return new Outcome(null, List.of(), String.valueOf(e.getMessage()));
    }
  }
}
