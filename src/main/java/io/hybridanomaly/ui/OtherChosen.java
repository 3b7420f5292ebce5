package io.hybridanomaly.ui;

import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.text.Blanks;
import java.util.Optional;

/**
 * What is said at a result that is not of what a detection would look at: another column of its
 * file was chosen, or the file is read in another way.
 */
final class OtherChosen {

  private OtherChosen() {}

  /** The sentence; empty if the result is of what is chosen, or several are being judged. */
  static Optional<String> text(PageState now) {
    Optional<Dataset> shown = now.run().map(CompletedRun::loaded).map(LoadedSeries::dataset);
    Optional<Dataset> chosen = now.loaded().map(LoadedSeries::dataset);
    if (shown.isEmpty()
        || chosen.isEmpty()
        || now.showsLoaded()
        || now.runningSeries().isPresent()) {
      return Optional.empty();
    }
    String before = name(shown.get());
    String next = name(chosen.get());
    boolean running = now.progress().isPresent();
    if (before.equals(next)) {
      return Optional.of(
          "The result below, its downloads and the chat are about the data as they were read before. "
              + (running
                  ? "The detection in the data as they are read now is running."
                  : "Press Detect to look at them as they are read now."));
    }
    return Optional.of(
        "The result below, its downloads and the chat are about %s. ".formatted(before)
            + (running ? "The detection in %s is running." : "Press Detect to look at %s.")
                .formatted(next));
  }

  private static String name(Dataset dataset) {
    String column = Blanks.shorten(dataset.series().name());
    return dataset
        .options()
        .series()
        .or(() -> dataset.summary().part().map(DataSummary.Part::series))
        .map(series -> column + " of " + Blanks.shorten(series))
        .orElse(column);
  }
}
