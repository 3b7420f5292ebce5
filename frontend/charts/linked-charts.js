/*
 * Keeps the time axes of the charts inside one element together: a zoom of one is a zoom of all.
 * The element then says which stretch is shown (event `range-shown`), so that the server can send
 * its points in detail.
 */
import styles from './chart.css?inline';
import { drawMarks, setMarks } from './marks.js';
import { hoverOver, tell } from './hover.js';

const LINKED = 'linked';

/** While the stretch is dragged it changes with every movement: the server hears of it at a rest. */
const SETTLE_MILLIS = 120;

/** What changes the stretch once and is done. */
const AT_ONCE = 'zoom';
const CLICK_PIXELS = 4;

/** How far above a line the axis goes at least, so that the line's label is in the chart. */
const ROOM_FOR_LABEL = 1.3;

/** A turn of the wheel by this many pixels doubles or halves the stretch. */
const WHEEL_PIXELS = 400;

/** The line between two points cannot be looked at any closer than this share of the data. */
const LEAST_SHARE = 1e-5;

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

const chartsIn = (host) => [...host.querySelectorAll('vaadin-chart')];
const drawnIn = (host) => chartsIn(host).filter((chart) => chart.configuration);

/** Gives a chart the page's colours, and draws the marks over it. */
function dress(chart) {
  customElements.whenDefined('vaadin-chart').then(() => {
    const root = chart.shadowRoot;
    if (root && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  });
  if (!chart.dressed) {
    chart.dressed = true;
    // A chart says so before it can be asked about itself.
    chart.addEventListener('chart-load', () => requestAnimationFrame(() => drawMarks(chart)));
    chart.addEventListener('chart-redraw', () => drawMarks(chart));
  }
}

/** No chart shows a time before its first or after its last point, however it was zoomed. */
function within(axis, min, max) {
  const { dataMin, dataMax } = axis;
  if (min === undefined || max === undefined || !(dataMax > dataMin)) {
    return [undefined, undefined];
  }
  const length = Math.min(Math.max(max - min, LEAST_SHARE * (dataMax - dataMin)), dataMax - dataMin);
  const from = Math.min(Math.max(min, dataMin), dataMax - length);
  return [from, from + length];
}

function setRange(chart, min, max) {
  const axis = chart.configuration.xAxis[0];
  axis.setExtremes(...within(axis, min, max), true, false, { trigger: LINKED });
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
  hoverOver(host);
  host.addEventListener('chart-selection', (event) => markInstead(host, event), true);
  host.addEventListener('wheel', (event) => turnWheel(host, event), { passive: false });
  host.addEventListener('dblclick', (event) => placeUnder(host, event) && zoom(host));
  host.addEventListener(
    'xaxes-extremes-set',
    (event) => {
      const { trigger, userMin, userMax } = event.detail.originalEvent;
      // Without a trigger nobody asked: the chart has only taken new points in.
      if (trigger === LINKED || trigger === undefined) {
        return;
      }
      const axis = event.target.configuration.xAxis[0];
      const [min, max] = within(axis, userMin, userMax);
      const left = min !== userMin || max !== userMax;
      drawnIn(host)
        .filter((chart) => left || chart !== event.target)
        .forEach((chart) => setRange(chart, min, max));
      announce(host, trigger === AT_ONCE ? 0 : SETTLE_MILLIS);
    },
    true,
  );
}

/** The chart under a pointer and the place of its time axis; nothing outside of the lines. */
function placeUnder(host, event) {
  const chart = drawnIn(host).find((drawn) => event.composedPath().includes(drawn));
  if (!chart) {
    return null;
  }
  const { container, plotLeft, plotTop, xAxis } = chart.configuration;
  const box = container.getBoundingClientRect();
  const x = event.clientX - box.left;
  const y = event.clientY - box.top;
  return chart.configuration.isInsidePlot(x - plotLeft, y - plotTop)
    ? { chart, place: xAxis[0].toValue(x) }
    : null;
}

/** The place under the pointer stays where it is. */
function turnWheel(host, event) {
  const under = placeUnder(host, event);
  if (!under) {
    return;
  }
  event.preventDefault();
  const { min, max } = under.chart.configuration.xAxis[0];
  const factor = 2 ** (event.deltaY / WHEEL_PIXELS);
  const from = under.place - (under.place - min) * factor;
  const to = under.place + (max - under.place) * factor;
  drawnIn(host).forEach((chart) => setRange(chart, from, to));
  announce(host, SETTLE_MILLIS);
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
    if (!chart.configuration || Math.abs(event.clientX - start) > CLICK_PIXELS) {
      return;
    }
    const marker = event.composedPath()[0]?.closest?.('[data-place]');
    const place = marker ? Number(marker.dataset.place) : placeUnder(host, event)?.place;
    if (place !== undefined) {
      host.dispatchEvent(new CustomEvent('point-clicked', { detail: { place } }));
    }
  });
}

/** A result that takes the place of a preliminary one shows the same stretch from the start. */
function zoomWhenDrawn(host, chart, min, max) {
  const load = () =>
    requestAnimationFrame(() => {
      setRange(chart, min ?? undefined, max ?? undefined);
      announce(host, 0);
    });
  chart.addEventListener('chart-load', load, { once: true });
}

/** Shows the stretch between two places of the axis; the whole series without them. */
function zoom(host, min, max) {
  chartsIn(host)
    .filter((chart) => !chart.configuration)
    .forEach((chart) => zoomWhenDrawn(host, chart, min, max));
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
    drawMarks(chart);
  }
}

/** A horizontal line in place of the one before. */
function setLevel(chart, text, value) {
  const axis = chart.configuration?.yAxis[0];
  if (axis) {
    axis.options.plotLines = [];
    axis.userOptions.plotLines = [];
    [...axis.plotLinesAndBands].forEach((drawn) => drawn.destroy());
    axis.options.softMax = value * ROOM_FOR_LABEL;
    axis.addPlotLine({ value, className: 'level', zIndex: 4, label: { text } });
    axis.isDirty = true;
    chart.configuration.redraw(false);
  }
}

window.hybridCharts = { dress, link, zoom, setData, setBands, setMarks, setLevel, tell };
