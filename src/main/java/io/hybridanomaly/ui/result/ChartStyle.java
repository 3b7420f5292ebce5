package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.ChartOptions;
import com.vaadin.flow.component.charts.model.AxisTitle;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DateTimeLabelFormats;
import com.vaadin.flow.component.charts.model.Lang;
import io.hybridanomaly.ui.base.Texts;
import java.text.DecimalFormatSymbols;

/** What all charts have in common: the page's colours in light and dark, and no animation. */
final class ChartStyle {

  /** Pixels for the labels of the value axis, the same in all charts so that their times align. */
  static final int LEFT_MARGIN = 56;

  private ChartStyle() {}

  /**
   * Sets a chart up.
   *
   * @param description what is drawn, for screen readers
   */
  static Configuration apply(Chart chart, String description) {
    Configuration configuration = chart.getConfiguration();
    configuration.getChart().setStyledMode(true);
    configuration.getChart().setAnimation(false);
    configuration.getChart().setSpacing(new Number[] {6, 4, 4, 4});
    configuration.getLegend().setEnabled(false);
    configuration.getAccessibility().setEnabled(true);
    configuration.getxAxis().setTitle(new AxisTitle(""));
    configuration.getyAxis().setTitle(new AxisTitle(""));
    chart.getElement().setAttribute("role", "group");
    chart.getElement().setAttribute("aria-label", description);
    chart.setWidthFull();
    chart.addAttachListener(event -> speak(ChartOptions.get(event.getUI())));
    chart.addAttachListener(
        event -> chart.getElement().executeJs("window.hybridCharts.dress(this)"));
    return configuration;
  }

  /** Numbers on axes have the separators of the rest of the page. */
  private static void speak(ChartOptions options) {
    if (options.getLang() == null) {
      DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Texts.locale());
      Lang lang = new Lang();
      lang.setDecimalPoint(String.valueOf(symbols.getDecimalSeparator()));
      lang.setThousandsSep(String.valueOf(symbols.getGroupingSeparator()));
      options.setLang(lang);
    }
  }

  /** Times on a 24-hour clock, whatever the browser's language. */
  static DateTimeLabelFormats timeLabels() {
    DateTimeLabelFormats formats = new DateTimeLabelFormats();
    formats.setSecond("%H:%M:%S");
    formats.setMinute("%H:%M");
    formats.setHour("%H:%M");
    formats.setDay("%e %b");
    formats.setWeek("%e %b");
    formats.setMonth("%b %Y");
    formats.setYear("%Y");
    return formats;
  }
}
