// A draw in an interchange file: competitors who are there, and matches whose sides come from matches before them, each from one place.
import type { Competition } from '../competition.ts';
import type { Draw, DrawMatch, DrawSource } from '../draw/draw.ts';
import { findMatchFormat } from '../match/match-format.ts';
import type { DocumentEvent, DocumentFlaw } from './document.ts';
import { findTwice, firstFlaw, flawAt } from './document-flaw.ts';
import type { JsonPath } from './json-pointer.ts';

export function findDrawFlaw(
  { setup }: DocumentEvent,
  draw: Draw,
  state: Competition,
  path: JsonPath,
): DocumentFlaw | undefined {
  const most = setup.elimination?.qualifiers ?? 0;
  const { matches } = draw;
  return (
    findCompetitorFlaw(draw, most, state, [...path, 'competitors']) ??
    findTwice(
      matches,
      ({ id }) => id,
      (index) => [...path, 'matches', index, 'id'],
    ) ??
    firstFlaw(matches, ({ formatId }, index) =>
      findMatchFormat(state.ruleSetId, formatId)
        ? undefined
        : flawAt([...path, 'matches', index, 'formatId'], 'unknown', formatId),
    ) ??
    findSourceFlaw(matches, most, [...path, 'matches'])
  );
}

function findCompetitorFlaw(
  { competitors }: Draw,
  most: number,
  state: Competition,
  path: JsonPath,
): DocumentFlaw | undefined {
  if (competitors.length > most) return flawAt(path, 'impossible', competitors, `${most} qualifiers`);
  const unknown = firstFlaw(competitors, ({ entries }, index) =>
    firstFlaw(entries, (entry, at) =>
      state.entries.at(entry) ? undefined : flawAt([...path, index, 'entries', at], 'unknown', entry),
    ),
  );
  return (
    unknown ??
    findTwice(
      competitors,
      ({ key }) => key,
      (index) => [...path, index, 'key'],
    )
  );
}

interface Reference {
  readonly source: DrawSource;
  readonly path: JsonPath;
  /** Index of the match that asks. */
  readonly by: number;
}

function referencesOf(matches: readonly DrawMatch[], path: JsonPath): readonly Reference[] {
  return matches.flatMap(({ a, b, onlyIfBWon }, by) => [
    { source: a, path: [...path, by, 'a'], by },
    { source: b, path: [...path, by, 'b'], by },
    ...(onlyIfBWon === undefined
      ? []
      : [{ source: { from: 'winner', match: onlyIfBWon } as const, path: [...path, by, 'onlyIfBWon'], by }]),
  ]);
}

function findSourceFlaw(matches: readonly DrawMatch[], most: number, path: JsonPath): DocumentFlaw | undefined {
  const places = new Map(matches.map(({ id }, index) => [id, index]));
  const references = referencesOf(matches, path);
  const flaw = firstFlaw(references, (reference) => {
    const { source } = reference;
    if (source.from === 'seed' && source.seed > most) return flawAt(reference.path, 'impossible', source, 'seed');
    return flawOfOrder(reference, matches, places);
  });
  const inBrackets = references.filter(
    ({ by, path: at }) => matches[by]?.pool === undefined && at.at(-1) !== 'onlyIfBWon',
  );
  return (
    flaw ??
    findTwice(
      inBrackets,
      ({ source }) => (source.from === 'nobody' ? undefined : JSON.stringify(Object.entries(source).sort())),
      (index) => inBrackets[index]?.path ?? path,
    )
  );
}

/** Indexes of the matches that a source waits for; undefined where there is none of that name. */
function waitsFor(
  source: DrawSource,
  matches: readonly DrawMatch[],
  places: ReadonlyMap<string, number>,
): readonly number[] | undefined {
  if (source.from === 'seed' || source.from === 'nobody') return [];
  if (source.from !== 'pool') {
    const place = places.get(source.match);
    return place === undefined ? undefined : [place];
  }
  const ofPool = matches.flatMap(({ pool }, index) => (pool === source.pool ? [index] : []));
  return ofPool.length > 0 ? ofPool : undefined;
}

/** Every side comes from matches further up in the list; one that leads back to where it started is a circle. */
function flawOfOrder(
  { source, path, by }: Reference,
  matches: readonly DrawMatch[],
  places: ReadonlyMap<string, number>,
): DocumentFlaw | undefined {
  const before = waitsFor(source, matches, places);
  if (!before) return flawAt(path, 'unknown', source);
  if (before.every((index) => index < by)) return undefined;
  const isCircle = leadsTo(by, before, matches, places);
  return isCircle ? flawAt(path, 'cycle', source) : flawAt(path, 'impossible', source, 'matchOutOfOrder');
}

function leadsTo(
  goal: number,
  from: readonly number[],
  matches: readonly DrawMatch[],
  places: ReadonlyMap<string, number>,
): boolean {
  const seen = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === goal) return true;
    const match = matches[index];
    if (seen.has(index) || !match) continue;
    seen.add(index);
    const sources = referencesOf([match], []).map(({ source }) => source);
    open.push(...sources.flatMap((source) => waitsFor(source, matches, places) ?? []));
  }
  return false;
}
