// An entry as a line of the file makes it. What the file does not say, or leaves empty, stays as it was: lists come back with less in them than
// the desk has written since.
import type { NewEntry } from '../domain/commands.ts';
import type { Entry } from '../domain/facts.ts';
import { archerNeeds } from '../domain/setup/draw-targets.ts';
import { keptEntry } from '../domain/setup/entry-check.ts';
import { formatTarget } from '../domain/target.ts';
import type { ImportChange } from '../wire/api-import.ts';
import type { EntryLine } from './read-entry-line.ts';

export function entryOfLine(line: EntryLine, was: Entry | undefined): NewEntry {
  const { name, category } = line;
  const needs = archerNeeds.filter((need) => line.needs[need] ?? was?.needs?.includes(need));
  const also = line.also.length > 0 ? line.also.map(({ code }) => code) : was?.also;
  const [country, licence] = [line.country || was?.country, line.licence || was?.licence];
  const bornIn = line.bornIn ?? was?.bornIn;
  return keptEntry({
    ...{ name, category, club: line.club || was?.club || '', target: line.target ?? was?.target, needs },
    ...(also ? { also } : {}),
    ...(country ? { country } : {}),
    ...(licence ? { licence } : {}),
    ...(bornIn === undefined ? {} : { bornIn }),
  });
}

const texts: Readonly<Record<ImportChange['field'], (entry: NewEntry) => string>> = {
  name: ({ name }) => name,
  club: ({ club }) => club,
  category: ({ category }) => category,
  target: ({ target }) => (target ? formatTarget(target) : ''),
  country: ({ country }) => country ?? '',
  bornIn: ({ bornIn }) => String(bornIn ?? ''),
  also: ({ also = [] }) => also.join(', '),
  licence: ({ licence }) => licence ?? '',
  needs: ({ needs = [] }) => needs.join(', '),
};
const fields = Object.keys(texts) as readonly ImportChange['field'][];

export function changesBetween(was: NewEntry, now: NewEntry): readonly ImportChange[] {
  return fields.flatMap((field) => {
    const [before, after] = [texts[field](was), texts[field](now)];
    return before === after ? [] : [{ field, was: before, now: after }];
  });
}
