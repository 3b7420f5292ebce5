/*
 * Values of series that lie over each other: each line has a scale of its own, so what stands under
 * the pointer, or where the arrow keys have led to, is told in words, for each series at the point
 * that is nearest.
 */
const AWAY = 14;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };

function tipOf(plot) {
  let tip = plot.querySelector('.chart-tip');
  if (!tip) {
    tip = document.createElement('div');
    tip.className = 'chart-tip';
    tip.setAttribute('role', 'status');
    const cross = document.createElement('div');
    cross.className = 'overlay-cross';
    plot.append(cross, tip);
    hide(plot);
  }
  return tip;
}

function hide(plot) {
  plot.querySelectorAll('.chart-tip, .overlay-cross').forEach((part) => {
    part.hidden = true;
  });
}

const nearest = (points, x) =>
  points.reduce((best, point) => (Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best));

function row(name, value, time, number) {
  const line = document.createElement('div');
  line.className = 'tip-row';
  const key = document.createElement('span');
  key.className = `overlay-name curve-${number}`;
  key.textContent = name;
  const text = document.createElement('span');
  text.textContent = `${value} at ${time}`;
  line.append(key, text);
  return line;
}

function tell(plot, x) {
  const tip = tipOf(plot);
  const found = plot.curves.map(({ points }) => nearest(points, x));
  tip.replaceChildren(
    ...found.map(({ value, time }, i) => row(plot.curves[i].name, value, time, i + 1)),
  );
  const cross = plot.querySelector('.overlay-cross');
  cross.style.insetInlineStart = `${100 * x}%`;
  cross.hidden = false;
  tip.hidden = false;
  const box = plot.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const at = box.left + x * box.width;
  const right = at + AWAY + width < window.innerWidth;
  tip.style.left = `${Math.max(0, right ? at + AWAY : at - AWAY - width)}px`;
  tip.style.top = `${Math.max(0, Math.min(box.top + AWAY, window.innerHeight - height - AWAY))}px`;
}

function press(plot, event) {
  if (event.key === 'Escape') {
    hide(plot);
  } else if (event.key in STEPS) {
    event.preventDefault();
    const { points } = plot.curves[0];
    const now = points.indexOf(nearest(points, plot.reached ?? 0));
    const first = plot.reached === undefined;
    const next = Math.max(0, Math.min(points.length - 1, first ? now : now + STEPS[event.key]));
    plot.reached = points[next].x;
    tell(plot, plot.reached);
  }
}

/** @param curves names and points of the series: place from 0 to 1, time and value as texts */
function read(plot, curves) {
  plot.curves = curves;
  plot.addEventListener('pointermove', (event) => {
    const box = plot.getBoundingClientRect();
    plot.reached = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    tell(plot, plot.reached);
  });
  plot.addEventListener('pointerleave', () => hide(plot));
  plot.addEventListener('blur', () => hide(plot));
  plot.addEventListener('keydown', (event) => press(plot, event));
}

window.hybridOverlay = { read };
