/*
 * Vaadin's client makes functions out of text that the server sends, with `new Function`. A policy
 * without `unsafe-eval` forbids that; a script that bears the page's nonce may hold the same text.
 * Everything else that would run text as a script stays forbidden.
 */
(() => {
  const { nonce } = document.currentScript;
  const slot = Symbol('made').toString();
  const make = (parts) => {
    const body = parts.length > 0 ? String(parts[parts.length - 1]) : '';
    const names = parts.slice(0, -1).join(',');
    const script = document.createElement('script');
    script.nonce = nonce;
    script.textContent = `window[${JSON.stringify(slot)}] = function anonymous(${names}\n) {\n${body}\n}`;
    document.head.append(script);
    script.remove();
    const made = window[slot];
    delete window[slot];
    if (!made) {
      throw new SyntaxError(`This is no function: ${body}`);
    }
    return made;
  };
  window.Function = new Proxy(window.Function, {
    construct: (target, parts) => make(parts),
    apply: (target, self, parts) => make(parts),
  });
})();
