// The typeface, once a page can be used: until then its bytes would stand in the way of what a person waits for. The faces are those of
// the package's own wght.css; a browser fetches a file only when one of its characters is shown.

import latinExtended from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2';
import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
import { recall, remember } from '../store/remember.ts';

const family = 'Atkinson Hyperlegible Next Variable';
const files = [
  [
    latin,
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  ],
  [
    latinExtended,
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  ],
] as const;

/** A page that is still fetching its first content when this is over shows its words in the system's typeface for a moment longer. */
const afterMs = 1_000;
const place = 'typeface';

function addFaces(): void {
  for (const [file, unicodeRange] of files) {
    const face = new FontFace(family, `url(${file}) format('woff2')`, {
      weight: '200 800',
      display: 'swap',
      unicodeRange,
    });
    document.fonts.add(face);
  }
  remember(place, 'here');
}

const afterAWhile = (run: () => void) => void setTimeout(run, afterMs);

/** Later at the first visit; at once where the browser has the file already, so that no words change their shape under the eye. */
export function addFonts(whenQuiet: (run: () => void) => void = afterAWhile): void {
  if (recall(place) === 'here') addFaces();
  else whenQuiet(addFaces);
}
