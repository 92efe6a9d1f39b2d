// One line of the file by itself: fields put together, category and target recognised, and what is wrong with it on its own, with the heading of
// the column that it lies in.
import type { Category } from '../domain/setup/categories.ts';
import { parseTarget, type Target } from '../domain/target.ts';
import type { TableRow } from '../tables/table-rows.ts';
import type { ImportProblem } from '../wire/api-import.ts';
import type { ImportField } from '../wire/import-fields.ts';
import { type FindCategory, genderWord } from './category-words.ts';
import { isUnreadable } from './decode-text.ts';
import type { Columns } from './headings.ts';
import { type NeedsSaid, readNeeds, readTick } from './read-needs.ts';

/** Longer texts are a file gone wrong, and no board or card has room for them. */
export const longestText = 100;

export interface EntryLine {
  readonly line: number;
  readonly name: string;
  readonly club: string;
  /** A code, or what was written when that is no category. */
  readonly category: string;
  readonly known: Category | undefined;
  /** As written. */
  readonly targetText: string;
  readonly target: Target | undefined;
  /** Empty where none is given. */
  readonly country: string;
  readonly bornIn: number | undefined;
  /** Further categories; those that are none are problems. */
  readonly also: readonly Category[];
  /** Empty where none is given. */
  readonly licence: string;
  readonly needs: NeedsSaid;
  /** Of the entry, where the file names it. */
  readonly number: number | undefined;
  readonly problems: readonly ImportProblem[];
}

export interface Headed {
  readonly columns: Columns;
  readonly header: readonly string[];
}

/** The one year of a cell, alone or in a date in any order: `2008`, `31/12/2008`, `Jakarta, 12 Mei 2008`. */
function readYear(text: string): number | undefined {
  const years = new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g));
  const [year] = years;
  return years.size === 1 ? Number(year) : undefined;
}

/** A category's name may have a stroke or a comma in itself, so the whole is tried first. */
function readFurther(text: string, find: FindCategory): readonly (readonly [string, Category | undefined])[] {
  if (text === '' || text.length > longestText) return [];
  const whole = find(text);
  if (whole) return [[text, whole]];
  const parts = text.split(/[,;/|+&]/).map((part) => part.trim());
  return parts.filter(Boolean).map((part) => [part, find(part)] as const);
}

/** Of several fields together: the heading of the first that has a column. */
export function headingOf({ columns, header }: Headed, ...fields: readonly ImportField[]): string | undefined {
  const column = fields.map((field) => columns[field]).find((each) => each !== undefined);
  return column === undefined ? undefined : header[column]?.trim().slice(0, longestText);
}

const nameFields = ['name', 'givenName', 'familyName'] as const;
const categoryFields = ['category', 'division', 'ageClass', 'gender'] as const;
const targetFields = ['target', 'butt', 'letter'] as const;

export function readEntryLine(row: TableRow, headed: Headed, find: FindCategory): EntryLine {
  const { columns, header } = headed;
  const take = (field: ImportField) => (columns[field] === undefined ? '' : (row.fields[columns[field]] ?? '').trim());
  const problems: ImportProblem[] = [];
  const wrong = (
    code: ImportProblem['code'],
    fields: readonly ImportField[],
    details: ImportProblem['details'] = {},
  ) => {
    const column = headingOf(headed, ...fields);
    problems.push({ code, details, ...(column ? { column } : {}) });
  };

  const name = nameFields.map(take).filter(Boolean).join(' ');
  const parts = [take('category'), take('division'), take('ageClass'), genderWord(take('gender'))];
  const categoryText = parts.filter(Boolean).join(' ');
  const known = categoryText.length > longestText ? undefined : find(categoryText);
  const category = known?.code ?? categoryText;
  const targetText = targetFields.map(take).join('');
  const target = parseTarget(targetText);
  const [club, country, birthText, alsoText, licence] = (['club', 'country', 'bornIn', 'also', 'licence'] as const).map(
    take,
  ) as [string, string, string, string, string];
  const bornIn = readYear(birthText);
  const further = readFurther(alsoText, find);

  const extra = row.fields.findLastIndex((field) => field.trim() !== '') + 1;
  if (extra > header.length) {
    wrong('tooManyColumns', [], { columns: String(extra), expected: String(header.length) });
  }
  if (name === '') wrong('nameMissing', nameFields);
  if (categoryText === '') wrong('categoryMissing', categoryFields);
  else if (!known) wrong('unknownCategory', categoryFields, { category });
  if (targetText !== '' && !target) wrong('badTarget', targetFields, { target: targetText.slice(0, longestText) });
  if (birthText !== '' && bornIn === undefined) {
    wrong('badBirth', ['bornIn'], { birth: birthText.slice(0, longestText) });
  }
  for (const [part, found] of further) if (!found) wrong('unknownCategory', ['also'], { category: part });
  const texts = { name, club, category, country, also: alsoText, licence } as const;
  for (const [field, text] of Object.entries(texts) as [keyof typeof texts, string][]) {
    const column = headingOf(headed, field) ?? field;
    if (text.length > longestText) wrong('tooLong', [field], { column, longest: String(longestText) });
    if (isUnreadable(text)) wrong('unreadableText', [field], { column });
  }
  const needs = readAllNeeds(take, wrong);
  if (row.fields.some((field) => field.startsWith('#'))) {
    for (const field of Object.keys(columns) as ImportField[]) {
      const text = take(field);
      if (isCellError(text)) wrong('cellError', [field], { text });
    }
  }
  return {
    ...{ line: row.line, name, club, category, known, targetText, target, country, bornIn, licence, needs, problems },
    also: further.flatMap(([, found]) => (found ? [found] : [])),
    number: /^\d{1,7}$/.test(take('number')) ? Number(take('number')) : undefined,
  };
}

/** As a spreadsheet shows what it could not work out. */
function isCellError(text: string): boolean {
  return /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|CALC!|SPILL!)$/.test(text);
}

function readAllNeeds(
  take: (field: ImportField) => string,
  wrong: (code: 'badNeeds', fields: readonly ImportField[], details: ImportProblem['details']) => void,
): NeedsSaid {
  let said: NeedsSaid = {};
  for (const field of ['needs', 'wheelchair', 'leftHanded'] as const) {
    const text = take(field);
    const read = field === 'needs' ? readNeeds(text) : readTick(text, field);
    if (!read) wrong('badNeeds', [field], { text: text.slice(0, longestText) });
    said = { ...said, ...read };
  }
  return said;
}
