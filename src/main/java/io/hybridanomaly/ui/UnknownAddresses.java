package io.hybridanomaly.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.hybridanomaly.config.PageFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UrlPathHelper;

/**
 * Answers addresses that lead nowhere with status 404 and a few lines of plain markup: the page
 * itself would learn its address only after it was loaded, and a visit would have begun for
 * nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class UnknownAddresses extends PageFilter implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  /** What Vaadin serves itself. */
  private static final String VAADIN = "/VAADIN/";

  /** Names the kind of a request to Vaadin. */
  private static final String VAADIN_KIND = "v-r";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Not found · Hybrid Time-Series Anomaly Detector</title></head>
      <body><main class="not-found"><h1>There is nothing here</h1>
      <p>This address is not part of the application: it may be mistyped, or the link that led here
      may be old. Your data and results, if any, are still in the detector.</p>
      <p><a href="{home}/">Go to the detector</a></p></main></body></html>
      """;

  private final transient UrlPathHelper paths = new UrlPathHelper();
  private volatile @Nullable RouteConfiguration routes;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    routes = RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isKnown(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("text/html;charset=utf-8");
    response.getWriter().write(PAGE.replace("{home}", request.getContextPath()));
  }

  private boolean isKnown(HttpServletRequest request) {
    RouteConfiguration pages = routes;
    String path = paths.getPathWithinApplication(request);
    return pages == null
        || path.startsWith(VAADIN)
        || request.getParameter(VAADIN_KIND) != null
        || pages.getRoute(path.replaceFirst("^/", "")).isPresent()
        || getClass().getResource("/META-INF/resources" + path) != null;
  }
}
