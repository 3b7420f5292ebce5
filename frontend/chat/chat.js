/*
 * The conversation: the newest text stays in view while the visitor is at the end, and answers can be
 * copied.
 */
const NEAR = 60;

function follow(log) {
  if (log.following) {
    return;
  }
  let atEnd = true;
  log.following = true;
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  });
  const toEnd = () => {
    if (atEnd) {
      log.scrollTop = log.scrollHeight;
    }
  };
  new MutationObserver(toEnd).observe(log, { childList: true, subtree: true, characterData: true });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without https the browser has no clipboard to write to.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

window.hybridChat = { follow, copy };
