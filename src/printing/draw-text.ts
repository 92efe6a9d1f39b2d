// A line of text, set in as many fonts as its letters need; what does not fit is set smaller, then cut.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../kit/invariant.ts';
import { type FontFamily, mainFont } from './font-files.ts';
import type { TextMark } from './paper.ts';
import { type TextRun, textRuns } from './script-runs.ts';

/** Smaller than this share of its size a text is not set: it is cut. */
const leastShare = 0.72;
const grey = '#555555';

export interface TextDrawer {
  draw(mark: TextMark): void;
}

/** Fonts are read when the first letter needs them. Throws the system's error where one is missing. */
export function createTextDrawer(document: PDFKit.PDFDocument, fontFolder: string): TextDrawer {
  const registered = new Set<string>();

  function choose(font: FontFamily, bold: boolean): void {
    const file = (bold ? font.bold : undefined) ?? font.plain;
    if (!registered.has(file)) {
      registered.add(file);
      document.registerFont(file, readFileSync(join(fontFolder, file)));
      if (font === mainFont) keepLettersWhole(document.font(file) as CurrentFont);
    }
    document.font(file);
  }

  function widthOf(runs: readonly TextRun[], bold: boolean): number {
    return runs.reduce((sum, { text, font }) => {
      choose(font, bold);
      return sum + document.widthOfString(text);
    }, 0);
  }

  function cut(text: string, width: number, bold: boolean): readonly TextRun[] {
    const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
    let [least, most] = [0, letters.length];
    const shortened = (count: number) => textRuns(`${letters.slice(0, count).join('').trimEnd()}…`);
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (widthOf(shortened(middle), bold) <= width) least = middle;
      else most = middle - 1;
    }
    return shortened(least);
  }

  return {
    draw(mark) {
      const { x, y, width, size, bold = false, align = 'left' } = mark;
      if (mark.text === '' || width <= 0) return;
      const whole = mark.text.normalize('NFC');
      document.fontSize(size);
      let runs = textRuns(whole);
      const full = widthOf(runs, bold);
      const share = Math.max(leastShare, Math.min(1, width / full));
      document.fontSize(size * share);
      let taken = full * share;
      if (taken > width + 0.1) {
        runs = cut(whole, width, bold);
        taken = widthOf(runs, bold);
      }
      let left = align === 'left' ? x : align === 'right' ? x - taken : x - taken / 2;
      // What is set smaller stands on the line of the others; fonts of other scripts have it at another height.
      const line = y + (size - size * share) * 1.07 + size * share * 1.069;
      document.fillColor(mark.grey ? grey : '#000000');
      for (const { text, font } of runs) {
        choose(font, bold);
        document.text(text, left, line, { lineBreak: false, baseline: 'alphabetic' });
        left += document.widthOfString(text);
      }
    },
  };
}

/** As pdfkit keeps it, where its types say nothing. */
interface CurrentFont {
  readonly _font?: { readonly font?: { layout?: (text: string, features?: object) => unknown } };
}

/**
 * Otherwise ị is drawn as i and a dot (the font's feature `ccmp`), and whoever searches the PDF or copies from it finds another letter.
 * Asking for it with every text would take pdfkit's memory of words away, and eight times as long.
 */
function keepLettersWhole(document: CurrentFont): void {
  const font = document._font?.font;
  const layout = font?.layout?.bind(font);
  invariant(font && layout, 'pdfkit keeps its font where it kept it');
  font.layout = (text) => layout(text, { ccmp: false });
}
