/*
 * What is known of the point under the pointer, or of the one that the arrow keys have reached. The
 * line through it runs through all charts of one element. The element says which place is meant
 * (event `place-hovered`) or how far to go (`point-stepped`); the server answers with the texts, so
 * that a number reads the same here as anywhere else.
 */
const REST_MILLIS = 30;
const AWAY = 14;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20 };
const ZOOMS = { '+': 'Zoom in', '=': 'Zoom in', '-': 'Zoom out' };

const chartsIn = (host) =>
  [...host.querySelectorAll('vaadin-chart')].filter((chart) => chart.configuration);

function tipOf(host) {
  let tip = host.querySelector(':scope > .chart-tip');
  if (!tip) {
    tip = document.createElement('div');
    tip.className = 'chart-tip';
    tip.setAttribute('role', 'status');
    tip.hidden = true;
    host.append(tip);
  }
  return tip;
}

/** A line through a place of the time axis in every chart; without a place none. */
function cross(host, place) {
  chartsIn(host).forEach((chart) => {
    const { container, xAxis, plotTop, plotHeight } = chart.configuration;
    const root = container.querySelector('svg');
    root.querySelector('.cross')?.remove();
    const [axis] = xAxis;
    if (place !== undefined && place >= axis.min && place <= axis.max) {
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      const x = axis.toPixels(place);
      line.setAttribute('class', 'cross');
      line.setAttribute('d', `M${x} ${plotTop}V${plotTop + plotHeight}`);
      root.append(line);
    }
  });
}

function hide(host) {
  clearTimeout(host.hoverTimer);
  host.hovered = undefined;
  tipOf(host).hidden = true;
  cross(host);
}

function move(host, event) {
  if (event.pointerType === 'touch' || event.buttons !== 0) {
    return;
  }
  const chart = chartsIn(host).find((drawn) => event.composedPath().includes(drawn));
  if (!chart) {
    hide(host);
    return;
  }
  const { container, plotLeft, plotTop, xAxis } = chart.configuration;
  const box = container.getBoundingClientRect();
  const x = event.clientX - box.left;
  if (!chart.configuration.isInsidePlot(x - plotLeft, event.clientY - box.top - plotTop)) {
    hide(host);
    return;
  }
  host.hovered = { x: event.clientX, y: event.clientY };
  const place = xAxis[0].toValue(x);
  cross(host, place);
  clearTimeout(host.hoverTimer);
  host.hoverTimer = setTimeout(
    () => host.dispatchEvent(new CustomEvent('place-hovered', { detail: { place } })),
    REST_MILLIS,
  );
}

/** Where the arrow keys have led to: beside the point in the first chart. */
function besidePoint(host, place) {
  const [chart] = chartsIn(host);
  const { container, plotTop, xAxis } = chart.configuration;
  const box = container.getBoundingClientRect();
  return { x: box.left + xAxis[0].toPixels(place), y: box.top + plotTop };
}

/** Shows the texts about a place: pairs of a name and a value. The pointer may have left. */
export function tell(host, place, facts, byKey) {
  if (!byKey && !host.hovered) {
    return;
  }
  const tip = tipOf(host);
  tip.replaceChildren(
    ...facts.map(([name, value, kind]) => {
      const row = document.createElement('div');
      row.className = kind ? `tip-row ${kind}` : 'tip-row';
      const key = document.createElement('span');
      key.textContent = name;
      const text = document.createElement('span');
      text.textContent = value;
      row.append(key, text);
      return row;
    }),
  );
  cross(host, place);
  tip.hidden = false;
  const at = byKey ? besidePoint(host, place) : host.hovered;
  const { width, height } = tip.getBoundingClientRect();
  const right = at.x + AWAY + width < window.innerWidth;
  tip.style.left = `${right ? at.x + AWAY : at.x - AWAY - width}px`;
  tip.style.top = `${Math.min(at.y + AWAY, window.innerHeight - height - AWAY)}px`;
}

function press(host, event) {
  if (event.target !== host) {
    return;
  }
  if (event.key in STEPS) {
    event.preventDefault();
    host.dispatchEvent(new CustomEvent('point-stepped', { detail: { by: STEPS[event.key] } }));
  } else if (event.key in ZOOMS) {
    event.preventDefault();
    host.querySelector(`[aria-label="${ZOOMS[event.key]}"]`).click();
  } else if (event.key === '0') {
    host.querySelector('.show-all').click();
  } else if (event.key === 'Escape') {
    hide(host);
  }
}

export function hoverOver(host) {
  host.addEventListener('pointermove', (event) => move(host, event));
  host.addEventListener('pointerleave', () => hide(host));
  host.addEventListener('pointerdown', () => hide(host));
  host.addEventListener('blur', () => hide(host));
  host.addEventListener('keydown', (event) => press(host, event));
}
