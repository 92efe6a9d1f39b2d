// The bytes of an XLSX file → the rows of one of its sheets. Own code over the runtime's inflate: of the libraries SheetJS is frozen on npm and
// exceljs has had no release since 2023. Runs in a thread of its own (tables-thread.ts): a file of the allowed size may keep it busy for a second.
import { TableFileError } from './table-file-error.ts';
import type { TableRow } from './table-rows.ts';
import { readWorkbook, type SheetPart, textOf } from './xlsx-parts.ts';
import { readSheet } from './xlsx-sheet.ts';
import { scanXml } from './xml-scanner.ts';
import { isZip, openZip, type ZipFile } from './zip-reader.ts';

export interface ReadSheet {
  /** Of those that can be seen, as their tabs stand. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly rows: readonly TableRow[];
}

/** Twenty thousand archers with twenty columns are about a third of it. */
const mostUnpackedBytes = 64 * 1024 * 1024;
const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

/** Whether it is for this reader to say what it is: a zip, or what Excel wrote before 2007 and still writes for a file with a password. */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOle(bytes);
}

function isOle(bytes: Uint8Array): boolean {
  return oleMark.every((byte, index) => bytes[index] === byte);
}

/** `wanted`: the name of a sheet; the first that can be seen where there is none of it. Throws TableFileError and nothing else. */
export function readXlsx(bytes: Uint8Array, wanted?: string): ReadSheet {
  if (isOle(bytes))
    throw new TableFileError(Buffer.from(bytes).includes(encryptedStream) ? 'encryptedFile' : 'oldExcel');
  const zip = openZip(bytes, mostUnpackedBytes);
  refuseOtherKinds(zip);
  const workbook = readWorkbook(zip);
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const sheet = visible.find(({ name }) => name === wanted) ?? visible[0];
  if (!sheet) throw new TableFileError('emptyFile');
  return { sheets: visible.map(({ name }) => name), sheet: sheet.name, rows: readSheet(partOf(zip, sheet), workbook) };
}

function partOf(zip: ZipFile, { part }: SheetPart): string {
  const xml = textOf(zip, part);
  if (xml === undefined) throw new TableFileError('brokenFile', {}, { cause: new Error('no such sheet') });
  return xml;
}

function refuseOtherKinds(zip: ZipFile): void {
  const { names } = zip;
  if (names.some((name) => /(^|\/)workbook\.bin$/.test(name))) throw new TableFileError('oldExcel');
  if (names.includes('mimetype') || !names.includes('[content_types].xml')) throw new TableFileError('notExcel');
  const isOfMacros = (name: string) => /(^|\/)vbaproject\.bin$|(^|\/)macrosheets\//.test(name);
  if (names.some(isOfMacros) || saysMacros(zip)) throw new TableFileError('hasMacros');
}

/** Of a part of the file, not of what is said in general: some programs list every type that there is. */
function saysMacros(zip: ZipFile): boolean {
  let found = false;
  scanXml(textOf(zip, '[Content_Types].xml') ?? '', {
    open(name, attribute) {
      if (name === 'Override' && /macroenabled/i.test(attribute('ContentType') ?? '')) found = true;
    },
  });
  return found;
}
