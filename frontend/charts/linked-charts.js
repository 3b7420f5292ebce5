/*
 * Keeps the time axes of the charts inside one element together: a zoom of one is a zoom of all.
 * The element then says which stretch is shown (event `range-shown`), so that the server can send
 * its points in detail.
 */
import styles from './chart.css?inline';

const LINKED = 'linked';
const SETTLE_MILLIS = 150;

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

const chartsIn = (host) => [...host.querySelectorAll('vaadin-chart')];
const drawnIn = (host) => chartsIn(host).filter((chart) => chart.configuration);

function dress(chart) {
  const root = chart.shadowRoot;
  if (root && !root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function setRange(chart, min, max) {
  chart.configuration.xAxis[0].setExtremes(min, max, true, false, { trigger: LINKED });
}

function announce(host) {
  clearTimeout(host.announceTimer);
  host.announceTimer = setTimeout(() => {
    const [first] = drawnIn(host);
    if (first) {
      const { min, max, dataMin, dataMax } = first.configuration.xAxis[0];
      host.toggleAttribute('zoomed', min > dataMin || max < dataMax);
      host.dispatchEvent(new CustomEvent('range-shown', { detail: { min, max } }));
    }
  }, SETTLE_MILLIS);
}

function link(host) {
  customElements.whenDefined('vaadin-chart').then(() => chartsIn(host).forEach(dress));
  if (host.linkedCharts) {
    return;
  }
  host.linkedCharts = true;
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
      announce(host);
    },
    true,
  );
}

/** Shows the stretch between two places of the axis; the whole series without them. */
function zoom(host, min, max) {
  drawnIn(host).forEach((chart) => setRange(chart, min ?? undefined, max ?? undefined));
  announce(host);
}

function setData(chart, index, data, redraw) {
  const series = chart.configuration?.series[index];
  if (series) {
    series.setData(data, redraw, false, false);
  }
}

window.hybridCharts = { link, zoom, setData };
