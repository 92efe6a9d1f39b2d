// The parts of a workbook beside its sheets: which sheets there are and where, the texts that cells share, and how numbers are shown. Links to
// other files are parts of no interest: nothing outside of the file is ever looked at.
import { builtInFormat, formatOfCode, type NumberFormat, plainNumber } from './number-formats.ts';
import { TableFileError } from './table-file-error.ts';
import { scanXml } from './xml-scanner.ts';
import type { ZipFile } from './zip-reader.ts';

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  /** As their tabs stand. */
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  readonly sharedTexts: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
}

/** Twelve thousand archers with ten texts each. */
const mostTexts = 200_000;
const mostFormats = 65_536;

const broken = (why: string) => new TableFileError('brokenFile', {}, { cause: new Error(why) });

export function textOf(zip: ZipFile, part: string): string | undefined {
  const bytes = zip.read(part);
  return bytes === undefined ? undefined : new TextDecoder('utf-8').decode(bytes);
}

interface Link {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** What a part names as belonging to it, by the end of the type's name: `worksheet`, `sharedStrings`. */
function linksOf(zip: ZipFile, part: string): readonly Link[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = textOf(zip, `${folder}_rels/${part.slice(slash)}.rels`);
  const links: Link[] = [];
  scanXml(xml ?? '', {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const type = attribute('Type') ?? '';
      const target = attribute('Target') ?? '';
      links.push({
        id: attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        part: target.startsWith('/') ? target.slice(1) : resolvePart(folder, target),
      });
    },
  });
  return links;
}

function resolvePart(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}

export function readWorkbook(zip: ZipFile): Workbook {
  const main = linksOf(zip, '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const xml = textOf(zip, main);
  if (xml === undefined) throw new TableFileError('notExcel');
  const links = linksOf(zip, main);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  scanXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const part = links.find(({ id, type }) => id === attribute('id') && type === 'worksheet')?.part;
      const state = attribute('state') ?? 'visible';
      if (part) sheets.push({ name: attribute('name') ?? '', part, isHidden: state !== 'visible' });
    },
  });
  const partOf = (wanted: string) => links.find(({ type }) => type === wanted)?.part ?? '';
  return {
    sheets,
    from1904,
    sharedTexts: readSharedTexts(textOf(zip, partOf('sharedStrings'))),
    formats: readFormats(textOf(zip, partOf('styles'))),
  };
}

/** Texts are cut into pieces of one look; what is written small above letters (`rPh`) is no part of them. */
function readSharedTexts(xml: string | undefined): readonly string[] {
  const texts: string[] = [];
  let pieces = '';
  let inText = false;
  let above = 0;
  scanXml(xml ?? '', {
    open(name) {
      if (name === 'si') pieces = '';
      if (name === 'rPh') above += 1;
      inText = name === 't' && above === 0;
    },
    text(text) {
      if (inText) pieces += text;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') above -= 1;
      if (name === 'si' && texts.push(unescapeText(pieces)) > mostTexts) throw new TableFileError('unpacksTooLarge');
    },
  });
  return texts;
}

/** Letters that XML cannot hold are written as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

function readFormats(xml: string | undefined): readonly NumberFormat[] {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  scanXml(xml ?? '', {
    open(name, attribute) {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), formatOfCode(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attribute('numFmtId') ?? 0);
      if (formats.push(own.get(id) ?? builtInFormat(id)) > mostFormats) throw broken('too many styles');
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.length > 0 ? formats : [plainNumber];
}
