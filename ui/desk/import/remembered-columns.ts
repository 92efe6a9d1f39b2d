// What columns meant the last time that a list had these headings: first in this competition, else in any. Kept by this browser, because lists come
// to the desk that they come to.
import type { ImportPreview } from '../../../src/wire/api-import.ts';
import { type ImportField, importFields } from '../../../src/wire/import-fields.ts';
import { recall, remember } from '../../store/remember.ts';

type Fields = readonly (ImportField | null)[];

interface Remembered {
  readonly headings: readonly string[];
  readonly fields: Fields;
}

/** Clubs have their list, the federation has its own. */
const most = 12;
const keyOf = (competition: string) => `import.columns.${competition}`;
const anywhere = 'import.columns';

function read(key: string): readonly Remembered[] {
  const text = recall(key);
  if (text === null) return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

function isRemembered(each: unknown): each is Remembered {
  if (typeof each !== 'object' || each === null || !('headings' in each) || !('fields' in each)) return false;
  const { headings, fields } = each;
  return (
    Array.isArray(headings) &&
    Array.isArray(fields) &&
    fields.every((field) => field === null || importFields.some((known) => known === field))
  );
}

const isSame = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n');

export function recallColumns(competition: string, columns: ImportPreview['columns']): Fields | undefined {
  const headings = columns.map(({ header }) => header);
  const found = [...read(keyOf(competition)), ...read(anywhere)].find((each) => isSame(each.headings, headings));
  return found?.fields;
}

export function rememberColumns(competition: string, columns: ImportPreview['columns'], fields: Fields) {
  const headings = columns.map(({ header }) => header);
  for (const key of [keyOf(competition), anywhere]) {
    const others = read(key).filter((each) => !isSame(each.headings, headings));
    remember(key, JSON.stringify([{ headings, fields }, ...others].slice(0, most)));
  }
}
