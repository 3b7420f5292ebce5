package io.hybridanomaly.ui.link;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** Below a running detection: lets it go on without the visitor, who gets a link to it. */
public final class KeepBar extends Div {

  private final NativeButton keep = new NativeButton("Keep running and give me a link");
  private final Anchor link = new Anchor();
  private final Span note =
      new Span(
          "It goes on when you close this page. Whoever has the link can follow it, cancel it and"
              + " open its result:");

  /**
   * @param onKeep hears that it is to go on
   */
  public KeepBar(Runnable onKeep) {
    addClassNames("export-bar", "keep-bar");
    keep.setId("keep-running");
    keep.addClassName("export-link");
    keep.addClickListener(click -> onKeep.run());
    link.setId("run-link");
    note.getElement().setAttribute("role", "status");
    add(keep, note, link);
    show(false, Optional.empty());
  }

  /**
   * Shows what can be done.
   *
   * @param possible whether a detection runs that has a link
   * @param kept the token of the link, once it is wanted
   */
  public void show(boolean possible, Optional<String> kept) {
    setVisible(possible);
    keep.setVisible(kept.isEmpty());
    note.setVisible(kept.isPresent());
    link.setVisible(kept.isPresent());
    kept.ifPresent(token -> LinkBar.point(link, token));
  }
}
