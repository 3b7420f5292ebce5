package io.hybridanomaly.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * Answers addresses that lead nowhere with status 404. The page itself learns its address only
 * after it was loaded, so {@link NotFoundView} alone would come too late for that.
 */
@Component
class UnknownAddresses implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    RouteConfiguration routes =
        RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry());
    event.addIndexHtmlRequestListener(
        response -> {
          String path = response.getVaadinRequest().getPathInfo();
          String address = path == null ? "" : path.replaceFirst("^/", "");
          if (routes.getRoute(address).isEmpty()) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
          }
        });
  }
}
