package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.store.ResultLinks;
import io.hybridanomaly.ui.base.Member;
import io.hybridanomaly.ui.base.UiThread;
import io.hybridanomaly.uploads.Sizes;
import io.hybridanomaly.uploads.UploadedFile;
import io.hybridanomaly.uploads.Uploads;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a visitor chooses a series: a sample or a file of their own, and its columns. */
public final class DataPanel extends Div {

  /** The bar that grows while a file is sent has no name of its own for screen readers. */
  private static final String NAME_PROGRESS_BARS =
      """
      this.addEventListener('upload-start', () => setTimeout(() =>
        this.querySelectorAll('vaadin-progress-bar')
          .forEach(bar => bar.setAttribute('aria-label', 'Progress of the upload'))))\
      """;

  /** Hears what comes of the visitor's choices, with the page's lock held. */
  public interface Listener {

    /** A file is being read; what was loaded before still is. */
    void onReading(String file);

    /** A series is ready for detection. */
    void onLoaded(LoadedSeries loaded);

    /**
     * A saved report was loaded.
     *
     * @param loaded its series, ready for another detection
     * @param session all that was in it
     */
    void onRestored(LoadedSeries loaded, Session session);

    /**
     * A link has led to a job.
     *
     * @param loaded the series that it judges
     * @param job its number
     * @param kept whether it goes on without a visitor
     */
    void onResumed(LoadedSeries loaded, String job, boolean kept);

    /**
     * A file could not be used; what was loaded before still is.
     *
     * @param message one plain sentence
     */
    void onProblem(String message);

    /**
     * A link leads to no result.
     *
     * @param message one plain sentence
     */
    void onLinkProblem(String message);
  }

  private final SeriesLoader loader;
  private final UiThread uiThread;
  private final Uploads uploads;
  private final ArrivingFiles arriving;
  private final int maxRows;
  private final Listener listener;

  private final Select<SampleSeries> samples = new Select<>();
  private final Upload upload = new Upload();
  private final ColumnChooser columns =
      new ColumnChooser(
          (dates, value, label) ->
              reload(
                  options -> {
                    ImportOptions one =
                        dates instanceof ColumnSelection.None ? options.withoutSeries() : options;
                    ImportOptions chosen = one.withDateColumns(dates).withValueColumn(value);
                    return label.map(chosen::withLabelColumn).orElse(chosen.withoutLabelColumn());
                  }));
  private final TableChooser tables = new TableChooser(this::open);
  private final FormatPanel format = new FormatPanel(this::reload);
  private final ShapePanel shape = new ShapePanel(this::reload);
  private final Div questionPlace = new Div();
  private final Span reading = new Span();
  private final NativeButton details =
      new NativeButton("", click -> setCollapsed(!hasClassName("collapsed")));
  private final Div summaryPlace = new Div();
  private @Nullable GuessQuestions questions;
  private @Nullable LoadedSeries current;
  private List<UploadedFile> stored = List.of();

  /**
   * @param loader reads files on background threads
   * @param uiThread the way back to the page
   * @param uploads takes the files of all visitors
   * @param maxRows most rows of a file
   */
  public DataPanel(
      SeriesLoader loader, UiThread uiThread, Uploads uploads, int maxRows, Listener listener) {
    this.loader = loader;
    this.uiThread = uiThread;
    this.uploads = uploads;
    this.arriving =
        new ArrivingFiles(
            uploads,
            arrived -> uiThread.run(() -> open(arrived)),
            () -> uiThread.run(upload::clearFileList));
    this.maxRows = maxRows;
    this.listener = listener;
    addClassNames("panel-section", "data-panel");
    details.addClassName("link-button");
    configureSamples();
    configureUpload();
    reading.addClassName("reading-status");
    reading.getElement().setAttribute("role", "status");
    add(
        new H2("Data"),
        upload,
        samples,
        reading,
        questionPlace,
        summaryPlace,
        tables,
        columns,
        format,
        shape);
  }

  /** The samples as cards for a first visit; a click loads one. */
  public Div sampleCards() {
    Div cards = new Div();
    cards.addClassName("sample-cards");
    for (SampleSeries sample : SampleSeries.values()) {
      Span title = new Span(sample.title());
      title.addClassName("sample-title");
      NativeButton card = new NativeButton();
      card.addClassName("sample-card");
      card.add(title, new Span(sample.description()));
      card.addClickListener(click -> samples.setValue(sample));
      cards.add(card);
    }
    return cards;
  }

  /**
   * Brings back a result that was stored for a link.
   *
   * @param stored asks for it, on a background thread; empty if there is none any more
   */
  public void recall(Supplier<Optional<ResultLinks.Stored>> stored) {
    listener.onReading("the saved result");
    loader.recall(stored, maxRows, outcome -> uiThread.run(() -> applyRecalled(outcome)));
  }

  private void applyRecalled(SeriesLoader.Outcome outcome) {
    if (outcome instanceof SeriesLoader.Outcome.Refused refused) {
      listener.onLinkProblem(refused.fileName() + ": " + refused.message());
    } else {
      apply(outcome, List.of());
    }
  }

  /** Reads one of several series. */
  public void read(Member member) {
    switch (member) {
      // By its header, which may be a number itself.
      case Member.Column one -> reload(options -> options.withValueColumn(one.column().name()));
      case Member.Group one -> reload(options -> options.withSeries(one.name()));
      case Member.Table one -> open(one.table());
    }
  }

  /** Makes room for the parameters: the facts of the file wait behind a button. */
  public void collapse() {
    setCollapsed(true);
  }

  /**
   * Shows what is read and what is loaded.
   *
   * @param file that is being read
   * @param loaded the series that a detection would look at
   */
  public void show(Optional<String> file, Optional<LoadedSeries> loaded) {
    reading.setText(file.map("Reading %s …"::formatted).orElse(""));
    setClassName("reading", file.isPresent());
    loaded.filter(series -> !series.equals(current)).ifPresent(this::show);
  }

  private void setCollapsed(boolean collapsed) {
    setClassName("collapsed", collapsed);
    if (questions != null) {
      questions.fold(collapsed);
    }
    details.setText(collapsed ? "Show the file's details" : "Hide the file's details");
    details.getElement().setAttribute("aria-expanded", Boolean.toString(!collapsed));
  }

  /** Removes the visitor's files from the server. */
  public void discard() {
    arriving.discard();
    keep(List.of());
  }

  private void configureSamples() {
    samples.setId("sample-data");
    samples.setLabel("Or try a sample");
    samples.setPlaceholder("Choose a series");
    samples.setItems(SampleSeries.values());
    samples.setItemLabelGenerator(SampleSeries::title);
    samples.setWidthFull();
    samples.addValueChangeListener(
        event -> {
          if (event.getValue() != null) {
            samples.setHelperText(event.getValue().description());
            open(event.getValue().source(), List.of());
          } else {
            samples.setHelperText(null);
          }
        });
  }

  private void configureUpload() {
    upload.setId("upload");
    upload.setMaxFiles(ArrivingFiles.MOST);
    // One after the other: a visitor may not send all at once.
    upload.getElement().setProperty("maxConcurrentUploads", 1);
    upload.addFileRejectedListener(
        event -> listener.onProblem(event.getFileName() + ": " + event.getErrorMessage() + "."));
    Button button = new Button("Choose files");
    upload.setUploadButton(button);
    Icon icon = VaadinIcon.UPLOAD.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    upload.setDropLabelIcon(icon);
    upload.setDropLabel(
        new Span("or drop or paste them anywhere, up to " + Sizes.text(uploads.maxBytes())));
    upload.setUploadHandler(arriving);
    upload.addFileRemovedListener(event -> arriving.takeBack(event.getFileName()));
    upload.getElement().executeJs(NAME_PROGRESS_BARS);
    DropAndPaste.on(upload);
  }

  private ImportOptions defaults() {
    return ImportOptions.defaults().withMaxRows(maxRows);
  }

  private void reload(UnaryOperator<ImportOptions> change) {
    LoadedSeries loaded = current;
    if (loaded != null) {
      load(loaded.source(), change.apply(loaded.dataset().options()), stored);
    }
  }

  private void open(CsvSource source, List<UploadedFile> files) {
    listener.onReading(source.name());
    loader.open(
        source,
        uploads.maxBytes(),
        defaults(),
        outcome -> uiThread.run(() -> apply(outcome, files)));
  }

  private void open(TableSource table) {
    List<UploadedFile> files = stored;
    listener.onReading(table.name());
    loader.open(table, defaults(), outcome -> uiThread.run(() -> apply(outcome, files)));
  }

  /** One file is opened as it is, several as tables that belong together. */
  private void open(ArrivingFiles.Arrived arrived) {
    List<Containers.Part> parts = arrived.parts();
    if (parts.size() > 1) {
      listener.onReading("%d files".formatted(parts.size()));
      loader.openAll(
          parts,
          uploads.maxBytes(),
          defaults(),
          outcome -> uiThread.run(() -> apply(outcome, arrived.stored())));
    } else if (arrived.stored().isEmpty()) {
      listener.onProblem(parts.getFirst().file().name() + ": " + parts.getFirst().problem());
    } else {
      open(arrived.stored().getFirst(), arrived.stored());
    }
  }

  private void load(CsvSource source, ImportOptions options, List<UploadedFile> files) {
    listener.onReading(source.name());
    loader.load(source, options, outcome -> uiThread.run(() -> apply(outcome, files)));
  }

  private void apply(SeriesLoader.Outcome outcome, List<UploadedFile> files) {
    switch (outcome) {
      case SeriesLoader.Outcome.Loaded loaded -> {
        keep(files);
        listener.onLoaded(loaded.series());
      }
      case SeriesLoader.Outcome.Restored restored -> {
        keep(files);
        listener.onRestored(restored.series(), restored.session());
      }
      case SeriesLoader.Outcome.Resumed resumed -> {
        keep(files);
        listener.onResumed(resumed.series(), resumed.job(), resumed.kept());
      }
      case SeriesLoader.Outcome.Refused refused -> {
        files.stream().filter(file -> !stored.contains(file)).forEach(UploadedFile::delete);
        LoadedSeries before = current;
        if (before != null) {
          // The lists go back to what is still loaded.
          show(before);
        }
        listener.onProblem(refused.fileName() + ": " + refused.message());
      }
    }
  }

  private void keep(List<UploadedFile> files) {
    stored.stream().filter(file -> !files.contains(file)).forEach(UploadedFile::delete);
    stored = files;
    if (!files.isEmpty()) {
      samples.clear();
    }
  }

  private void show(LoadedSeries series) {
    LoadedSeries before = current;
    // Another column of the same file does not push the buttons below out of view again.
    boolean collapsed =
        before != null && before.source().equals(series.source()) && hasClassName("collapsed");
    current = series;
    CsvProfile profile = series.imported().profile();
    tables.show(series.source());
    columns.show(profile);
    format.show(profile, series.imported().summary(), series.dataset().options());
    shape.show(profile, series.dataset().options());
    summaryPlace.removeAll();
    summaryPlace.add(new FileSummary(series), details);
    GuessQuestions asked = new GuessQuestions(series.imported().summary(), this::reload);
    questions = asked;
    questionPlace.removeAll();
    questionPlace.add(new DoubtBox(series, this::reload), asked);
    setCollapsed(collapsed);
  }
}
