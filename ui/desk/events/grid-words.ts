// A match of the plan in words: its event, and what it is about.
import { nameOfMatch } from '../../store/match-store.ts';
import { wordsOfName } from '../../text/match-words.ts';
import type { Translator } from '../../text/translator.ts';
import type { GridMatch } from './plan-grid.ts';

export function wordsOfGridMatch(text: Translator, found: GridMatch | undefined): string {
  if (!found) return '';
  const { event, match } = found;
  return `${event} ${match.id} · ${wordsOfName(text, nameOfMatch(match.id, match.level, match.topPlace))}`;
}

/** Who shoots in it, as far as it is known. */
export function namesInMatch({ t }: Translator, { match: { seats } }: GridMatch): string {
  return [seats.a, seats.b].map(({ name }) => name ?? t('match.side.pending')).join(' – ');
}
