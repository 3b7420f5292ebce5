package io.hybridanomaly.ui.howitworks;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.hybridanomaly.ui.DetectorView;
import io.hybridanomaly.ui.MainLayout;

/** Explains the method to a reader who knows neither neural networks nor Benford's law. */
@Route(value = "how-it-works", layout = MainLayout.class)
@PageTitle("How it works · Hybrid Time-Series Anomaly Detector")
public final class HowItWorksView extends Div {

  public HowItWorksView() {
    addClassName("article");
    add(new H1("How it works"));
    add(
        new Paragraph(
            "Two witnesses look at your series, each for another kind of trouble. One knows its"
                + " rhythm, the other its digits. Both give every point a score; the scores are"
                + " fused into one, and stretches that stand out are shown as periods."));
    addRhythm();
    addDigits();
    addFusion();
    addThreshold();
    addLimits();
    addReferences();
    add(new RouterLink("Back to the detector", DetectorView.class));
  }

  private void addRhythm() {
    add(
        new H2("The rhythm: an LSTM autoencoder"),
        new Paragraph(
            "The series is cut into overlapping windows, each about one cycle long: a day of taxi"
                + " rides, a heartbeat. A small neural network (stacked LSTM layers as encoder and"
                + " as decoder) has to describe each window with a handful of numbers and then to"
                + " draw it again from these alone."),
        new Paragraph(
            "With so few numbers the network can only remember what the windows have in common. It"
                + " redraws the usual well and the unusual badly, so the difference between a"
                + " window and its drawing, and how rare that difference is, says how strange it"
                + " is. The network is trained on your series only, while you wait; nothing is"
                + " known of it beforehand and nothing is kept afterwards."));
  }

  private void addDigits() {
    add(
        new H2("The digits: Benford's law"),
        new Paragraph(
            "In many natural collections of numbers (payments, river flows, case counts) the first"
                + " digit is a 1 in 30 % of all cases and a 9 in fewer than 5 %: digit d has the"
                + " share log₁₀(1 + 1/d). Invented, capped or rounded numbers rarely keep to that."
                + " The detector compares the digits inside sliding windows with what the law, and"
                + " the rest of the same series, lead one to expect."),
        new Paragraph(
            "The law does not hold for every series. Temperatures or prices that stay within one"
                + " order of magnitude break it without anything being wrong. So the detector first"
                + " checks whether it applies: at least 500 values, nearly all positive, spread"
                + " over at least one order of magnitude, and close to the law as a whole. Where it"
                + " does not apply, the digits have no say, and the result tells you why."));
  }

  private void addFusion() {
    UnorderedList modes =
        new UnorderedList(
            new ListItem(
                "Calibrated (recommended): the sum, the digits only where the law applies."),
            new ListItem("Both must agree: high only where both scores are."),
            new ListItem("Either is enough: high where one of them is."),
            new ListItem("Plain sum: the digits count even where the law does not apply."),
            new ListItem("LSTM only and Benford only: one witness alone."),
            new ListItem(
                "Original formula: the method this application started from, whole, to compare."));
    add(
        new H2("The fusion"),
        new Paragraph(
            "Both scores are brought to one scale first: 0 is a typical point of this series."
                + " Then they are combined; you choose how:"),
        modes);
  }

  private void addThreshold() {
    OrderedList steps =
        new OrderedList(
            new ListItem("Every point has a fused score."),
            new ListItem(
                "The threshold follows from the sensitivity: each step is a rate of false alarms"
                    + " that one accepts on normal data."),
            new ListItem("Neighbouring points above it form a period."),
            new ListItem(
                "A period's severity says how far it is above the threshold, and its shares how"
                    + " much of the score came from either witness."));
    add(new H2("From scores to periods"), steps);
  }

  private void addLimits() {
    add(
        new H2("What it cannot do"),
        new Paragraph(
            "A series that is abnormal from its first to its last row has no normal part to learn"
                + " from. A flagged period is a reason to look, not a proof of error or fraud; and"
                + " a quiet result does not prove that all is well."));
  }

  private void addReferences() {
    UnorderedList list = new UnorderedList();
    list.add(
        reference(
            "Malhotra and others: LSTM-based Encoder-Decoder for Multi-sensor Anomaly Detection"
                + " (2016)",
            "https://arxiv.org/abs/1607.00148"));
    list.add(
        reference(
            "Hochreiter and Schmidhuber: Long Short-Term Memory (1997)",
            "https://doi.org/10.1162/neco.1997.9.8.1735"));
    list.add(
        reference(
            "Hill: A Statistical Derivation of the Significant-Digit Law (1995)",
            "https://doi.org/10.1214/ss/1177009869"));
    list.add(new ListItem("Nigrini: Benford's Law, Wiley (2012), doi:10.1002/9781119203094"));
    add(new H2("To read on"), list);
  }

  private static ListItem reference(String text, String address) {
    Anchor link = new Anchor(address, text);
    link.setTarget("_blank");
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return new ListItem(link);
  }
}
