/*
 * Keeps the time axes of the charts inside one element together: a zoom of one is a zoom of all.
 * The element then says which stretch is shown (event `range-shown`), so that the server can send
 * its points in detail.
 */
import styles from './chart.css?inline';

const LINKED = 'linked';

/** While the stretch is dragged it changes with every movement: the server hears of it at a rest. */
const SETTLE_MILLIS = 120;

/** What changes the stretch once and is done. */
const AT_ONCE = 'zoom';
const CLICK_PIXELS = 4;

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

const chartsIn = (host) => [...host.querySelectorAll('vaadin-chart')];
const drawnIn = (host) => chartsIn(host).filter((chart) => chart.configuration);

/** Gives a chart the page's colours. */
function dress(chart) {
  customElements.whenDefined('vaadin-chart').then(() => {
    const root = chart.shadowRoot;
    if (root && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  });
}

function setRange(chart, min, max) {
  chart.configuration.xAxis[0].setExtremes(min, max, true, false, { trigger: LINKED });
}

function announce(host, millis) {
  clearTimeout(host.announceTimer);
  host.announceTimer = setTimeout(() => {
    const [first] = drawnIn(host);
    if (first) {
      const { min, max, dataMin, dataMax } = first.configuration.xAxis[0];
      host.toggleAttribute('zoomed', min > dataMin || max < dataMax);
      host.dispatchEvent(new CustomEvent('range-shown', { detail: { min, max } }));
    }
  }, millis);
}

function link(host) {
  if (host.linkedCharts) {
    return;
  }
  host.linkedCharts = true;
  chartsIn(host).forEach((chart) => listenForClicks(host, chart));
  host.addEventListener('chart-selection', (event) => markInstead(host, event), true);
  host.addEventListener(
    'xaxes-extremes-set',
    (event) => {
      const { trigger, userMin, userMax } = event.detail.originalEvent;
      // Without a trigger nobody asked: the chart has only taken new points in.
      if (trigger === LINKED || trigger === undefined) {
        return;
      }
      drawnIn(host)
        .filter((chart) => chart !== event.target)
        .forEach((chart) => setRange(chart, userMin, userMax));
      announce(host, trigger === AT_ONCE ? 0 : SETTLE_MILLIS);
    },
    true,
  );
}

/** With the attribute `marking` a drag says which stretch it covers, and does not zoom. */
function markInstead(host, event) {
  const selection = event.detail.originalEvent;
  if (host.hasAttribute('marking') && selection?.xAxis?.[0]) {
    const { min, max } = selection.xAxis[0];
    selection.preventDefault();
    host.dispatchEvent(new CustomEvent('stretch-marked', { detail: { min, max } }));
  }
}

/** Says which place of the time axis was clicked, unless the click ended a drag. */
function listenForClicks(host, chart) {
  let start = 0;
  chart.addEventListener('pointerdown', (event) => {
    start = event.clientX;
  });
  chart.addEventListener('click', (event) => {
    const drawn = chart.configuration;
    if (!drawn || Math.abs(event.clientX - start) > CLICK_PIXELS) {
      return;
    }
    const box = drawn.container.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    if (drawn.isInsidePlot(x - drawn.plotLeft, y - drawn.plotTop)) {
      const place = drawn.xAxis[0].toValue(x);
      host.dispatchEvent(new CustomEvent('point-clicked', { detail: { place } }));
    }
  });
}

/** Shows the stretch between two places of the axis; the whole series without them. */
function zoom(host, min, max) {
  drawnIn(host).forEach((chart) => setRange(chart, min ?? undefined, max ?? undefined));
  announce(host, 0);
}

function setData(chart, index, data, visible, redraw) {
  const series = chart.configuration?.series[index];
  if (series) {
    series.setData(data, false, false, false);
    if (series.visible !== visible) {
      series.setVisible(visible, false);
    }
    if (redraw) {
      chart.configuration.redraw(false);
    }
  }
}

/** Bands in place of those before; the chart itself is not drawn again. */
function setBands(chart, bands) {
  const axis = chart.configuration?.xAxis[0];
  if (axis) {
    axis.options.plotBands = [];
    axis.userOptions.plotBands = [];
    [...axis.plotLinesAndBands]
      .filter((drawn) => drawn.options.from !== undefined)
      .forEach((drawn) => drawn.destroy());
    bands.forEach((band) => axis.addPlotBand({ ...band, zIndex: 1 }));
  }
}

/** A horizontal line in place of the one before. */
function setLevel(chart, text, value) {
  const axis = chart.configuration?.yAxis[0];
  if (axis) {
    axis.options.plotLines = [];
    axis.userOptions.plotLines = [];
    [...axis.plotLinesAndBands].forEach((drawn) => drawn.destroy());
    axis.options.softMax = value * 1.1;
    axis.addPlotLine({ value, className: 'level', zIndex: 4, label: { text } });
    axis.isDirty = true;
    chart.configuration.redraw(false);
  }
}

window.hybridCharts = { dress, link, zoom, setData, setBands, setLevel };
