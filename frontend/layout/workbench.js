/*
 * The three panes of the workbench: widths and folds of the outer ones, by mouse and by keyboard,
 * remembered for this browser tab.
 */
const STORED_UNDER = 'workbench';
const LIMITS = { data: [240, 480], chat: [280, 640] };
const WIDE = { data: 296, chat: 384 };
const NARROW = { data: 264, chat: 352 };
const STEP = 24;
/** The middle pane is left at least this much. */
const LEAST_MIDDLE = 480;

const roomForAll = window.matchMedia('(min-width: 1024px)');
const roomForTwo = window.matchMedia('(min-width: 800px)');

const roomBeside = window.matchMedia('(min-width: 1280px)');

const defaults = () => (window.innerWidth < 1400 ? NARROW : WIDE);

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED_UNDER)) ?? {};
  } catch {
    return {};
  }
}

function store(host, what) {
  const stored = { ...load(), [what]: host.panes[what] };
  sessionStorage.setItem(STORED_UNDER, JSON.stringify(stored));
}

const divider = (host, pane) => host.querySelector(`.divider-${pane}`);
const other = (pane) => (pane === 'data' ? 'chat' : 'data');

function apply(host) {
  for (const pane of ['data', 'chat']) {
    const { widths, folded } = host.panes;
    const [least, most] = LIMITS[pane];
    const between = divider(host, pane);
    const line = between.querySelector('.splitter');
    host.style.setProperty(`--${pane}-width`, `${widths[pane]}px`);
    host.toggleAttribute(`data-${pane}-folded`, folded[pane]);
    line.setAttribute('aria-valuemin', least);
    line.setAttribute('aria-valuemax', most);
    line.setAttribute('aria-valuenow', Math.round(widths[pane]));
    between.querySelector('.fold').setAttribute('aria-expanded', String(!folded[pane]));
  }
}

function resize(host, pane, width) {
  const [least, most] = LIMITS[pane];
  const beside = !host.panes.folded[other(pane)] && roomBeside.matches;
  const rest = beside ? host.panes.widths[other(pane)] : 40;
  const room = Math.max(least, host.clientWidth - rest - LEAST_MIDDLE);
  host.panes.widths[pane] = Math.min(Math.max(width, least), most, room);
  apply(host);
  store(host, 'widths');
}

function fold(host, pane, folded) {
  host.panes.folded[pane] = folded;
  // Between a phone and a small desktop there is room for one side only.
  if (!folded && !roomForAll.matches && roomForTwo.matches) {
    host.panes.folded[other(pane)] = true;
  }
  apply(host);
  store(host, 'folded');
}

function drag(host, pane, line, start) {
  const sign = pane === 'data' ? 1 : -1;
  const width = host.panes.widths[pane];
  line.setPointerCapture(start.pointerId);
  const move = (event) => resize(host, pane, width + sign * (event.clientX - start.clientX));
  line.addEventListener('pointermove', move);
  line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', move), {
    once: true,
  });
}

function press(host, pane, event) {
  const sign = pane === 'data' ? 1 : -1;
  const [least, most] = LIMITS[pane];
  const widths = {
    ArrowRight: host.panes.widths[pane] + sign * STEP,
    ArrowLeft: host.panes.widths[pane] - sign * STEP,
    Home: least,
    End: most,
  };
  if (event.key in widths) {
    event.preventDefault();
    resize(host, pane, widths[event.key]);
  } else if (event.key === 'Enter') {
    fold(host, pane, !host.panes.folded[pane]);
  }
}

function init(host) {
  const stored = load();
  host.panes = {
    widths: { ...defaults(), ...stored.widths },
    folded: { data: false, chat: !roomForAll.matches, ...stored.folded },
  };
  apply(host);
  if (host.panesReady) {
    return;
  }
  host.panesReady = true;
  for (const pane of ['data', 'chat']) {
    const line = divider(host, pane).querySelector('.splitter');
    line.addEventListener('pointerdown', (event) => drag(host, pane, line, event));
    line.addEventListener('dblclick', () => resize(host, pane, defaults()[pane]));
    line.addEventListener('keydown', (event) => press(host, pane, event));
    divider(host, pane)
      .querySelector('.fold')
      .addEventListener('click', () => fold(host, pane, !host.panes.folded[pane]));
  }
  roomForAll.addEventListener('change', () => {
    host.panes.widths = { ...defaults(), ...load().widths };
    fold(host, 'chat', !roomForAll.matches);
  });
}

/** Brings a pane into view. */
function show(host, pane) {
  if (host.panes?.folded[pane]) {
    fold(host, pane, false);
  }
  if (!roomForTwo.matches) {
    host.closest('.app-content')?.scrollTo({ top: 0 });
  }
}

window.hybridWorkbench = { init, show };
