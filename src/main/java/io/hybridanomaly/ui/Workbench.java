package io.hybridanomaly.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.EnumMap;
import java.util.Map;

/**
 * Three panes side by side. The outer ones can be resized, with the mouse or with the arrow keys on
 * the line between them, and folded; the browser remembers that for its tab. On a phone they are
 * tabs.
 */
@JsModule("./layout/workbench.js")
final class Workbench extends Div {

  /** What the panes are for, from left to right. */
  enum Pane {
    DATA("data", "Data & settings"),
    RESULT("result", "Result"),
    CHAT("chat", "Anomalies & chat");

    private final String key;
    private final String title;

    Pane(String key, String title) {
      this.key = key;
      this.title = title;
    }
  }

  private final Tabs tabs = new Tabs();
  private final Map<Pane, Tab> tabOf = new EnumMap<>(Pane.class);

  /**
   * @param notice above everything else, such as an error
   */
  Workbench(Component notice, Component data, Component result, Component chat) {
    addClassName("workbench");
    tabs.addClassName("pane-tabs");
    tabs.getElement().setAttribute("aria-label", "Parts of the workbench");
    for (Pane pane : Pane.values()) {
      Tab tab = new Tab(pane.title);
      tabOf.put(pane, tab);
      tabs.add(tab);
    }
    tabs.addSelectedChangeListener(event -> showSelectedTab());
    showSelectedTab();
    Div panes =
        new Div(
            pane(Pane.DATA, data),
            divider(Pane.DATA),
            pane(Pane.RESULT, result),
            divider(Pane.CHAT),
            pane(Pane.CHAT, chat));
    panes.addClassName("panes");
    add(tabs, notice, panes);
    addAttachListener(event -> getElement().executeJs("window.hybridWorkbench.init(this)"));
  }

  /** Brings a pane into view: its tab on a phone, unfolded elsewhere. */
  void show(Pane pane) {
    tabs.setSelectedTab(tabOf.get(pane));
    getElement().executeJs("window.hybridWorkbench.show(this, $0)", pane.key);
  }

  private void showSelectedTab() {
    tabOf.forEach(
        (pane, tab) -> {
          if (tab.equals(tabs.getSelectedTab())) {
            getElement().setAttribute("data-pane", pane.key);
          }
        });
  }

  private static Section pane(Pane pane, Component content) {
    Section section = new Section(content);
    section.setId("pane-" + pane.key);
    section.addClassNames("pane", "pane-" + pane.key);
    section.getElement().setAttribute("aria-label", pane.title);
    return section;
  }

  /** The line beside an outer pane: drags it wider, folds it away, and brings it back. */
  private static Div divider(Pane pane) {
    Div line = new Div();
    line.addClassName("splitter");
    line.getElement().setAttribute("role", "separator");
    line.getElement().setAttribute("aria-orientation", "vertical");
    line.getElement().setAttribute("aria-controls", "pane-" + pane.key);
    line.getElement().setAttribute("aria-label", "Width of " + pane.title);
    line.getElement().setAttribute("tabindex", "0");
    Span arrow = new Span();
    arrow.addClassName("arrow");
    arrow.getElement().setAttribute("aria-hidden", "true");
    Span label = new Span(pane.title);
    label.addClassName("fold-label");
    NativeButton fold = new NativeButton();
    fold.add(arrow, label);
    fold.addClassName("fold");
    fold.getElement().setAttribute("aria-controls", "pane-" + pane.key);
    fold.getElement().setAttribute("title", "Fold or unfold: " + pane.title);
    Div divider = new Div(line, fold);
    divider.addClassNames("divider", "divider-" + pane.key);
    divider.getElement().setAttribute("data-for", pane.key);
    return divider;
  }
}
