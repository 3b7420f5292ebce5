package io.hybridanomaly.ui.report;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.export.ChartPictures;
import io.hybridanomaly.export.ChartPictures.Look;
import io.hybridanomaly.export.CsvDialect;
import io.hybridanomaly.export.HtmlReport;
import io.hybridanomaly.export.KeptColumns;
import io.hybridanomaly.export.LedgerSource;
import io.hybridanomaly.export.PictureSize;
import io.hybridanomaly.export.PictureTheme;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.export.SessionJson;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.CsvChoice;
import io.hybridanomaly.ui.base.WholeFile;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The downloads of a result. Each is made when it is asked for, from what is shown then. */
@JsModule("./report/pictures.js")
public final class ExportBar extends Div {

  /** Writes one kind of file. */
  @FunctionalInterface
  private interface Format {
    void write(Wanted wanted, Appendable out) throws IOException;
  }

  /** The HTTP status of a server that has too much to do. */
  private static final int UNAVAILABLE = 503;

  /** The page adds this parameter to the address while it is dark. */
  private static final String DARK = "dark";

  private final Supplier<Session> session;
  private final Supplier<Optional<LedgerSource>> rows;
  private final Supplier<Segment> visible;
  private final Analyses analyses;
  private final Div others = new Div();
  private final Select<PictureSize> size = new Select<>();

  /**
   * @param session all that there is at the moment; called with the page's lock held
   * @param rows those of the file with what was said about them, if they are at hand; called with
   *     the lock too
   * @param visible the stretch that the charts show, for the pictures
   * @param analyses bounds how many whole files are read again at once
   */
  public ExportBar(
      Supplier<Session> session,
      Supplier<Optional<LedgerSource>> rows,
      Supplier<Segment> visible,
      Analyses analyses) {
    this.session = session;
    this.rows = rows;
    this.visible = visible;
    this.analyses = analyses;
    addClassName("export-bar");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Download");
    Anchor csv =
        link(
            "export-csv",
            "CSV",
            "-anomalies.csv",
            "text/csv;charset=utf-8",
            bounded(ExportBar::csv));
    Anchor report =
        link(
            "export-report",
            "Report",
            "-report.html",
            "text/html;charset=utf-8",
            bounded((wanted, out) -> HtmlReport.write(wanted.session(), wanted.rows(), out)));
    report.setTitle("One HTML file with everything; load it here again to go on");
    Anchor json =
        link(
            "export-json",
            "JSON",
            "-anomalies.json",
            "application/json;charset=utf-8",
            (wanted, out) -> out.append(SessionJson.write(wanted.session())));
    NativeButton more = new NativeButton("More");
    more.setId("export-more");
    more.addClassName("export-link");
    Popover menu = new Popover(others);
    menu.setTarget(more);
    menu.setAriaLabel("More downloads");
    others.addClassName("export-menu");
    others.add(json, new CsvChoice());
    add(new Span("Download"), csv, report, more, menu);
    size.setId("picture-size");
    size.setLabel("Size of pictures");
    size.setItems(PictureSize.values());
    size.setItemLabelGenerator(s -> "%d \u00d7 %d".formatted(s.width(), s.height()));
    size.setValue(PictureSize.PAGE);
    others.add(size);
    addPictures(
        "series",
        "Series",
        (wanted, out) -> out.append(ChartPictures.series(wanted.analysis(), wanted.look())));
    addPictures(
        "score",
        "Score",
        (wanted, out) -> out.append(ChartPictures.score(wanted.analysis(), wanted.look())));
  }

  private static void csv(Wanted wanted, Appendable out) throws IOException {
    AnnotatedCsv.write(
        wanted.analysis().series(),
        wanted.analysis().result(),
        wanted.analysis().annotations(),
        wanted.kept(),
        wanted.dialect(),
        out);
  }

  /** A download that reads the rows of a file again waits for its turn. */
  private Format bounded(Format format) {
    return (wanted, out) -> {
      if (wanted.readsRows()) {
        analyses.await(() -> format.write(wanted, out));
      } else {
        format.write(wanted, out);
      }
    };
  }

  /** A chart as SVG, and as PNG, which the page draws from the same SVG. */
  private void addPictures(String key, String title, Format format) {
    String id = "export-" + key + "-svg";
    Anchor svg = link(id, title + " SVG", "-" + key + ".svg", "image/svg+xml", format);
    svg.addAttachListener(
        event ->
            svg.getElement()
                .executeJs(
                    "this.addEventListener('click', () => window.hybridPictures.dress(this, $0))",
                    DARK));
    others.add(
        svg,
        button("export-" + key + "-png", title + " PNG", svg, "png"),
        button("copy-" + key, "Copy " + title.toLowerCase(Locale.ROOT) + " as PNG", svg, "copy"));
  }

  private static NativeButton button(String id, String text, Anchor svg, String function) {
    NativeButton button = new NativeButton(text);
    button.setId(id);
    button.addClassName("export-link");
    String call = "window.hybridPictures.%s(this, $0)".formatted(function);
    button.addClickListener(click -> svg.getElement().executeJs(call, DARK));
    return button;
  }

  private Anchor link(String id, String text, String ending, String type, Format format) {
    Anchor anchor = new Anchor(handler(ending, type, format), text);
    anchor.setId(id);
    anchor.addClassName("export-link");
    return anchor;
  }

  private DownloadHandler handler(String ending, String type, Format format) {
    return event -> {
      PictureTheme theme =
          event.getRequest().getParameter(DARK) == null ? PictureTheme.LIGHT : PictureTheme.DARK;
      Wanted wanted =
          WholeFile.locked(
              event,
              () ->
                  new Wanted(
                      session.get(),
                      rows.get(),
                      new Look(visible.get(), theme, size.getValue()),
                      CsvChoice.of(event.getSession())));
      event.setFileName(stem(wanted.session().analysis().file().name()) + ending);
      event.setContentType(type);
      try {
        WholeFile.sendText(event, out -> format.write(wanted, out));
      } catch (RejectedExecutionException e) {
        event.getResponse().sendError(UNAVAILABLE, "The server is busy: try again in a minute.");
      }
    };
  }

  /** What a file is made of. */
  private record Wanted(
      Session session, Optional<LedgerSource> rows, Look look, CsvDialect dialect) {

    Analysis analysis() {
      return session.analysis();
    }

    private boolean isLedger() {
      DataSummary summary = analysis().dataset().summary();
      return Ledger.isLikely(summary.duplicateTimes(), summary.points());
    }

    boolean readsRows() {
      return rows.filter(source -> isLedger() || !source.notes().isEmpty()).isPresent();
    }

    /** The points of a ledger are nothing without the vendor and the number of each posting. */
    Optional<KeptColumns> kept() {
      return isLedger()
          ? rows.flatMap(LedgerSource::rows)
              .filter(read -> read.size() == analysis().series().size())
              .map(KeptColumns::behind)
          : Optional.empty();
    }
  }

  private static String stem(String fileName) {
    return fileName.replaceFirst("(?i)\\.(csv|tsv|txt)$", "");
  }
}
