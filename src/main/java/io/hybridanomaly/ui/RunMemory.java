package io.hybridanomaly.ui;

import com.vaadin.flow.component.Component;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.export.SeriesFile;
import io.hybridanomaly.jobs.RunningDetection;
import io.hybridanomaly.store.ResultLinks;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.VisitorLinks;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lets a run be found again. Each has a link that only its tab knows, so that the page comes
 * back to it after a restart of the server; the visitor may keep that link.
 */
final class RunMemory {

  private static final Logger LOG = LoggerFactory.getLogger(RunMemory.class);

  private final ResultLinks links;
  private final Analyses analyses;
  private final Component page;
  private final Runnable onChange;
  private Optional<String> token = Optional.empty();
  private boolean kept;
  private int run;

  /**
   * @param links stores the series of runs
   * @param analyses does that in the background
   * @param page whose tab remembers
   * @param onChange hears that there is a link now, or none any more
   */
  RunMemory(ResultLinks links, Analyses analyses, Component page, Runnable onChange) {
    this.links = links;
    this.analyses = analyses;
    this.page = page;
    this.onChange = onChange;
  }

  /**
   * Remembers a run from soon on. A busy or full server leaves it without: it runs all the same.
   *
   * @param job its number
   * @param dataset what it judges
   */
  void started(String job, Dataset dataset) {
    forget();
    int mine = run;
    boolean ignored =
        analyses.count(() -> store(job, dataset), stored -> stored.ifPresent(it -> on(mine, it)));
  }

  private Optional<String> store(String job, Dataset dataset) {
    try {
      return Optional.of(links.started(job, SeriesFile.write(dataset)));
    } catch (ResultLinks.FullException e) {
      LOG.warn("No room to remember a run: raise results.max-bytes");
      return Optional.empty();
    }
  }

  private void on(int of, String stored) {
    if (of == run) {
      resumed(stored, false);
    } else {
      links.forget(stored);
    }
  }

  /** The page is at a run again. */
  void resumed(String link, boolean isKept) {
    token = Optional.of(link);
    kept = isKept;
    page.getElement().executeJs("window.hybridContact.remember($0)", link);
    onChange.run();
  }

  /** Asks the tab for a run that it may remember from before a restart of the server. */
  void recall(Consumer<String> onFound) {
    page.getElement()
        .executeJs("return window.hybridContact.remembered()")
        .then(
            String.class,
            known -> {
              boolean ignored =
                  known != null
                      && analyses.count(
                          () -> links.open(known).isPresent(),
                          found -> {
                            if (found) {
                              onFound.accept(known);
                            }
                          });
            });
  }

  /** The link, for whoever may have it; empty if there is none yet. */
  Optional<String> token() {
    return token;
  }

  /** The link, if the visitor wants it. */
  Optional<String> kept() {
    return kept ? token : Optional.empty();
  }

  /** The visitor wants the link. */
  void keep() {
    token.ifPresent(
        link -> {
          VisitorLinks.add(page.getElement(), new ResultLinks.Made(link, links.keep(link)));
          kept = true;
        });
    onChange.run();
  }

  /**
   * Another series takes the place of a run: it ends, unless its link is wanted.
   *
   * @return whether it goes on
   */
  boolean leave(RunningDetection detection) {
    boolean goesOn = kept().isPresent();
    if (goesOn) {
      detection.leave();
    } else {
      detection.cancel();
    }
    forget();
    return goesOn;
  }

  /** The run is not wanted any more, or another one begins; a link that was wanted stays. */
  void forget() {
    run++;
    token.ifPresent(links::forget);
    token = Optional.empty();
    kept = false;
    page.getElement().executeJs("window.hybridContact.remember(null)");
    onChange.run();
  }
}
