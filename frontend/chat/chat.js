/*
 * The conversation: the newest text stays in view while the visitor is at the end, as far as its
 * question does, and answers can be copied.
 */
const NEAR = 60;

function follow(log) {
  if (log.following) {
    return;
  }
  let atEnd = true;
  log.following = true;
  log.hybridToEnd = () => {
    atEnd = true;
    log.scrollTop = log.scrollHeight;
  };
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  });
  const toEnd = () => {
    if (atEnd) {
      const question = log.querySelector(':scope > .turn:last-child');
      log.scrollTop = question ? Math.min(question.offsetTop, log.scrollHeight) : log.scrollHeight;
    }
  };
  new MutationObserver(toEnd).observe(log, { childList: true, subtree: true, characterData: true });
}

/* Who asks wants to see the answer, wherever in the conversation they were reading. */
function toEnd(log) {
  if (log.hybridToEnd) {
    log.hybridToEnd();
  }
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

window.hybridChat = { follow, toEnd, copy };
