/*
 * Pictures as PNG without any service: the SVG that the server makes is drawn on a canvas of this
 * page.
 */
const SCALE = 2;

async function png(link) {
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

window.hybridPictures = { png };
