// One line of the file by itself: fields put together, category and target recognised, and what is wrong with it on its own.
import type { Category } from '../domain/setup/categories.ts';
import { parseTarget, type Target } from '../domain/target.ts';
import type { ImportField, ImportProblem } from '../wire/api-import.ts';
import { type FindCategory, genderWord } from './category-words.ts';
import { isUnreadable } from './decode-text.ts';
import type { Columns } from './headings.ts';
import type { TableRow } from './read-table.ts';

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
  readonly problems: readonly ImportProblem[];
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

export function readEntryLine(row: TableRow, columns: Columns, width: number, find: FindCategory): EntryLine {
  const take = (field: ImportField) => (columns[field] === undefined ? '' : (row.fields[columns[field]] ?? '').trim());
  const name = [take('name'), take('givenName'), take('familyName')].filter(Boolean).join(' ');
  const club = take('club');
  const parts = [take('category'), take('division'), take('ageClass'), genderWord(take('gender'))];
  const categoryText = parts.filter(Boolean).join(' ');
  const known = categoryText.length > longestText ? undefined : find(categoryText);
  const category = known?.code ?? categoryText;
  const targetText = [take('target'), take('butt'), take('letter')].join('');
  const target = parseTarget(targetText);
  const country = take('country');
  const birthText = take('bornIn');
  const bornIn = readYear(birthText);
  const alsoText = take('also');
  const further = readFurther(alsoText, find);

  const problems: ImportProblem[] = [];
  const extra = row.fields.findLastIndex((field) => field.trim() !== '') + 1;
  if (extra > width)
    problems.push({ code: 'tooManyColumns', details: { columns: String(extra), expected: String(width) } });
  if (name === '') problems.push({ code: 'nameMissing', details: {} });
  if (categoryText === '') problems.push({ code: 'categoryMissing', details: {} });
  else if (!known) problems.push({ code: 'unknownCategory', details: { category } });
  if (targetText !== '' && !target) problems.push({ code: 'badTarget', details: { target: targetText } });
  if (birthText !== '' && bornIn === undefined) {
    problems.push({ code: 'badBirth', details: { birth: birthText.slice(0, longestText) } });
  }
  for (const [part, found] of further) {
    if (!found) problems.push({ code: 'unknownCategory', details: { category: part } });
  }
  for (const [column, text] of Object.entries({ name, club, category, country, also: alsoText })) {
    if (text.length > longestText)
      problems.push({ code: 'tooLong', details: { column, longest: String(longestText) } });
    if (isUnreadable(text)) problems.push({ code: 'unreadableText', details: { column } });
  }
  const also = further.flatMap(([, found]) => (found ? [found] : []));
  return { line: row.line, name, club, category, known, targetText, target, country, bornIn, also, problems };
}
