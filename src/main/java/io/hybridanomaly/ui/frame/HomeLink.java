package io.hybridanomaly.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLink;

/** A link to the view at the root, whichever that is. */
public final class HomeLink extends RouterLink {

  /**
   * @param content of the link
   */
  public HomeLink(Component... content) {
    setRoute(RouteConfiguration.forSessionScope().getRoute("").orElseThrow());
    add(content);
  }
}
