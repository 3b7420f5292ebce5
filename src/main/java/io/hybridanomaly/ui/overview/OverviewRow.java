package io.hybridanomaly.ui.overview;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.export.LanePicture;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Lane;
import io.hybridanomaly.overview.Lanes;
import io.hybridanomaly.ui.base.Texts;
import java.util.function.Consumer;

/** One series of the overview, a button as a whole; or why it could not be judged. */
final class OverviewRow extends ListItem {

  private final String name;
  private final NativeButton button = new NativeButton();
  private final Checkbox compared = new Checkbox();
  private String shown = "";

  /**
   * @param onOpen hears that its result is wanted
   * @param onCompare hears that it is to be compared with others, or no more
   */
  OverviewRow(String name, Runnable onOpen, Consumer<Boolean> onCompare) {
    this.name = name;
    button.addClassName("lane-row");
    button.addClickListener(click -> onOpen.run());
    compared.setAriaLabel("Compare " + name);
    compared.addClassName("lane-compare");
    compared.addValueChangeListener(event -> onCompare.accept(event.getValue()));
  }

  void show(Lanes lanes, Lane lane) {
    int anomalies = lane.series().anomalies().size();
    String facts =
        anomalies == 0
            ? LanePicture.worst(lane)
            : "%s, worst %s".formatted(Texts.count(anomalies, "anomaly"), LanePicture.worst(lane));
    String picture = LanePicture.row(lanes, lane);
    // Most rows stay as they are when another one arrives.
    if (!shown.equals(facts + picture)) {
      shown = facts + picture;
      button.removeAll();
      button.add(text(facts), picture(picture));
      removeAll();
      add(button, compared);
    }
  }

  /** Whether it may be compared; what is ticked stays. */
  void allowComparison(boolean allowed) {
    compared.setEnabled(allowed || compared.getValue());
  }

  /**
   * The root of an Html component loses the case of its attributes, which those of a picture need.
   */
  static Html picture(String svg) {
    return new Html("<span class=\"lane-picture\">" + svg + "</span>");
  }

  /** Marks the row whose result is on the page. */
  void mark(boolean current) {
    if (current) {
      button.getElement().setAttribute("aria-current", "true");
    } else {
      button.getElement().removeAttribute("aria-current");
    }
  }

  void show(FailedSeries failed) {
    if (!shown.equals(failed.sentence())) {
      shown = failed.sentence();
      Div row = new Div(text("could not be judged"), new Span(failed.sentence()));
      row.addClassNames("lane-row", "failed");
      removeAll();
      add(row);
    }
  }

  private Span text(String facts) {
    Span title = new Span(name);
    title.addClassName("lane-title");
    Span note = new Span(facts);
    note.addClassName("lane-facts");
    // The blank parts both for screen readers.
    Span text = new Span(title, new Span(" "), note);
    text.addClassName("lane-name");
    return text;
  }

  void focusButton() {
    button.focus();
  }
}
