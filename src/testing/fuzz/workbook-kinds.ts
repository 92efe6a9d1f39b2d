// Workbooks that an organiser is given by somebody: the file as it came, and a file whose packing is right while a part in it is not.
import { type ListFile, listOfSheet } from '../../entries-import/list-file.ts';
import { previewEntries } from '../../entries-import/preview-entries.ts';
import { readXlsx } from '../../tables/read-xlsx.ts';
import { TableFileError } from '../../tables/table-file-error.ts';
import { writeXlsx } from '../../tables/write-xlsx.ts';
import { writeZip } from '../../tables/write-zip.ts';
import { openZip } from '../../tables/zip-reader.ts';
import { smallCompetition } from '../small-competition.ts';
import type { FuzzKind } from './run-fuzz.ts';

const columns = ['Name', 'Club', 'Category', 'Target', 'Born'];
const rows = [
  ['Fajar Nugraha', 'Elang', 'RM', '3A', 2008],
  ['=1+1', 'x & <y>', 'CW', null, null],
];
const written = Buffer.concat([...writeXlsx([{ title: 'List', columns, rows }])]);
const state = smallCompetition();

function answerTo(bytes: Uint8Array): string {
  let list: ListFile;
  try {
    list = listOfSheet(readXlsx(bytes));
  } catch (error) {
    if (error instanceof TableFileError) return error.problem.code;
    throw error;
  }
  const { preview } = previewEntries(list, state, { assignTargets: true });
  return preview.fileProblem?.code ?? (preview.bad > 0 ? 'lines with problems' : 'read');
}

export function workbookKind(): FuzzKind {
  return { name: 'workbooks', samples: [written], take: answerTo };
}

const sheetPart = 'xl/worksheets/sheet1.xml';
const shared =
  '<sst><si><t>Name</t></si><si><r><t xml:space="preserve">Fa</t></r><r><t>jar</t></r><rPh sb="0"><t>x</t></rPh></si></sst>';
const sharing =
  '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>"a"</f><v>Category</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>39580</v></c></row></sheetData></worksheet>';
const relations =
  '<R><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></R>';

/** Each case is taken for one part after the other. */
const places = [sheetPart, 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];

export function workbookPartKind(): FuzzKind {
  const zip = openZip(written, 1_000_000);
  const parts = new Map(zip.names.map((name) => [name, zip.read(name) ?? Buffer.alloc(0)]));
  parts.set('xl/sharedstrings.xml', Buffer.from(shared));
  parts.set('xl/_rels/workbook.xml.rels', Buffer.from(relations));
  const sample = (name: string) => parts.get(name) ?? Buffer.alloc(0);
  return {
    name: 'parts of workbooks',
    samples: [
      sample(sheetPart),
      Buffer.from(sharing),
      Buffer.from(shared),
      sample('xl/styles.xml'),
      sample('xl/workbook.xml'),
    ],
    take(bytes, number) {
      const place = (places[number % places.length] ?? sheetPart).toLowerCase();
      const changed = new Map(parts).set(place, Buffer.from(bytes));
      return answerTo(Buffer.concat([...writeZip(Array.from(changed, ([name, part]) => ({ name, content: [part] })))]));
    },
  };
}
