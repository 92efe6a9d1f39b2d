// Pages → PDF, by pdfkit, with its outline. Fonts are embedded with the glyphs that were used; figures of Noto Sans are all equally wide, so
// columns of numbers stand straight.
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { createTextDrawer, type TextDrawer } from './draw-text.ts';
import { type Mark, paperAt, type Sheets } from './paper.ts';
import { isWholePicture } from './whole-picture.ts';

export interface DrawOptions {
  /** Where the fonts are. */
  readonly fontFolder: string;
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  /** When it is made: milliseconds since 1970. */
  readonly at: number;
  /** A picture in base64. */
  readonly logo: string | undefined;
  /** After every page: how many are drawn. */
  readonly drawn: (pages: number) => void;
}

/** Then what is written so far is taken from the stream, which holds it in far larger pieces otherwise: 1.3 GB for 12,000 pages. */
const pagesAtOnce = 16;

interface Pen {
  readonly document: PDFKit.PDFDocument;
  readonly text: TextDrawer;
  readonly logo: unknown;
  readonly pages: number;
}

/** Rejects with the system's error where a font is missing. */
export async function drawPages(sheets: Sheets, options: DrawOptions): Promise<Uint8Array> {
  const done = Promise.withResolvers<Uint8Array>();
  const { title, subject, language, at, drawn } = options;
  const document = new PDFDocument({
    ...{ autoFirstPage: false, margin: 0, font: '', lang: language, displayTitle: true },
    info: { Title: title, Subject: subject, Creator: 'Tenring', CreationDate: new Date(at) },
  });
  const parts: Uint8Array[] = [];
  // A copy: what zlib gives lies in sixteen kilobytes of its own, however little it is.
  document.on('data', (part: Uint8Array) => parts.push(Buffer.from(part)));
  document.on('end', () => done.resolve(Buffer.concat(parts)));
  document.on('error', done.reject);
  const text = createTextDrawer(document, options.fontFolder);
  const pen: Pen = { document, text, logo: openLogo(document, options.logo), pages: sheets.count };
  const headings = Map.groupBy(sheets.headings ?? [], ({ page }) => page);
  let part = document.outline;
  for (let index = 0; index < sheets.count; index += 1) {
    const { width, height } = paperAt(sheets, index);
    document.addPage({ size: [width, height], margin: 0 });
    for (const heading of headings.get(index) ?? []) {
      if (heading.level === 0) part = document.outline.addItem(heading.title, { expanded: false });
      else part.addItem(heading.title);
    }
    for (const mark of sheets.page(index)) drawMark(pen, mark, index);
    drawn(index + 1);
    if (index % pagesAtOnce === 0) await setImmediate();
  }
  document.end();
  return done.promise;
}

/** As pdfkit has it, where its types say nothing: a picture that is opened once is in the PDF once. */
type WithPictures = PDFKit.PDFDocument & { openImage(source: Buffer): unknown };

/** Undefined where there is none, and for one of a file that was made elsewhere and cannot be drawn. */
function openLogo(document: PDFKit.PDFDocument, logo: string | undefined): unknown {
  if (logo === undefined) return undefined;
  const bytes = Buffer.from(logo, 'base64');
  return isWholePicture(bytes) ? (document as WithPictures).openImage(bytes) : undefined;
}

function drawMark(pen: Pen, mark: Mark, index: number): void {
  const { document } = pen;
  switch (mark.kind) {
    case 'text':
      pen.text.draw(mark);
      return;
    case 'pageNumber': {
      const { x, y } = mark;
      pen.text.draw({ kind: 'text', x, y, text: `${index + 1} / ${pen.pages}`, size: 8, width: 80, align: 'right' });
      return;
    }
    case 'line':
      document.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).lineWidth(mark.width).stroke('#000000');
      return;
    case 'box': {
      const { x, y, width, height, fill, line } = mark;
      if (fill !== undefined) document.rect(x, y, width, height).fill(fill);
      if (line !== undefined) document.rect(x, y, width, height).lineWidth(line).stroke('#000000');
      return;
    }
    case 'logo': {
      const { x, y, width, height } = mark;
      if (pen.logo === undefined) return;
      document.image(pen.logo as string, x, y, { fit: [width, height], align: 'center', valign: 'center' });
      return;
    }
    case 'qr':
      drawQr(document, mark.text, mark);
      return;
  }
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
