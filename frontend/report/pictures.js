/*
 * Pictures in the colours that the page has just now, and pictures as PNG without any service: the
 * SVG that the server makes is drawn on a canvas of this page.
 */
const SCALE = 2;

function isDark() {
  const schemes = getComputedStyle(document.documentElement).colorScheme.split(' ');
  const system = matchMedia('(prefers-color-scheme: dark)').matches;
  return schemes.includes('dark') && (system || !schemes.includes('light'));
}

/** Asks for the dark picture by a parameter of the link's address while the page is dark. */
function dress(link, parameter) {
  const address = new URL(link.href);
  address.search = isDark() ? parameter : '';
  link.href = address.href;
}

async function draw(link, parameter) {
  dress(link, parameter);
  const svg = await (await fetch(link.href)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * SCALE;
  canvas.height = image.height * SCALE;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function png(link, parameter) {
  const canvas = await draw(link, parameter);
  const download = document.createElement('a');
  download.href = canvas.toDataURL('image/png');
  download.download = link.id.replace(/^export-/, '').replace(/-svg$/, '.png');
  download.click();
}

/** Puts the picture where it can be pasted from; some browsers want to be told at once that it comes. */
async function copy(link, parameter) {
  if (!navigator.clipboard?.write) {
    // Without a secure connection a page has no clipboard.
    await png(link, parameter);
    return;
  }
  const blob = draw(link, parameter).then(
    (canvas) => new Promise((resolve) => canvas.toBlob(resolve, 'image/png')),
  );
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}

window.hybridPictures = { dress, png, copy };
