// In place of the keypad: the match is over and what that means, or nobody knows yet who shoots in it.
import type { ReactNode } from 'react';
import { type MatchStatus, otherSide, type Side } from '../../src/domain/match/match.ts';
import { Empty } from '../parts/empty.tsx';
import { type MatchView, nameOfMatch, placeWon } from '../store/match-store.ts';
import { nameOfSide } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';

type Over = Extract<MatchStatus, { kind: 'over' }>;

interface MatchResultProps {
  readonly match: MatchView;
  readonly status: Over;
  /** Correcting the last end, where a device may. */
  readonly action: ReactNode;
}

export function MatchResult({ match, status, action }: MatchResultProps) {
  const text = useText();
  const { t } = text;
  const { winner, by } = status;
  if (!winner) return <Empty title={t('match.over.nobody')} action={action} />;
  const name = nameOfSide(text, match.sheet, winner);
  const title = by === 'bye' ? t('match.over.bye', { name }) : t('match.over.won', { name });
  const how = [howWon(text, match, status), ...whatItMeans(text, match, winner)].filter(Boolean).join(' · ');
  return (
    <Empty title={title} action={action}>
      {how}
    </Empty>
  );
}

function howWon({ t }: Translator, { play }: MatchView, { winner, by }: Over): string {
  if (by === 'absence' || by === 'forfeit') return t(`match.over.${by}`);
  if (!play || !winner || by === 'bye') return '';
  const { points } = play.score;
  const score = `${points[winner]} : ${points[otherSide(winner)]}`;
  return by === 'shootOff' ? `${score} ${t('match.over.shootOff')}` : score;
}

/** The phase that comes, or the places that both have for good. */
function whatItMeans(text: Translator, { sheet }: MatchView, winner: Side): readonly string[] {
  const { t } = text;
  const name = nameOfSide(text, sheet, winner);
  const place = placeWon(sheet, true);
  if (place !== undefined) {
    const loser = otherSide(winner);
    const lost = placeWon(sheet, false) ?? 0;
    const words = [t('match.over.place', { name, place })];
    if (sheet.sides[loser].kind === 'competitor')
      words.push(t('match.over.place', { name: nameOfSide(text, sheet, loser), place: lost }));
    return words;
  }
  switch (nameOfMatch(sheet.matchId, sheet.level, sheet.topPlace).kind) {
    case 'semiFinal':
      return [t('match.over.final', { name })];
    case 'quarterFinal':
      return [t('match.over.semiFinal', { name })];
    case 'phase':
      return [t(sheet.level === 4 ? 'match.over.quarterFinal' : 'match.over.next', { name })];
    case 'places':
      return [t('match.over.next', { name })];
    default:
      return [];
  }
}

export function MatchPending() {
  const { t } = useText();
  return <Empty title={t('match.pending')}>{t('match.pending.text')}</Empty>;
}
