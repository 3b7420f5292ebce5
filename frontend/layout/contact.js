/*
 * Vaadin says that the visit has ended, or that the server is out of reach, in plain boxes that only
 * a mouse can answer: here a keyboard and a screen reader reach them too.
 */
function dress(box) {
  // The server has forgotten this page: it need not hear that it goes.
  leave = () => {};
  if (comeBack()) {
    return;
  }
  const title = box.querySelector('.caption');
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-label', title?.textContent ?? '');
  box.tabIndex = 0;
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      box.click();
    }
  });
  box.focus();
}

/** Boxes and the line about the connection come and go as children of the body. */
function look(nodes) {
  for (const node of nodes) {
    if (node instanceof Element && node.matches('.v-system-error')) {
      // It is filled and shown after it was added.
      setTimeout(() => dress(node));
    } else if (node instanceof Element && node.matches('vaadin-connection-indicator')) {
      node.setAttribute('role', 'status');
    }
  }
}

look(document.body.children);
new MutationObserver((changes) => changes.forEach((change) => look(change.addedNodes))).observe(
  document.body,
  { childList: true },
);

/*
 * A page that is left says so, so that the server need not keep what it held. One that comes back
 * from the browser's memory is loaded anew: the server may have forgotten it.
 */
let leave = () => {};

function visit(parameter, page) {
  leave = () => navigator.sendBeacon(`${document.baseURI.split('#')[0]}?${parameter}=${page}`);
}

window.addEventListener('pagehide', () => leave());
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});

/*
 * The tab remembers its run, in its own storage, to find it again after a restart of the server.
 * Then it loads the page by itself, but not again and again.
 */
const RUN = 'hybrid-run';
const CAME_BACK = 'hybrid-came-back';
const NOT_AGAIN_MILLIS = 60000;

function remember(run) {
  if (run) {
    sessionStorage.setItem(RUN, run);
  } else {
    sessionStorage.removeItem(RUN);
  }
}

const remembered = () => sessionStorage.getItem(RUN);

function comeBack() {
  const before = Number(sessionStorage.getItem(CAME_BACK));
  if (!remembered() || Date.now() - before < NOT_AGAIN_MILLIS) {
    return false;
  }
  sessionStorage.setItem(CAME_BACK, String(Date.now()));
  location.reload();
  return true;
}

/*
 * The browser remembers the links that were made in it, with the keys that delete them: whoever only
 * has a link cannot.
 */
const LINKS = 'hybrid-links';
const MOST_LINKS = 200;

function links() {
  try {
    const stored = JSON.parse(localStorage.getItem(LINKS));
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

function keepLinks(all) {
  try {
    localStorage.setItem(LINKS, JSON.stringify(all.slice(-MOST_LINKS)));
  } catch {
    // A browser that stores nothing: the visit itself still knows its links.
  }
}

const others = (token) => links().filter((link) => link.token !== token);
const own = (token, key) => keepLinks([...others(token), { token, key }]);
const disown = (token) => keepLinks(others(token));
const keyOf = (token) => links().find((link) => link.token === token)?.key ?? null;

/** All links and their keys in lines, for the server to delete; the browser forgets them. */
function giveUpLinks() {
  const lines = links().map(({ token, key }) => `${token} ${key}`);
  keepLinks([]);
  return lines.join('\n');
}

window.hybridContact = { visit, remember, remembered, own, disown, keyOf, giveUpLinks };

/*
 * A server that has gone is noticed without a click: while the page is looked at, it asks every few
 * seconds, and says so in the line that tells of a lost connection.
 */
const ASK_MILLIS = 4000;
const PATIENCE_MILLIS = 4000;
const state = () => window.Vaadin?.connectionState;
let lost = false;

async function ask() {
  let answered = false;
  try {
    await fetch('icons/favicon.svg', {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    answered = true;
  } catch {
    // That is the answer.
  }
  if (!state()) {
    return;
  }
  if (!answered) {
    lost = true;
    state().state = 'connection-lost';
  } else if (lost) {
    lost = false;
    state().state = 'connected';
  }
}

setInterval(() => {
  if (document.visibilityState === 'visible') {
    ask();
  }
}, ASK_MILLIS);
