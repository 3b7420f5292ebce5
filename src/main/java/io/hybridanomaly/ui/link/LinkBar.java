package io.hybridanomaly.ui.link;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.export.SessionFile;
import io.hybridanomaly.store.ResultLinks;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.VisitorLinks;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes a link to what is shown, if the visitor wants one: nothing is public by itself. Until then
 * the result is known to this visit only.
 */
public final class LinkBar extends Div {

  /** Before the token in the address of a stored result. */
  public static final String PATH = "r/";

  private static final String SERVER_BUSY =
      "The server has too much to do to store the result. Please try again in a minute.";

  private final ResultLinks links;
  private final Analyses analyses;
  private final Supplier<Session> session;
  private final Consumer<String> onProblem;
  private final NativeButton make = new NativeButton("Make a link", click -> make());
  private final NativeButton delete = new NativeButton("Delete the link now", click -> delete());
  private final Anchor link = new Anchor();
  private final Span note = new Span();
  private Optional<String> shown = Optional.empty();
  private Optional<ResultLinks.Made> own = Optional.empty();

  /** What became of storing a result. */
  private sealed interface Stored {
    record Under(ResultLinks.Made made) implements Stored {}

    record Refused(String message) implements Stored {}
  }

  /**
   * @param links keeps results
   * @param analyses stores them in the background
   * @param session all that there is at the moment
   * @param onProblem hears why there is no link, in one sentence
   */
  public LinkBar(
      ResultLinks links, Analyses analyses, Supplier<Session> session, Consumer<String> onProblem) {
    this.links = links;
    this.analyses = analyses;
    this.session = session;
    this.onProblem = onProblem;
    addClassName("export-bar");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Link to this result");
    make.setId("make-link");
    make.addClassName("export-link");
    delete.setId("delete-link");
    delete.addClassName("export-link");
    link.setId("result-link");
    note.getElement().setAttribute("role", "status");
    add(new Span("Share"), make, note);
  }

  /** Shows a link that leads here already; whoever has made it may delete it. */
  public void showLink(String token) {
    shown = Optional.of(token);
    own = Optional.empty();
    remove(delete);
    point(link, token);
    note.setText(
        "Whoever has this link can open the result until it expires, after %d days."
            .formatted(links.keep().toDays()));
    add(link, note);
    make.setText("Make a new link");
    VisitorLinks.find(getElement(), token, this::mayDelete);
  }

  private void mayDelete(ResultLinks.Made made) {
    // The browser may answer when another link is shown already.
    if (shown.filter(made.token()::equals).isPresent() && links.isOwner(made)) {
      own = Optional.of(made);
      add(link, delete, note);
    }
  }

  /** Lets an anchor show a link and lead to it. */
  static void point(Anchor anchor, String token) {
    String path = PATH + token;
    anchor.setHref(path);
    anchor.setText(path);
    anchor
        .getElement()
        .executeJs(
            "this.href = new URL($0, document.baseURI).href; this.textContent = this.href;", path);
  }

  private void make() {
    Session now = session.get();
    make.setEnabled(false);
    boolean counted = analyses.count(() -> store(now), this::show);
    if (!counted) {
      show(new Stored.Refused(SERVER_BUSY));
    }
  }

  private Stored store(Session now) {
    try {
      return new Stored.Under(links.make(SessionFile.write(now)));
    } catch (ResultLinks.FullException e) {
      return new Stored.Refused(String.valueOf(e.getMessage()));
    }
  }

  private void show(Stored stored) {
    make.setEnabled(true);
    switch (stored) {
      case Stored.Under under -> {
        VisitorLinks.add(getElement(), under.made());
        showLink(under.made().token());
        address(PATH + under.made().token());
      }
      case Stored.Refused refused -> onProblem.accept(refused.message());
    }
  }

  private void delete() {
    own.ifPresent(
        made -> {
          links.delete(made);
          VisitorLinks.remove(getElement(), made);
          own = Optional.empty();
          shown = Optional.empty();
          remove(link, delete);
          make.setText("Make a link");
          note.setText("The link is deleted: it opens nothing any more.");
          address("");
        });
  }

  /** The address bar shows the link, so that a reload and a second tab open the same. */
  private void address(String path) {
    getUI().ifPresent(page -> show(page, path));
  }

  /** Shows the address of a link. */
  public static void showAddress(UI page, String token) {
    show(page, PATH + token);
  }

  private static void show(UI page, String path) {
    page.getPage().getHistory().replaceState(null, path);
  }
}
