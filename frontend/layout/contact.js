/*
 * Vaadin says that the visit has ended, or that the server is out of reach, in plain boxes that only
 * a mouse can answer: here a keyboard and a screen reader reach them too.
 */
function dress(box) {
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
