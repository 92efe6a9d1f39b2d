// A picture of any size as a PNG, or where that is too large as a JPEG, of at most what the appliance keeps as a logo.
import { mostLogoBytes } from '../../../src/domain/paper/paper-check.ts';

/** Of the longer side: 260 points at 300 dpi are 1,080. */
const sides = [1_000, 700, 450, 300] as const;
const quality = 0.88;

/** In base64. Undefined for what this browser cannot show as a picture. */
export async function scalePicture(file: Blob): Promise<string | undefined> {
  const picture = await loadPicture(file);
  if (!picture) return undefined;
  for (const side of sides) {
    const canvas = drawn(picture, side);
    for (const type of ['image/png', 'image/jpeg']) {
      const data = canvas.toDataURL(type, quality);
      const base64 = data.slice(data.indexOf(',') + 1);
      if (base64.length <= Math.floor(mostLogoBytes / 3) * 4) return base64;
    }
  }
  return undefined;
}

function loadPicture(file: Blob): Promise<HTMLImageElement | undefined> {
  const address = URL.createObjectURL(file);
  const picture = new Image();
  return new Promise<HTMLImageElement | undefined>((resolve) => {
    picture.onload = () => resolve(picture.naturalWidth > 0 ? picture : undefined);
    picture.onerror = () => resolve(undefined);
    picture.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

/** On white, which a JPEG has instead of nothing; never larger than it is. */
function drawn(picture: HTMLImageElement, side: number): HTMLCanvasElement {
  const { naturalWidth, naturalHeight } = picture;
  const share = Math.min(1, side / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * share));
  canvas.height = Math.max(1, Math.round(naturalHeight * share));
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
