package io.hybridanomaly.ui;

import com.vaadin.flow.component.UI;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.store.ResultLinks;
import io.hybridanomaly.ui.base.VisitorLinks;

/**
 * What the server keeps of a visitor.
 *
 * @param jobs those of all visitors
 * @param links those of all visitors
 */
record VisitorData(StoredJobs jobs, ResultLinks links) {

  /** Deletes all of it and begins a new visit: files and results go with the old one. */
  void delete() {
    jobs.deleteAll(Visitor.id());
    VisitorLinks.giveUp(
        UI.getCurrent().getElement(),
        made -> {
          made.forEach(links::delete);
          beginAnew();
        });
  }

  private static void beginAnew() {
    UI page = UI.getCurrent();
    page.getPage()
        .executeJs(
            "window.hybridContact.remember(null); setTimeout(() => location.assign(document.baseURI))");
    page.getSession().getSession().invalidate();
  }
}
