/*
 * What is drawn over a chart so that no anomaly can be overlooked, however short it is: the line is
 * thick and red inside of it, a numbered marker stands above the chart, a strip below the markers
 * shows how severe it is, and the overview shows it too.
 */
const SVG = 'http://www.w3.org/2000/svg';
const LEAST_WIDTH = 10;
const LEAST_IN_OVERVIEW = 3;
const MARKER = { height: 15, least: 16, perDigit: 7, gap: 9 };
const STRIP = { height: 5, gap: 7 };
const DOT = 4;

let ids = 0;

function element(parent, name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  if (text !== undefined) {
    made.textContent = text;
  }
  parent.append(made);
  return made;
}

/** Where a stretch lies, in pixels, at least so wide; null if it is not in view. */
function pixels(axis, { from, to }, least) {
  const [left, right] = [axis.left, axis.left + axis.width];
  const start = axis.toPixels(from);
  const end = axis.toPixels(to);
  if (!(end >= left && start <= right)) {
    return null;
  }
  const width = Math.min(Math.max(Math.min(end, right) - Math.max(start, left), least), axis.width);
  const middle = (Math.max(start, left) + Math.min(end, right)) / 2;
  const x = Math.min(Math.max(middle - width / 2, left), right - width);
  return { x, width };
}

/** The curve once more, thick, cut to the anomalies. */
function highlight(layer, drawn, stretches) {
  // The line that is judged is drawn last, above the others.
  const graph = drawn.series
    .filter((series) => series.visible && series.graph && series.xAxis === drawn.xAxis[0])
    .pop()?.graph;
  if (!graph || stretches.length === 0) {
    return;
  }
  const { plotLeft, plotTop, plotHeight } = drawn;
  const id = `inside-anomalies-${ids++}`;
  const clip = element(layer, 'clipPath', { id });
  stretches.forEach(({ x, width }) =>
    element(clip, 'rect', { x: x - plotLeft, y: 0, width, height: plotHeight }),
  );
  element(layer, 'path', {
    d: graph.attr('d'),
    class: 'anomaly-line anomaly-mark',
    transform: `translate(${plotLeft},${plotTop})`,
    'clip-path': `url(#${id})`,
  });
}

function strip(layer, drawn, shown) {
  const { plotLeft, plotTop, plotWidth } = drawn;
  const y = plotTop - STRIP.gap;
  element(layer, 'rect', {
    x: plotLeft,
    y,
    width: plotWidth,
    height: STRIP.height,
    class: 'severity-strip',
  });
  shown.forEach(({ anomaly, x, width }) =>
    element(layer, 'rect', {
      x,
      y,
      width,
      height: STRIP.height,
      class: `severity-stretch severity-${anomaly.severity}`,
    }),
  );
}

/** The most severe come last, so that they lie on top; the others keep their number if it fits. */
function markers(layer, drawn, shown) {
  const y = drawn.plotTop - STRIP.gap - MARKER.gap - MARKER.height / 2;
  const taken = [];
  shown.forEach(({ anomaly, x, width }) => {
    const label = String(anomaly.number);
    const wide = Math.max(MARKER.least, LEAST_WIDTH + MARKER.perDigit * (label.length - 1));
    const middle = Math.min(
      Math.max(x + width / 2, drawn.plotLeft + wide / 2),
      drawn.plotLeft + drawn.plotWidth - wide / 2,
    );
    const free = taken.every((other) => Math.abs(other - middle) >= wide);
    const marker = element(layer, 'g', {
      class: `anomaly-mark marker severity-${anomaly.severity}${anomaly.selected ? ' selected' : ''}`,
      'data-place': (anomaly.from + anomaly.to) / 2,
    });
    if (!free) {
      layer.prepend(marker);
    }
    element(marker, 'title', {}, anomaly.title);
    element(marker, 'rect', {
      x: middle - wide / 2,
      y: y - MARKER.height / 2,
      width: wide,
      height: MARKER.height,
      rx: anomaly.severity === 'high' ? 3 : MARKER.height / 2,
    });
    if (free) {
      taken.push(middle);
      element(marker, 'text', { x: middle, y: y + 4, 'text-anchor': 'middle' }, label);
    }
  });
}

function overview(layer, drawn, anomalies) {
  const { navigator } = drawn;
  if (navigator?.xAxis) {
    anomalies.forEach((anomaly) => {
      const at = pixels(navigator.xAxis, anomaly, LEAST_IN_OVERVIEW);
      if (at) {
        element(layer, 'rect', {
          ...at,
          y: navigator.top,
          height: navigator.height,
          class: `in-overview severity-${anomaly.severity}`,
        });
      }
    });
  }
}

/** Points that stand out, such as those that the check of the data has found. */
function dots(layer, drawn, found) {
  const [x, y] = [drawn.xAxis[0], drawn.yAxis[0]];
  found
    .filter((dot) => dot.x >= x.min && dot.x <= x.max)
    .forEach((dot) =>
      element(layer, 'circle', {
        cx: x.toPixels(dot.x),
        cy: y.toPixels(dot.y),
        r: DOT,
        class: `dot dot-${dot.kind}`,
      }),
    );
}

/** Stretches without points are hatched; a style sheet cannot refer to a pattern of a chart. */
function hatch(layer, drawn) {
  const [axis] = drawn.xAxis;
  const missing = axis.plotLinesAndBands.filter((band) => band.options.className === 'missing');
  if (missing.length === 0) {
    return;
  }
  const id = `missing-hatch-${ids++}`;
  const pattern = element(layer, 'pattern', {
    id,
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  element(pattern, 'line', { x1: 0, x2: 0, y1: 0, y2: 6, class: 'hatch' });
  missing.forEach(({ options }) => {
    const at = pixels(axis, options, 1);
    if (at) {
      const { plotTop: y, plotHeight: height } = drawn;
      element(layer, 'rect', { ...at, y, height, fill: `url(#${id})` });
    }
  });
}

/** Draws the marks of a chart anew; one that is not drawn yet draws them when it is. */
export function drawMarks(chart) {
  const drawn = chart.configuration;
  const root = drawn?.container?.querySelector('svg');
  if (!root) {
    return;
  }
  root.querySelector('.marks')?.remove();
  const layer = element(root, 'g', { class: 'marks' });
  const { anomalies = [], found = [] } = chart.marks ?? {};
  const shown = anomalies
    .map((anomaly) => ({ anomaly, ...pixels(drawn.xAxis[0], anomaly, LEAST_WIDTH) }))
    .filter(({ width }) => width > 0);
  hatch(layer, drawn);
  highlight(layer, drawn, shown);
  if (chart.marks?.strip) {
    strip(layer, drawn, [...shown].reverse());
    markers(layer, drawn, shown);
  }
  overview(layer, drawn, [...anomalies].reverse());
  dots(layer, drawn, found);
}

/** Marks in place of those before: anomalies, the most severe first, and points that stand out. */
export function setMarks(chart, marks) {
  chart.marks = marks;
  drawMarks(chart);
}
