package io.hybridanomaly.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.spring.annotation.RouteScope;
import com.vaadin.flow.spring.annotation.RouteScopeOwner;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.RunHistory;
import io.hybridanomaly.chat.Assistants;
import io.hybridanomaly.config.Limits;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.jobs.JobRates;
import io.hybridanomaly.jobs.RunningDetection;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.store.ResultLinks;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.PageState.Shown;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.ErrorMessage;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.base.UiThread;
import io.hybridanomaly.ui.chat.ChatPanel;
import io.hybridanomaly.ui.data.DataPanel;
import io.hybridanomaly.ui.data.SeriesLoader;
import io.hybridanomaly.ui.data.StoredNotice;
import io.hybridanomaly.ui.frame.MainLayout;
import io.hybridanomaly.ui.howitworks.ShownNetwork;
import io.hybridanomaly.ui.ledger.LedgerPanel;
import io.hybridanomaly.ui.link.KeepBar;
import io.hybridanomaly.ui.link.LinkBar;
import io.hybridanomaly.ui.overview.OverviewPanel;
import io.hybridanomaly.ui.run.RunPanel;
import io.hybridanomaly.ui.runs.RunList;
import io.hybridanomaly.ui.settings.SettingsPanel;
import io.hybridanomaly.uploads.Uploads;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The workbench: data and parameters on the left, the result beside them. It lives as long as the
 * visitor's tab, so that reading the explanation or reloading loses neither file nor result. What
 * it shows is one {@link PageState}; its panels only render that.
 */
@Route("")
@RouteAlias(LinkBar.PATH + ":" + DetectorView.TOKEN)
@PageTitle("Hybrid Time-Series Anomaly Detector")
@SpringComponent
@RouteScope
@RouteScopeOwner(MainLayout.class)
public final class DetectorView extends Div implements AfterNavigationObserver {

  static final String TOKEN = "token";

  private final UiThread uiThread = new UiThread(this);
  private final Presenter presenter = new Presenter(this::show, this::perform);
  private final ErrorMessage error =
      new ErrorMessage(() -> presenter.on(new PageEvent.ProblemClosed()));
  private final SettingsPanel settings =
      new SettingsPanel(change -> presenter.on(new PageEvent.SettingsChanged(change)));
  private final RunPanel run =
      new RunPanel(
          this::detect, this::detectAll, () -> presenter.on(new PageEvent.CancelPressed()));
  private final OverviewPanel overview =
      new OverviewPanel(
          name -> presenter.on(new PageEvent.SeriesOpened(name)),
          () -> presenter.on(new PageEvent.OverviewWanted()));
  private final RunReports reports = new RunReports(presenter, this::resultComes);
  private final RunList runs = new RunList(chosen -> presenter.on(new PageEvent.RunChosen(chosen)));
  private final Div resultPlace = new Div();
  private final Div listPlace = new Div();
  private final WaitingPlace waiting;
  private final Workbench workbench;
  private final DetectionJobs jobs;
  private final ResultLinks links;
  private final Analyses analyses;
  private final ShownNetwork network;
  private final DataPanel data;
  private final LedgerPanel ledger;
  private final RunningDetection detection;
  private final ChatPanel chat;
  private final RunMemory memory;
  private final TabLink link = new TabLink();
  private final KeepBar keep = new KeepBar(this::keepRunning);

  /** How the result is shown; empty while there is none. */
  private Optional<ShownResult> result = Optional.empty();

  /**
   * @param jobs runs the detections of all visitors
   * @param rates says how many one may start
   * @param links keeps results
   * @param limits what a visitor may use
   * @param uploads takes the files of all visitors
   * @param imports runs the imports of all visitors
   * @param analyses runs what is counted from results
   * @param network what the explanation shows
   * @param assistants answers the questions of all visitors
   */
  public DetectorView(
      StoredJobs jobs,
      JobRates rates,
      ResultLinks links,
      Limits limits,
      Uploads uploads,
      @Qualifier("imports") Executor imports,
      @Qualifier("analyses") Executor analyses,
      ShownNetwork network,
      Assistants assistants) {
    this.jobs = rates.of(jobs.of(Visitor.id()), Visitor.id(), Visitor.address());
    this.links = links;
    this.analyses = new Analyses(analyses, uiThread);
    this.network = network;
    addClassName("detector");
    data =
        new DataPanel(
            new SeriesLoader(imports, limits.tables()),
            uiThread,
            uploads,
            limits.maxRows(),
            new DataEvents());
    ledger = new LedgerPanel(this.analyses);
    detection = new RunningDetection(this.jobs, uiThread.executor(), reports);
    chat =
        new ChatPanel(
            assistants.assistant(VisitorBudget.of(assistants), Visitor.audience()),
            uiThread,
            new ChatOnPage(presenter, () -> result));
    memory = new RunMemory(links, this.analyses, this, this::showKeep);
    run.add(keep);
    StoredNotice stored = new StoredNotice(links.keep(), new VisitorData(jobs, links)::delete);
    Div left = new Div(data, ledger, run, settings, stored);
    left.addClassName("parameters");
    waiting = new WaitingPlace(resultPlace, listPlace, this::detect, presenter::on);
    resultPlace.addClassName("result-place");
    resultPlace.add(new FirstVisit(data.sampleCards()));
    Div middle = new Div(overview, resultPlace, runs);
    middle.addClassName("results");
    listPlace.addClassName("list-place");
    Div right = new Div(listPlace, chat);
    right.addClassName("assistant");
    workbench = new Workbench(error, left, middle, right);
    add(workbench);
    presenter.begin(
        PageState.first(
            RunHistory.empty(
                new RunHistory.Room(limits.resultsPerVisitor(), limits.resultPointsPerVisitor()))));
    show(presenter.state(), presenter.state());
  }

  /**
   * A link brings its result, unless that is what is shown. Before this no answer finds the page.
   */
  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    Optional<String> wanted = event.getRouteParameters().get(TOKEN);
    boolean empty = presenter.state().loaded().isEmpty();
    if (event.isRefreshEvent() && !empty) {
      return;
    }
    if (link.isOther(wanted)) {
      recall(wanted.orElseThrow());
      return;
    }
    if (wanted.isEmpty() && link.forgetFailure()) {
      presenter.on(new PageEvent.ProblemClosed());
    }
    if (empty) {
      memory.recall(this::comeBack);
    }
  }

  /** Unless the visitor was quicker with something else. */
  private void comeBack(String token) {
    if (presenter.isAtStart()) {
      recall(token);
    }
  }

  private void recall(String token) {
    link.follow(Optional.of(token));
    data.recall(() -> links.open(token));
  }

  private void detect() {
    presenter.on(new PageEvent.DetectPressed());
  }

  private void detectAll(Members which) {
    presenter.on(new PageEvent.DetectAllPressed(which));
    reports.startAll();
  }

  /** What a visitor keeps running has its link before it has its result. */
  private void resultComes() {
    link.follow(memory.kept());
  }

  /** The visitor is gone; a reload or a look at another page does not come here. */
  @PreDestroy
  void release() {
    detection.leave();
    result.ifPresent(ShownResult::close);
    chat.release();
    data.discard();
  }

  private void show(PageState before, PageState now) {
    if (!now.problem().equals(before.problem())) {
      error.show(now.problem());
    }
    data.show(now.reading(), now.loaded());
    ledger.show(now.loaded());
    run.show(
        now.loaded(),
        now.progress(),
        now.phase() instanceof PageState.Phase.Ready ready && ready.cancelled(),
        now.shown().isEmpty() && now.preliminary().isPresent());
    showKeep();
    settings.show(
        now.settings(),
        now.loaded(),
        now.run().map(shown -> shown.result()),
        now.showsLoaded(),
        now.shown().flatMap(Shown::curve));
    overview.show(now.seriesRuns(), now.run().map(CompletedRun::number).orElse(0));
    showResult(now);
    runs.show(now.history(), now.run());
    showNetwork(now);
    if (!now.shown().equals(before.shown())) {
      chat.refresh();
    }
  }

  private void showResult(PageState now) {
    if (now.shown().isEmpty()) {
      result.ifPresent(ShownResult::close);
      result = Optional.empty();
      waiting.show(now);
    } else if (result.isPresent() && result.get().isOf(now.shown().get())) {
      result.get().show(now.shown().get());
    } else {
      result.ifPresent(ShownResult::close);
      ShownResult next =
          new ShownResult(
              now.shown().get(),
              jobs,
              analyses,
              uiThread,
              links,
              link.token(),
              this::session,
              ledger::rows,
              presenter::on,
              this::explain);
      // A further result has no link yet.
      link.follow(Optional.empty());
      result = Optional.of(next);
      Optional<Segment> zoomed = waiting.zoomed(now.shown().get().run().loaded());
      waiting.giveWay(next);
      zoomed.ifPresent(next::zoomTo);
      data.collapse();
      if (now.shown().get().selected().isEmpty()) {
        // Who looks at an anomaly already stays with it.
        workbench.show(Workbench.Pane.RESULT);
      }
    }
    result.ifPresent(shown -> shown.showOthers(now));
  }

  private void showNetwork(PageState now) {
    if (now.shown().isPresent() && now.showsLoaded()) {
      ComponentScores components = now.shown().get().run().result().components();
      network.set(components.window(), components.epochs());
    } else {
      now.loaded()
          .ifPresent(
              series ->
                  network.set(series.autoWindow(), DetectorKind.calibrated().defaultEpochs()));
    }
  }

  private void explain(Anomaly anomaly) {
    workbench.show(Workbench.Pane.CHAT);
    presenter.on(new PageEvent.AnomalySelected(Optional.of(anomaly)));
    chat.explain(anomaly);
  }

  private Session session() {
    return Conversations.session(presenter.state().run().orElseThrow().analysis(), chat.turns());
  }

  private void perform(PageEffect effect) {
    switch (effect) {
      case PageEffect.ReadMember read -> data.read(read.member());
      case PageEffect.Detect wanted -> {
        detection.start(wanted.samples(), wanted.settings());
        detection
            .job()
            .ifPresent(
                job -> memory.started(job, presenter.state().loaded().orElseThrow().dataset()));
      }
      case PageEffect.LeaveDetection left ->
          presenter.on(
              new PageEvent.DetectionLeft(left.left(), left.next(), memory.leave(detection)));
      case PageEffect.CancelDetection ignored -> {
        detection.cancel();
        memory.forget();
      }
      case PageEffect.CountCurve counted -> countCurve(counted.result());
    }
  }

  private void keepRunning() {
    memory.keep();
    detection.keep();
    memory.kept().ifPresent(kept -> getUI().ifPresent(page -> LinkBar.showAddress(page, kept)));
  }

  private void showKeep() {
    keep.show(
        memory.token().isPresent() && presenter.state().progress().isPresent(), memory.kept());
  }

  /** Counts what every sensitivity would flag, aside: for a million points that takes seconds. */
  private void countCurve(DetectionResult counted) {
    // A busy server leaves the curve as it is: it is a help, not an answer.
    boolean ignored =
        analyses.count(
            () -> SensitivityCurve.of(counted),
            curve -> presenter.on(new PageEvent.CurveCounted(counted.components(), curve)));
  }

  private final class DataEvents implements DataPanel.Listener {

    @Override
    public void onReading(String file) {
      presenter.on(new PageEvent.Reading(file));
    }

    @Override
    public void onLoaded(LoadedSeries series) {
      presenter.on(new PageEvent.Loaded(series));
    }

    @Override
    public void onRestored(LoadedSeries series, Session session) {
      ExpectedBand band = ExpectedBand.of(session.analysis().result().components());
      presenter.on(new PageEvent.Restored(series, session.analysis(), band));
      Conversations.recall(session.conversation(), chat);
    }

    @Override
    public void onResumed(LoadedSeries series, String job, boolean kept) {
      String token = link.token().orElseThrow();
      Optional<DetectionSettings> used = detection.resume(job, series.series().samples(), kept);
      if (used.isPresent()) {
        presenter.on(new PageEvent.Resumed(series, used.get()));
        memory.resumed(token, kept);
        workbench.show(Workbench.Pane.RESULT);
      } else {
        presenter.on(new PageEvent.Loaded(series));
        presenter.on(
            new PageEvent.Failed(
                Source.DETECTION,
                "The detection behind this link is gone: press Detect to start it again."));
      }
    }

    @Override
    public void onLinkProblem(String message) {
      link.fail();
      onProblem(message);
    }

    @Override
    public void onProblem(String message) {
      presenter.on(new PageEvent.Failed(Source.FILE, message));
    }
  }
}
