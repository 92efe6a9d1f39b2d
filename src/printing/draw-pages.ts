// Pages → PDF, by pdfkit: the only file that knows it. Fonts are embedded with the glyphs that were used; figures of Noto Sans are all
// equally wide, so columns of numbers stand straight.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { invariant } from '../kit/invariant.ts';
import type { Mark, Sheets, TextMark } from './paper.ts';

export interface DrawOptions {
  /** Where the fonts are. */
  readonly fontFolder: string;
  readonly title: string;
  readonly language: string;
  /** After every page: how many are drawn. */
  readonly drawn: (pages: number) => void;
}

const faces = { plain: join('400Regular', 'NotoSans_400Regular.ttf'), bold: join('700Bold', 'NotoSans_700Bold.ttf') };
/** Smaller than this share of its size a text is not set: it is cut. */
const leastShare = 0.72;
const grey = '#555555';

/** Rejects with the system's error where a font is missing. */
export function drawPages(sheets: Sheets, { fontFolder, title, language, drawn }: DrawOptions): Promise<Uint8Array> {
  const done = Promise.withResolvers<Uint8Array>();
  const { width, height } = sheets.paper;
  const size: [number, number] = [width, height];
  const document = new PDFDocument({
    ...{ autoFirstPage: false, size, margin: 0, font: '', lang: language, displayTitle: true },
    info: { Title: title, Creator: 'Tenring' },
  });
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  document.on('end', () => done.resolve(Buffer.concat(parts)));
  document.on('error', done.reject);
  for (const [name, file] of Object.entries(faces)) {
    document.registerFont(name, readFileSync(join(fontFolder, file)));
    keepLettersWhole(document.font(name) as CurrentFont);
  }
  for (let index = 0; index < sheets.count; index += 1) {
    document.addPage({ size, margin: 0 });
    for (const mark of sheets.page(index)) drawMark(document, mark);
    drawn(index + 1);
  }
  document.end();
  return done.promise;
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

function drawMark(document: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      drawText(document, mark);
      return;
    case 'line':
      document.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).lineWidth(mark.width).stroke('#000000');
      return;
    case 'box': {
      const { x, y, width, height, fill, line } = mark;
      if (fill !== undefined) document.rect(x, y, width, height).fill(fill);
      if (line !== undefined) document.rect(x, y, width, height).lineWidth(line).stroke('#000000');
      return;
    }
    case 'qr':
      drawQr(document, mark.text, mark);
      return;
  }
}

function drawText(document: PDFKit.PDFDocument, mark: TextMark): void {
  const { x, y, width, bold = false, align = 'left' } = mark;
  if (mark.text === '' || width <= 0) return;
  const whole = mark.text.normalize('NFC');
  document.font(bold ? 'bold' : 'plain').fontSize(mark.size);
  const full = document.widthOfString(whole);
  const share = Math.max(leastShare, Math.min(1, width / full));
  document.fontSize(mark.size * share);
  const [text, taken] = full * share <= width + 0.1 ? [whole, full * share] : cut(document, whole, width);
  const left = align === 'left' ? x : align === 'right' ? x - taken : x - taken / 2;
  // What is set smaller stands on the line of the others.
  const top = y + (mark.size - mark.size * share) * 1.07;
  document.fillColor(mark.grey ? grey : '#000000').text(text, left, top, { lineBreak: false });
}

function cut(document: PDFKit.PDFDocument, text: string, width: number): readonly [string, number] {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let [least, most] = [0, letters.length];
  const shortened = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (document.widthOfString(shortened(middle)) <= width) least = middle;
    else most = middle - 1;
  }
  return [shortened(least), document.widthOfString(shortened(least))];
}

function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 2 });
  const module = size / modules;
  document.rect(x, y, size, size).fill('#ffffff');
  for (const [row, line] of data.entries()) {
    for (const [column, isDark] of line.entries()) {
      if (isDark) document.rect(x + column * module, y + row * module, module, module);
    }
  }
  document.fill('#000000');
}
