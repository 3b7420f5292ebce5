package io.hybridanomaly.ui.howitworks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.lstm.TrainingPlan;

/** The layers of the autoencoder in their order, with the shapes that a plan gives them. */
final class NetworkDiagram extends Div {

  private final OrderedList layers = new OrderedList();

  NetworkDiagram(TrainingPlan plan) {
    addClassName("network");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Layers of the autoencoder");
    int steps = plan.steps();
    int patch = plan.patch();
    String hidden = "%d layers of %d".formatted(TrainingPlan.LAYERS, TrainingPlan.HIDDEN);
    layer("io", "Window", shape(plan.window()), "values on a common scale");
    layer("io", "Patches", shape(steps, patch), "one LSTM step each");
    layer("encoder", "LSTM encoder", shape(steps, TrainingPlan.HIDDEN), hidden);
    layer("encoder", "Last state", shape(TrainingPlan.HIDDEN), "what it remembers");
    layer("code", "Code", shape(TrainingPlan.LATENT), "all that may pass");
    layer("decoder", "Repeated code", shape(steps, TrainingPlan.LATENT), "once for each step");
    layer("decoder", "LSTM decoder", shape(steps, TrainingPlan.HIDDEN), hidden);
    layer("decoder", "Linear", shape(steps, patch), "last patch first, then reversed");
    layer("io", "Reconstruction", shape(plan.window()), "compared with the window");
    add(layers);
  }

  private void layer(String kind, String name, String shape, String note) {
    Span title = new Span(name);
    title.addClassName("layer-name");
    Span size = new Span(shape);
    size.addClassName("layer-shape");
    Span remark = new Span(note);
    remark.addClassName("layer-note");
    ListItem item = new ListItem(title, size, remark);
    item.addClassNames("layer", "layer-" + kind);
    layers.add(item);
  }

  private static String shape(int size) {
    return "[" + size + "]";
  }

  private static String shape(int rows, int columns) {
    return "[" + rows + " × " + columns + "]";
  }
}
