/*
 * Keeps the time axes of the charts inside one element together: a zoom of one is a zoom of all.
 * The element then says which stretch is shown (event `range-shown`), so that the server can send
 * its points in detail.
 */
const LINKED = 'linked';
const SETTLE_MILLIS = 150;

const chartsIn = (host) => [...host.querySelectorAll('vaadin-chart')].filter((c) => c.configuration);
const timeAxis = (chart) => chart.configuration.xAxis[0];

function setRange(chart, min, max) {
  timeAxis(chart).setExtremes(min, max, true, false, { trigger: LINKED });
  // The reset button belongs to zooming with the mouse; the charts offer it in every case.
  const { configuration } = chart;
  if (!configuration.resetZoomButton && min !== undefined) {
    configuration.showResetZoom();
  }
}

function link(host) {
  if (host.linkedCharts) {
    return;
  }
  host.linkedCharts = true;
  let timer;
  host.addEventListener(
    'xaxes-extremes-set',
    (event) => {
      const { min, max, trigger, userMin, userMax } = event.detail.originalEvent;
      if (trigger === LINKED || trigger === undefined) {
        return;
      }
      chartsIn(host)
        .filter((chart) => chart !== event.target)
        .forEach((chart) => setRange(chart, userMin, userMax));
      announce(host, min, max);
    },
    true,
  );

  function announce(target, min, max) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      target.dispatchEvent(new CustomEvent('range-shown', { detail: { min, max } }));
    }, SETTLE_MILLIS);
  }
  host.announceRange = (min, max) => announce(host, min, max);
}

function zoom(host, min, max) {
  chartsIn(host).forEach((chart) => setRange(chart, min, max));
  if (host.announceRange) {
    host.announceRange(min, max);
  }
}

function setData(chart, index, data, redraw) {
  const { configuration } = chart;
  if (configuration && configuration.series[index]) {
    configuration.series[index].setData(data, redraw, false, false);
  }
}

window.hybridCharts = { link, zoom, setData };
