// A draw ⇄ its messages in proto/fact.proto: competitors by seed, matches and where their sides come from.
import type { Competitor, DrawMatch, DrawSection, DrawSource } from '../domain/draw/draw.ts';
import type { tenring } from './gen/fact.js';
import { MalformedError } from './malformed.ts';
import { count, list, present, text, type Words, wordOf } from './wire-fields.ts';

type WireCompetitor = tenring.journal.Competitor.$Properties;
type WireMatch = tenring.journal.DrawMatch.$Properties;
type WireSource = tenring.journal.DrawSource.$Properties;

const sectionWords: Words<DrawSection> = { bracket: true, upper: true, lower: true, final: true, pool: true };

export function competitorToWire({ key, name, entries }: Competitor): WireCompetitor {
  return { key, name, entries: [...entries] };
}

export function wireToCompetitor({ key, name, entries }: WireCompetitor): Competitor {
  return { key: text(key), name: text(name), entries: list(entries) };
}

function sourceToWire(source: DrawSource): WireSource {
  switch (source.from) {
    case 'seed':
      return { seed: source.seed };
    case 'nobody':
      return { nobody: {} };
    case 'pool':
      return { pool: { pool: source.pool, place: source.place } };
    case 'winner':
      return { winner: source.match };
    case 'loser':
      return { loser: source.match };
  }
}

function wireToSource(wire: WireSource | null | undefined): DrawSource {
  const { seed, nobody, winner, loser, pool } = wire ?? {};
  if (typeof seed === 'number') return { from: 'seed', seed };
  if (typeof winner === 'string') return { from: 'winner', match: winner };
  if (typeof loser === 'string') return { from: 'loser', match: loser };
  if (nobody) return { from: 'nobody' };
  if (pool) return { from: 'pool', pool: text(pool.pool), place: count(pool.place) };
  throw new MalformedError('a side of a match that comes from nowhere');
}

export function drawMatchToWire({ a, b, ...match }: DrawMatch): WireMatch {
  return { ...match, a: sourceToWire(a), b: sourceToWire(b) };
}

export function wireToDrawMatch(wire: WireMatch): DrawMatch {
  const { id, section, level, number, topPlace, pool, onlyIfBWon, a, b, formatId } = wire;
  return {
    id: text(id),
    section: wordOf(sectionWords, section),
    level: count(level),
    number: count(number),
    topPlace: count(topPlace),
    a: wireToSource(a),
    b: wireToSource(b),
    formatId: text(formatId),
    ...present('pool', pool),
    ...present('onlyIfBWon', onlyIfBWon),
  };
}
