package io.hybridanomaly.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.hybridanomaly.config.SecurityHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets only those scripts run that the server itself has put into the page: each page has a nonce
 * of its own, and its scripts bear it.
 */
@Component
class ScriptPolicy implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  private static final int NONCE_BYTES = 16;

  /** Vaadin puts the banner of its commercial components in when everybody else is done. */
  private static final String BANNER = "'sha256-VLPJicdxFLjuDrsyxemB6iiuaur0bcLrSsJ1sDWxd2o='";

  private static final String COMPILE = resource("compile.js");

  private final SecureRandom random = new SecureRandom();

  @Override
  public void serviceInit(ServiceInitEvent event) {
    if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
      event.addIndexHtmlRequestListener(this::protect);
    }
  }

  private void protect(IndexHtmlResponse page) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Element compile = new Element("script").appendChild(new DataNode(COMPILE));
    page.getDocument().head().prependChild(compile);
    page.getDocument().select("script").attr("nonce", nonce);
    page.getVaadinResponse()
        .setHeader(
            "Content-Security-Policy", SecurityHeaders.policy("'nonce-" + nonce + "' " + BANNER));
  }

  private static String resource(String name) {
    try (@Nullable InputStream in = ScriptPolicy.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
