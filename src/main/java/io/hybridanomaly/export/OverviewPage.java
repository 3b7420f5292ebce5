package io.hybridanomaly.export;

import io.hybridanomaly.overview.AbnormalTime;
import io.hybridanomaly.overview.Coincidence;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Lane;
import io.hybridanomaly.overview.Lanes;
import io.hybridanomaly.overview.Overview;
import io.hybridanomaly.series.NumberText;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An overview as one HTML file that needs nothing else. Like the report it runs no script and loads
 * nothing, and its own Content-Security-Policy forbids both.
 */
public final class OverviewPage {

  /** What is listed of each kind; the rest is counted. */
  private static final int LISTED = 20;

  private final Overview overview;
  private final Map<String, String> links;
  private final Markup out = new Markup();

  private OverviewPage(Overview overview, Map<String, String> links) {
    this.overview = overview;
    this.links = Map.copyOf(links);
  }

  /**
   * Writes the page.
   *
   * @param title what the series are from
   * @param links addresses of the results of series, by their names, as they stand in a link; not
   *     all series need one
   */
  public static void write(
      String title, Overview overview, Map<String, String> links, Appendable target)
      throws IOException {
    OverviewPage page = new OverviewPage(overview, links);
    HtmlReport.head(page.out, "", "Overview of " + title);
    page.out
        .raw("<header>\n")
        .element("h1", title)
        .element("p", overview.summary())
        .raw("</header>\n");
    overview.lanes().forEach(page::lanes);
    page.failed();
    page.tables();
    target.append(page.out.toString());
  }

  private void lanes(Lanes lanes) {
    out.raw("<section class=\"overview\">\n")
        .element("h2", title(lanes))
        .raw("<p class=\"key\"><span class=\"severity-low\">low</span>")
        .raw("<span class=\"severity-medium\">medium</span>")
        .raw("<span class=\"severity-high\">high severity</span>");
    if (!lanes.coincidences().isEmpty()) {
      out.raw("<span class=\"together\">several series at the same time</span>");
    }
    out.raw("</p>\n");
    if (!lanes.coincidences().isEmpty()) {
      out.raw("<div class=\"beside-names\">").raw(LanePicture.heads(lanes)).raw("</div>\n");
    }
    out.raw("<ol class=\"lanes\">\n");
    lanes.rows().forEach(row -> row(lanes, row));
    out.raw("</ol>\n<p class=\"beside-names lane-axis\">");
    LanePicture.axis(lanes).forEach(text -> out.raw("<span>").text(text).raw("</span>"));
    out.raw("</p>\n");
    coincidences(lanes.coincidences());
    out.raw("</section>\n");
  }

  private static String title(Lanes lanes) {
    return switch (lanes.axis().kind()) {
      case DATES -> lanes.axis().utc() ? "Over time, in UTC" : "Over time";
      case ELAPSED -> "Since the start of each recording";
      case ROWS -> "By row";
    };
  }

  private void row(Lanes lanes, Lane row) {
    String name = row.series().name();
    String link = links.get(name);
    List<AbnormalTime> anomalies = row.series().anomalies();
    out.raw("<li>\n<div class=\"lane-name\"><h3>");
    if (link == null) {
      out.text(name);
    } else {
      out.raw("<a href=\"").text(link).raw("\">").text(name).raw("</a>");
    }
    out.raw("</h3>\n<p>");
    if (anomalies.isEmpty()) {
      out.text(LanePicture.worst(row)).raw("</p>\n</div>\n");
    } else {
      out.text(
              "%s, worst %s"
                  .formatted(NumberText.count(anomalies.size(), "anomaly"), LanePicture.worst(row)))
          .raw("</p>\n</div>\n");
    }
    out.raw("<div class=\"lane-picture\">").raw(LanePicture.row(lanes, row)).raw("</div>\n");
    if (!anomalies.isEmpty()) {
      out.raw("<details><summary>When</summary>\n<ul>\n");
      anomalies.stream()
          .sorted(Comparator.comparingDouble(AbnormalTime::severity).reversed())
          .limit(LISTED)
          .forEach(
              anomaly ->
                  out.element(
                      "li",
                      "%s, severity %s"
                          .formatted(anomaly.text(), NumberText.whole(anomaly.severity()))));
      out.raw("</ul>\n");
      more(anomalies.size());
      out.raw("</details>\n");
    }
    out.raw("</li>\n");
  }

  private void coincidences(List<Coincidence> coincidences) {
    if (coincidences.isEmpty()) {
      return;
    }
    out.element("h2", "Abnormal at the same time").raw("<ul class=\"coincidences\">\n");
    coincidences.stream().limit(LISTED).forEach(each -> out.element("li", each.sentence()));
    out.raw("</ul>\n");
    more(coincidences.size());
  }

  private void more(int all) {
    if (all > LISTED) {
      out.element("p", "And %s more.".formatted(NumberText.count(all - LISTED)));
    }
  }

  private void failed() {
    if (overview.failed().isEmpty()) {
      return;
    }
    out.raw("<section class=\"overview\">\n")
        .element("h2", "Could not be judged")
        .raw("<ol class=\"lanes failed\">\n");
    for (FailedSeries each : overview.failed()) {
      out.raw("<li>\n<div class=\"lane-name\">")
          .element("h3", each.name())
          .raw("</div>\n")
          .element("p", each.sentence())
          .raw("</li>\n");
    }
    out.raw("</ol>\n</section>\n");
  }

  private void tables() {
    out.raw("<section>\n").element("h2", "Made with").raw("<table>\n");
    BuildInfo.versions().forEach(out::row);
    out.raw("</table>\n</section>\n</main>\n</body>\n</html>\n");
  }
}
