/*
 * Vaadin shows a banner over the lower edge until it is closed or a licence is there. It lives in a
 * closed shadow root of the body, so that no style sheet can see it: what it covers is measured,
 * and the page keeps clear of it (`--covered-below`).
 */
const STEP = 4;
const MOST = 200;
const LOOKS = 20;
const LOOK_MILLIS = 500;

function measure() {
  const x = window.innerWidth / 2;
  let covered = 0;
  // The page fills the window, so the body itself is hit only where the banner lies over it.
  while (
    covered < MOST &&
    document.elementFromPoint(x, window.innerHeight - 1 - covered) === document.body
  ) {
    covered += STEP;
  }
  document.documentElement.style.setProperty('--covered-below', `${covered}px`);
}

let looks = 0;
const timer = setInterval(() => {
  measure();
  looks += 1;
  if (looks === LOOKS) {
    clearInterval(timer);
  }
}, LOOK_MILLIS);
window.addEventListener('resize', measure);
document.addEventListener('click', () => setTimeout(measure));
