// A match in words: what it is about, which end is being shot, who is on a side.
import type { MatchSheet } from '../../src/domain/event/match-sheet.ts';
import type { Side } from '../../src/domain/match/match.ts';
import type { MatchFormat } from '../../src/domain/match/match-format.ts';
import type { MatchPlace } from '../../src/domain/match/match-scoring.ts';
import type { MatchInBracketView } from '../../src/wire/api-matches.ts';
import { needsOf } from '../store/match-needs.ts';
import { type MatchName, nameOfMatch, type Play } from '../store/match-store.ts';
import type { Translator } from './translator.ts';

export function wordsOfName({ t }: Translator, name: MatchName): string {
  switch (name.kind) {
    case 'phase':
      return t('match.name.phase', { archers: 2 * name.matches });
    case 'places':
      return t('match.name.places', { from: name.from, to: name.to });
    case 'pool':
      return t('match.name.pool', { pool: name.pool });
    case 'round':
      return t('match.name.round', { id: name.id });
    default:
      return t(`match.name.${name.kind}`);
  }
}

/** In a list to choose from: which it is and who shoots it. */
export function labelOfMatch(text: Translator, { id, level, topPlace, seats }: MatchInBracketView): string {
  const names = [seats.a, seats.b].map(({ name }) => name ?? '…').join(' – ');
  return `${wordsOfName(text, nameOfMatch(id, level, topPlace))} ${id}: ${names}`;
}

export function titleOfMatch(text: Translator, { matchId, level, topPlace }: MatchSheet): string {
  return wordsOfName(text, nameOfMatch(matchId, level, topPlace));
}

export function nameOfSide({ t }: Translator, { sides }: Pick<MatchSheet, 'sides'>, side: Side): string {
  const { kind, name } = sides[side];
  return kind === 'competitor' ? name : t(kind === 'nobody' ? 'match.side.nobody' : 'match.side.pending');
}

export function namesOfSides(text: Translator, sheet: MatchSheet | undefined): Readonly<Record<Side, string>> {
  return sheet ? { a: nameOfSide(text, sheet, 'a'), b: nameOfSide(text, sheet, 'b') } : { a: 'A', b: 'B' };
}

/** Of a match's clock; empty while the format is not known. */
export function wordsOfClockPlace(text: Translator, format: MatchFormat | undefined, place: MatchPlace): string {
  return format ? wordsOfPlace(text, format, place) : '';
}

export function wordsOfPlace({ t }: Translator, { system, ends }: MatchFormat, { part, number }: MatchPlace): string {
  if (part === 'shootOff') return number > 1 ? t('match.place.shootOff.again', { number }) : t('match.place.shootOff');
  return t(system === 'set' ? 'match.place.set' : 'match.place.end', { number, ends });
}

/** "needs 28 to win the match, 27 for a shoot-off"; undefined when nothing is to be said. */
export function wordsOfNeeds({ t }: Translator, { match, place, projection }: Play): string | undefined {
  if (!projection || !place) return undefined;
  const isSets = match.format.system === 'set';
  const words = needsOf(projection, place.part).map(({ for: reason, points }) => {
    if (reason === 'end' && !isSets) return t('match.needs.lead', { points });
    if (reason === 'level' && !isSets) return t('match.needs.levelTotal', { points });
    return t(`match.needs.${reason}`, { points });
  });
  return words.length > 0 ? words.join(', ') : undefined;
}
