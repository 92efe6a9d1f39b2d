// An entry as the texts of a form, and back: what can be told to be wrong before the appliance is asked is said by field.
import type { Discipline } from '../../../src/domain/rounds/rounds.ts';
import { ageClassOfCode, type Category, categoryFromCode, mayShoot } from '../../../src/domain/setup/categories.ts';
import { archerNeeds } from '../../../src/domain/setup/draw-targets.ts';
import { formatTarget, parseTarget } from '../../../src/domain/target.ts';
import type { EntryBody } from '../../../src/wire/api-entries.ts';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';

export const entryFields = [
  'name',
  'club',
  'category',
  'target',
  'country',
  'bornIn',
  'licence',
  'also',
  'needs',
] as const;
export type EntryField = (typeof entryFields)[number];
export type EntryTexts = Readonly<Record<EntryField, string>>;

export const noTexts: EntryTexts = {
  ...{ name: '', club: '', category: '', target: '', country: '' },
  ...{ bornIn: '', licence: '', also: '', needs: '' },
};

/** What is registered, without what the desk only notes. */
export function bodyOf(entry: DeskEntry): EntryBody {
  const { name, club, category, target, country, bornIn, also, licence, needs } = entry;
  return {
    ...{ name, club, category, target },
    ...(country === undefined ? {} : { country }),
    ...(bornIn === undefined ? {} : { bornIn }),
    ...(also === undefined ? {} : { also }),
    ...(licence === undefined ? {} : { licence }),
    ...(needs === undefined ? {} : { needs }),
  };
}

export function textsOf({ name, club, category, target, ...rest }: EntryBody): EntryTexts {
  const { country = '', bornIn = '', licence = '', also = [], needs = [] } = rest;
  return {
    ...{ name, club, category, target: target ?? '', country, bornIn: String(bornIn), licence },
    ...{ also: also.join(' '), needs: needs.join(' ') },
  };
}

/** By field, as keys of the catalogues: `desk.entry.wrong.*`. */
export type FieldProblem = 'name' | 'category' | 'target' | 'bornIn' | 'age' | 'also';
export type FieldProblems = Partial<Record<EntryField, FieldProblem>>;

export interface EntryKnown {
  readonly categories: readonly { readonly code: string; readonly name: string }[];
  /** Of the competition. */
  readonly year: number;
  readonly discipline: Discipline;
}

export interface ReadEntry {
  readonly body: EntryBody;
  /** Of World Archery's, that the competition does not have yet: comes along with its usual round. */
  readonly newCategory: Category | undefined;
  readonly problems: FieldProblems;
}

export function readTexts(texts: EntryTexts, { categories, year, discipline }: EntryKnown): ReadEntry {
  const there = codeOf(texts.category, categories);
  const newCategory = there === undefined ? categoryFromCode(texts.category, discipline) : undefined;
  const category = there ?? newCategory?.code;
  const target = parseTarget(texts.target);
  const also = wordsIn(texts.also).map((word) => codeOf(word, categories) ?? word);
  const bornIn = texts.bornIn.trim() === '' ? undefined : Number(texts.bornIn);
  const [country, licence] = [texts.country.trim(), texts.licence.trim()];
  const needs = archerNeeds.filter((need) => wordsIn(texts.needs).includes(need));
  const problems: FieldProblems = {
    ...(texts.name.trim() === '' ? { name: 'name' } : {}),
    ...(category === undefined ? { category: 'category' } : {}),
    ...(texts.target.trim() !== '' && !target ? { target: 'target' } : {}),
    ...bornInProblem(bornIn, year, category),
    ...(also.some((code) => !categories.some((each) => each.code === code)) ? { also: 'also' } : {}),
  };
  const body: EntryBody = {
    name: texts.name.trim(),
    club: texts.club.trim(),
    category: category ?? texts.category.trim(),
    target: target ? formatTarget(target) : null,
    ...(country ? { country } : {}),
    ...(bornIn === undefined ? {} : { bornIn }),
    ...(also.length > 0 ? { also } : {}),
    ...(licence ? { licence } : {}),
    ...(needs.length > 0 ? { needs } : {}),
  };
  return { body, newCategory, problems };
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

function bornInProblem(bornIn: number | undefined, year: number, category: string | undefined): FieldProblems {
  if (bornIn === undefined) return {};
  if (!Number.isInteger(bornIn) || bornIn < 1900 || bornIn > year) return { bornIn: 'bornIn' };
  const ageClass = ageClassOfCode(category ?? '');
  return ageClass === undefined || mayShoot(ageClass, year - bornIn) ? {} : { bornIn: 'age' };
}

/** By code in any case, or by the name. */
export function codeOf(
  text: string,
  categories: readonly { readonly code: string; readonly name: string }[],
): string | undefined {
  const wanted = text.trim().toLowerCase();
  const found =
    categories.find(({ code }) => code === text.trim()) ??
    categories.find(({ code }) => code.toLowerCase() === wanted) ??
    categories.find(({ name }) => name.toLowerCase() === wanted);
  return found?.code;
}

/** Of a refusal's code: beside which field its sentence belongs. Undefined: above the form. */
export function fieldOfRefusal(code: string): EntryField | undefined {
  const fields: Readonly<Record<string, EntryField>> = {
    ...{ nameMissing: 'name', duplicateEntry: 'name', targetTaken: 'target', countryWrong: 'country' },
    ...{ licenceWrong: 'licence', bornInWrong: 'bornIn', otherRound: 'also' },
    ...{ unknownCategory: 'category', roundIsShot: 'category', entryInDraw: 'category' },
  };
  return Object.hasOwn(fields, code) ? fields[code] : undefined;
}
