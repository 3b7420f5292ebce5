package io.hybridanomaly.cli;

import io.hybridanomaly.export.RunReport;
import io.hybridanomaly.importing.ContentHash;
import java.io.IOException;

/** Turns runs into entries of a report. */
final class Reports {

  private Reports() {}

  static RunReport.Entry entry(SeriesRun run) throws IOException {
    return new RunReport.Run(
        run.name(),
        ContentHash.sha256(new FileSource(run.path())),
        run.imported(),
        run.result(),
        run.seconds());
  }
}
