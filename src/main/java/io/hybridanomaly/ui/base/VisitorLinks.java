package io.hybridanomaly.ui.base;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import io.hybridanomaly.store.ResultLinks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The links that the visitor has made, with the keys that delete them. The visit knows its own; the
 * browser remembers those of earlier visits too.
 */
public final class VisitorLinks {

  private final Map<String, String> keys = new LinkedHashMap<>();

  private VisitorLinks() {}

  /**
   * Remembers a link of the visitor whose page is being changed.
   *
   * @param page an element of it
   */
  public static void add(Element page, ResultLinks.Made made) {
    known().keys.put(made.token(), made.key());
    page.executeJs("window.hybridContact.own($0, $1)", made.token(), made.key());
  }

  /** Forgets a link that is deleted. */
  public static void remove(Element page, ResultLinks.Made made) {
    known().keys.remove(made.token());
    page.executeJs("window.hybridContact.disown($0)", made.token());
  }

  /**
   * Looks whether the visitor has a key to a link.
   *
   * @param page an element of the page that asks
   * @param onFound hears it if so, now or soon; the key may be wrong
   */
  public static void find(Element page, String token, Consumer<ResultLinks.Made> onFound) {
    String key = known().keys.get(token);
    if (key != null) {
      onFound.accept(new ResultLinks.Made(token, key));
      return;
    }
    page.executeJs("return window.hybridContact.keyOf($0)", token)
        .then(
            String.class,
            remembered ->
                Optional.ofNullable(remembered)
                    .ifPresent(found -> onFound.accept(new ResultLinks.Made(token, found))));
  }

  /**
   * Gives all links up that the visit or the browser knows.
   *
   * @param page an element of the page that asks
   * @param onGiven takes them soon
   */
  public static void giveUp(Element page, Consumer<List<ResultLinks.Made>> onGiven) {
    page.executeJs("return window.hybridContact.giveUpLinks()")
        .then(
            String.class,
            lines -> onGiven.accept(given(lines)),
            problem -> onGiven.accept(given("")));
  }

  /** Those of the visit and those in lines of a token and a key. */
  private static List<ResultLinks.Made> given(String lines) {
    Map<String, String> all = new LinkedHashMap<>(known().keys);
    known().keys.clear();
    lines
        .lines()
        .map(line -> line.split(" "))
        .filter(link -> link.length == 2)
        .forEach(link -> all.put(link[0], link[1]));
    return all.entrySet().stream()
        .map(link -> new ResultLinks.Made(link.getKey(), link.getValue()))
        .toList();
  }

  private static VisitorLinks known() {
    VaadinSession session = VaadinSession.getCurrent();
    if (session.getAttribute(VisitorLinks.class) == null) {
      session.setAttribute(VisitorLinks.class, new VisitorLinks());
    }
    return session.getAttribute(VisitorLinks.class);
  }
}
