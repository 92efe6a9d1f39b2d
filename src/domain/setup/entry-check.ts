// What is registered of an athlete: name and category, country, year of birth, further categories, membership, needs. For commands, files and the
// preview of a list alike.

import type { NewEntry } from '../commands.ts';
import { type Competition, categoriesOf, roundOfCategory } from '../competition.ts';
import type { Rejection } from '../rejections.ts';
import { ageClassOfCode, mayShoot } from './categories.ts';
import { archerNeeds } from './draw-targets.ts';
import { isOneLine } from './text-check.ts';

type Known = Pick<Competition, 'from' | 'rounds' | 'categories'>;
export type EntryDetails = Pick<NewEntry, 'name' | 'category' | 'country' | 'bornIn' | 'also' | 'licence' | 'needs'>;

export type DetailProblem = Extract<
  Rejection,
  { readonly code: 'countryWrong' | 'bornInWrong' | 'licenceWrong' | 'unknownCategory' | 'otherRound' }
>;

export type EntryProblem = DetailProblem | Extract<Rejection, { readonly code: 'nameMissing' }>;

const longestCountry = 60;
const longestLicence = 40;
const firstYear = 1900;

/** The first of them that cannot be. */
export function findDetailProblem(state: Known, entry: EntryDetails): DetailProblem | undefined {
  const { country, bornIn, name, licence } = entry;
  if (country?.trim() && !isOneLine(country, longestCountry)) return { code: 'countryWrong', country };
  if (bornIn !== undefined && !mayBeBornIn(state, entry, bornIn)) return { code: 'bornInWrong', name, bornIn };
  if (licence?.trim() && !isOneLine(licence, longestLicence)) return { code: 'licenceWrong', licence };
  return findFurtherProblem(state, entry);
}

/** What is wrong with an entry by itself: who it is, and all its details. */
export function findEntryProblem(state: Known, entry: NewEntry): EntryProblem | undefined {
  const { name, category } = entry;
  if (name.trim() === '') return { code: 'nameMissing' };
  return state.categories.has(category) ? findDetailProblem(state, entry) : { code: 'unknownCategory', category };
}

/** Age is that of the year of the event (RULES 1.1); classes by their codes, which only World Archery's tell. */
function mayBeBornIn(state: Known, entry: EntryDetails, bornIn: number): boolean {
  const year = Number(state.from.slice(0, 4));
  if (!Number.isInteger(bornIn) || bornIn < firstYear || bornIn > year) return false;
  return categoriesOf(entry).every((code) => {
    const ageClass = ageClassOfCode(code);
    return ageClass === undefined || mayShoot(ageClass, year - bornIn);
  });
}

/** Further categories are known, and their round is the same, since it is the same card. */
export function findFurtherProblem(
  state: Omit<Known, 'from'>,
  { category, also = [] }: Pick<EntryDetails, 'category' | 'also'>,
): DetailProblem | undefined {
  const round = roundOfCategory(state, category)?.id;
  for (const code of also) {
    if (!state.categories.has(code)) return { code: 'unknownCategory', category: code };
    if (roundOfCategory(state, code)?.id !== round) return { code: 'otherRound', category, also: code };
  }
  return undefined;
}

/** As it is kept: without what is empty, each further category once and not the entry's own again. */
export function keptDetails(entry: EntryDetails): Omit<EntryDetails, 'name' | 'category'> {
  const { category, bornIn } = entry;
  const [country, licence] = [entry.country?.trim(), entry.licence?.trim()];
  const needs = archerNeeds.filter((need) => entry.needs?.includes(need));
  const also = [...new Set(entry.also)].filter((code) => code !== category);
  return {
    ...(country ? { country } : {}),
    ...(bornIn === undefined ? {} : { bornIn }),
    ...(also.length > 0 ? { also } : {}),
    ...(licence ? { licence } : {}),
    ...(needs.length > 0 ? { needs } : {}),
  };
}

/** An entry as it is kept. */
export function keptEntry(entry: NewEntry): NewEntry {
  const { name, club, category, target } = entry;
  return { name: name.trim(), club: club.trim(), category, target, ...keptDetails(entry) };
}
