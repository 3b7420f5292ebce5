package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import io.hybridanomaly.export.CsvDialect;
import org.jspecify.annotations.Nullable;

/** Which CSV a visitor wants; it holds for all downloads of the visit. */
public final class CsvChoice extends Select<CsvDialect> {

  /** Another dialect was chosen somewhere on a page. */
  private static final class Chosen extends ComponentEvent<UI> {
    private Chosen(UI page) {
      super(page, false);
    }
  }

  private @Nullable Registration others;

  public CsvChoice() {
    setId("csv-format");
    setLabel("CSV files");
    setItems(CsvDialect.values());
    setItemLabelGenerator(CsvDialect::title);
    setValue(CsvDialect.COMMA);
    addValueChangeListener(event -> getUI().ifPresent(page -> choose(page, event.getValue())));
  }

  private static void choose(UI page, CsvDialect dialect) {
    if (dialect != of(page.getSession())) {
      page.getSession().setAttribute(CsvDialect.class, dialect);
      ComponentUtil.fireEvent(page, new Chosen(page));
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    UI page = event.getUI();
    setValue(of(page.getSession()));
    others =
        ComponentUtil.addListener(page, Chosen.class, chosen -> setValue(of(page.getSession())));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    super.onDetach(event);
    if (others != null) {
      others.remove();
    }
  }

  /**
   * What is chosen.
   *
   * @param session of the visitor, locked
   */
  public static CsvDialect of(VaadinSession session) {
    CsvDialect chosen = session.getAttribute(CsvDialect.class);
    return chosen == null ? CsvDialect.COMMA : chosen;
  }
}
