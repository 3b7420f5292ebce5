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

async function png(link, parameter) {
  dress(link, parameter);
  const svg = await (await fetch(link.href)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * SCALE;
  canvas.height = image.height * SCALE;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const download = document.createElement('a');
  download.href = canvas.toDataURL('image/png');
  download.download = link.id.replace(/^export-/, '').replace(/-svg$/, '.png');
  download.click();
}

window.hybridPictures = { dress, png };
