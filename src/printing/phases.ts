// What a round of matches is called on paper.
import type { MatchResult } from '../interchange/match-results.ts';
import type { Words } from './words/words.ts';

type Phase = Pick<MatchResult, 'section' | 'level' | 'topPlace' | 'number' | 'pool' | 'id'>;

/** 1/8, Final, Bronze; of a double elimination and of pools the round. In the first language: columns are narrow. */
export function phaseTitle(words: Words, { section, level, topPlace, number, pool }: Phase): string {
  if (section === 'pool') return `${pool ?? ''} · ${words.short('round')} ${level}`;
  if (section === 'final') return number === 1 ? words.short('final') : words.short('secondFinal');
  if (section !== 'bracket') return `${words.short('round')} ${level}`;
  if (level > 1) return `1/${2 ** (level - 1)}`;
  if (topPlace === 1) return words.short('final');
  return topPlace === 3 ? words.short('bronzeMatch') : `${words.short('place')} ${topPlace}–${topPlace + 1}`;
}

/** The same, with the number of the match where there are several. */
export function matchTitle(words: Words, match: Phase): string {
  const isOnly = match.section === 'final' || (match.section === 'bracket' && match.level === 1);
  return isOnly ? phaseTitle(words, match) : `${phaseTitle(words, match)} · ${match.id}`;
}
