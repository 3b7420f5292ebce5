package io.hybridanomaly.ui.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every view: the name, the menu, and the colour scheme. Views that want to be in the
 * menu say so themselves, by {@link com.vaadin.flow.router.Menu}. The style sheets stand here in
 * the order in which they count, and not in one that imports the others: a build looks for changes
 * in what is named here only, and keeps the page as it is without any.
 */
@CssImport("./styles/frame.css")
@CssImport("./styles/contact.css")
@CssImport("./styles/severity.css")
@CssImport("./styles/data.css")
@CssImport("./styles/settings.css")
@CssImport("./styles/charts.css")
@CssImport("./styles/anomalies.css")
@CssImport("./styles/article.css")
@CssImport("./styles/chat.css")
@CssImport("./styles/workbench.css")
@CssImport("./styles/trust.css")
@CssImport("./styles/ledger.css")
@CssImport("./styles/overview.css")
@CssImport("./styles/touch.css")
@JsModule("./layout/covered.js")
@JsModule("./layout/contact.js")
@Layout
@PreserveOnRefresh
public final class MainLayout extends Div implements RouterLayout {

  /** The page names itself in this parameter of a request when it is left. */
  public static final String LEFT = "tab-left";

  private final Main content = new Main();
  private final ColorSchemeSelect colorScheme = new ColorSchemeSelect();

  public MainLayout() {
    addClassName("app");
    Span mark = new Span();
    mark.addClassName("app-mark");
    mark.getElement().setAttribute("aria-hidden", "true");
    HomeLink home = new HomeLink(mark, new Span("Hybrid Anomaly Detector"));
    home.addClassName("app-name");
    Nav nav = new Nav();
    MenuConfiguration.getMenuEntries().forEach(entry -> nav.add(link(entry)));
    Header header = new Header(home, nav, colorScheme);
    header.addClassName("app-header");
    Anchor skip = new Anchor("#content", "Skip to the content");
    skip.addClassName("skip-link");
    skip.setRouterIgnore(true);
    content.setId("content");
    content.addClassName("app-content");
    add(skip, header, content);
  }

  /** A link whose id is the address of its view. */
  private static RouterLink link(MenuEntry entry) {
    RouterLink link = new RouterLink(entry.title(), entry.menuClass());
    link.setId(entry.path().replaceFirst("^/", ""));
    return link;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    colorScheme.restore();
    getElement().executeJs("window.hybridContact.visit($0, $1)", LEFT, event.getUI().getUIId());
  }

  @Override
  public void showRouterLayoutContent(@Nullable HasElement view) {
    content.getElement().removeAllChildren();
    if (view != null) {
      leaveOtherPage((Component) view);
      content.getElement().appendChild(view.getElement());
    }
  }

  /**
   * Where another address is typed into a tab, the view that lives as long as the tab is still part
   * of the page before.
   */
  private static void leaveOtherPage(Component view) {
    view.getUI()
        .filter(page -> page != UI.getCurrent())
        .ifPresent(
            page -> {
              Component layout = view;
              while (layout.getParent().isPresent() && layout.getParent().get() != page) {
                layout = layout.getParent().get();
              }
              view.getElement().removeFromTree(false);
              layout.getElement().removeFromParent();
              // Dialogs that are open come along, as with a reload.
              UI.getCurrent().getInternals().moveElementsFrom(page);
              page.close();
            });
  }
}
