package io.hybridanomaly.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.hybridanomaly.ui.frame.HomeLink;
import io.hybridanomaly.ui.frame.MainLayout;
import jakarta.servlet.http.HttpServletResponse;

/** What stands at every address that leads nowhere. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found · Hybrid Time-Series Anomaly Detector")
final class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

  NotFoundView() {
    addClassNames("article", "not-found");
    HomeLink home = new HomeLink(new Text("Go to the detector"));
    add(
        new H1("There is nothing here"),
        new Paragraph(
            "This address is not part of the application: it may be mistyped, or the link that led"
                + " here may be old. Your data and results, if any, are still in the detector."),
        home);
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
