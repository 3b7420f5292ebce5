package io.hybridanomaly.ui.howitworks;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.hybridanomaly.lstm.TrainingPlan;
import io.hybridanomaly.ui.base.TextTable;
import io.hybridanomaly.ui.frame.HomeLink;

/** Explains the method to a reader who knows neither neural networks nor Benford's law. */
@Route("how-it-works")
@Menu(title = "How it works", order = 1)
@PageTitle("How it works · Hybrid Time-Series Anomaly Detector")
public final class HowItWorksView extends Div {

  /**
   * @param network of the visitor's settings
   */
  public HowItWorksView(ShownNetwork network) {
    addClassName("article");
    add(
        new H1("How it works"),
        new Paragraph(
            "Two witnesses look at your series, each for another kind of trouble. One knows its"
                + " rhythm, the other its digits. Both give every point a score; the scores are"
                + " fused into one, and stretches that stand out are shown as anomalies."));
    addWorkflow();
    addRhythm(network);
    addDigits();
    addFusion();
    addThreshold();
    addLimits();
    addReferences();
    add(new HomeLink(new Text("Back to the detector")));
  }

  private void addWorkflow() {
    OrderedList flow = new OrderedList();
    flow.addClassName("flow");
    step(flow, "File", "times and numbers are read and checked");
    step(flow, "Two witnesses", "windows for the network, leading digits for the law");
    step(flow, "Scores", "one of each for every point, 0 is the median");
    step(flow, "Fusion", "both become one score");
    step(flow, "Threshold", "from the false alarms you accept");
    step(flow, "Anomalies", "stretches above it, with reasons");
    add(new H2("From file to anomalies"), flow);
  }

  private static void step(OrderedList flow, String name, String what) {
    Span title = new Span(name);
    title.addClassName("step-name");
    flow.add(new ListItem(title, new Span(what)));
  }

  private void addRhythm(ShownNetwork network) {
    TrainingPlan plan = network.plan();
    add(
        new H2("The rhythm: an LSTM autoencoder"),
        new Paragraph(
            "The series is cut into overlapping windows, each about one cycle long: a day of taxi"
                + " rides, a heartbeat. A small neural network (stacked LSTM layers as encoder and"
                + " as decoder) has to describe each window with a handful of numbers and then to"
                + " draw it again from these alone."),
        new Paragraph(
            network.isExample()
                ? "With a window of %d points it looks like this:".formatted(plan.window())
                : "With your current window of %d points it looks like this:"
                    .formatted(plan.window())),
        new NetworkDiagram(plan),
        new Paragraph(
            "With so few numbers the network can only remember what the windows have in common. It"
                + " redraws the usual well and the unusual badly, so the difference between a"
                + " window and its drawing, and how rare that difference is, says how strange it"
                + " is. It is trained on your series, while you wait,"
                + " in at most %d epochs of at most %d small"
                    .formatted(plan.epochs(), TrainingPlan.STEPS_PER_EPOCH)
                + " steps; nothing of your series is kept afterwards. A second, equal network on"
                + " windows of half the length catches what is lost among the points of a long"
                + " one."));
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
            "Try it: a thousand numbers of different origin. The lines are the law, the bars what"
                + " the numbers have."),
        new BenfordFigure(),
        new Paragraph(
            "The law does not hold for every series. Temperatures or prices that stay within one"
                + " order of magnitude break it without anything being wrong. So the detector first"
                + " checks whether it applies: at least 500 values, nearly all of one sign or with"
                + " signs that alternate as in a ledger, spread"
                + " over at least one order of magnitude, and close to the law as a whole. Where it"
                + " does not apply, the digits have no say, and the result tells you why."),
        new Paragraph(
            "In a smooth series, such as the flow of a river, neighbouring values begin with the"
                + " same digits, and counting them tells little. There the detector also looks at"
                + " the steps between them. Nature knows no units: how large a step is, relative to"
                + " the value, does not depend on the leading digit. Where digits are made up"
                + " evenly, steps are too large after a 1 and too small after a 9."));
  }

  private void addFusion() {
    TextTable table = new TextTable("Mode", "Score of a point", "High where");
    table.add("Calibrated", "L + 2w · ln(1 + B)", "either, the digits by their weight w");
    table.add("Both must agree", "min(L, B)", "the network and the digits object");
    table.add("Either is enough", "max(L, B)", "the network or the digits object");
    table.add("Plain sum", "L + B", "either, even where the law does not apply");
    table.add("LSTM only", "L", "the network objects");
    table.add("Benford only", "B", "the digits object");
    table.add("Original formula", "z(error) + z(χ²)", "as the first version did, to compare");
    Div box = new Div(table);
    box.addClassName("formulas");
    add(
        new H2("The fusion"),
        new Paragraph(
            "The network is not alone: stretches of 10 to 160 points are compared with all others,"
                + " as they are and by their shape. Each of these views is turned into a surprise"
                + " under its own tail, so that they can be compared, and the surprises are put"
                + " together to L, 0 at a median point. B is the digits' score, 1 about one robust"
                + " deviation above the median. The weight w is 1 where Benford's law applies and 0"
                + " elsewhere, unless you set it."),
        box);
  }

  private void addThreshold() {
    OrderedList steps =
        new OrderedList(
            new ListItem(
                "The anomaly score says how rare a point is in this series: 4 means that one such"
                    + " point is expected among 10,000 ordinary ones. It is taken from the tail of"
                    + " the series' own scores, of which up to a tenth may be outliers. A single"
                    + " value far from its surroundings, or a value that stands still where it never"
                    + " does, counts by itself."),
            new ListItem(
                "The threshold follows from the sensitivity: each step is a rate of false alarms"
                    + " that one accepts on normal data. At sensitivity 5 it is 3.7,"
                    + " two in 10,000."),
            new ListItem(
                "Neighbouring points above it form an anomaly. One spike lifts the score of every"
                    + " window that touches it, so the anomaly is narrowed to the values that are"
                    + " abnormal themselves, unless it is their digits that are."),
            new ListItem(
                "An anomaly's severity says how far it is above the threshold, and its shares how"
                    + " much of the score came from either witness."));
    add(new H2("From scores to anomalies"), steps);
  }

  private void addLimits() {
    add(
        new H2("What it cannot do"),
        new Paragraph(
            "A series that is abnormal from its first to its last row has no normal part to learn"
                + " from. A flagged anomaly is a reason to look, not a proof of error or fraud; and"
                + " a quiet result does not prove that all is well."));
  }

  private void addReferences() {
    UnorderedList list = new UnorderedList();
    list.add(
        reference(
            "Malhotra and others: LSTM-based Encoder-Decoder for Multi-sensor Anomaly Detection"
                + " (2016)",
            "https://arxiv.org/abs/1607.00148"),
        reference(
            "Hochreiter and Schmidhuber: Long Short-Term Memory (1997)",
            "https://doi.org/10.1162/neco.1997.9.8.1735"),
        reference(
            "Srivastava, Mansimov, Salakhutdinov: Unsupervised Learning of Video Representations"
                + " using LSTMs (2015)",
            "https://arxiv.org/abs/1502.04681"),
        reference(
            "Hill: A Statistical Derivation of the Significant-Digit Law (1995)",
            "https://doi.org/10.1214/ss/1177009869"),
        reference(
            "Rosner: Percentage Points for a Generalized ESD Many-Outlier Procedure (1983)",
            "https://doi.org/10.1080/00401706.1983.10487848"),
        reference(
            "Hill: A Simple General Approach to Inference about the Tail of a Distribution (1975)",
            "https://doi.org/10.1214/aos/1176343247"),
        new ListItem("Nigrini: Benford's Law, Wiley (2012), doi:10.1002/9781119203094"));
    add(new H2("To read on"), list);
  }

  private static ListItem reference(String text, String address) {
    Anchor link = new Anchor(address, text);
    link.setTarget("_blank");
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return new ListItem(link);
  }
}
