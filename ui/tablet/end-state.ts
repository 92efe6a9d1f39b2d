// How far an end of a card is: on this tablet, sending, saved, not accepted; and once it is saved, whether the second card or the athlete
// agrees.
import type { ScoringMode } from '../../src/domain/card/card-notes.ts';
import { isEndBlank } from '../../src/domain/card/scorecard.ts';
import { reviewEnd } from '../store/double-scoring.ts';
import type { ArcherCard, EndStatus } from '../store/sheet-store.ts';

export type EndState = EndStatus | 'verified' | 'differs';

/**
 * `kept` is the card as this tablet keeps it, `both` the same archer with both cards. Only in words of the tablet itself until the
 * appliance has what was typed here.
 */
export function stateOfEnd(kept: ArcherCard, both: ArcherCard, end: number, mode: ScoringMode): EndState {
  const status = kept.statusOfEnd.get(end) ?? 'saved';
  if (status !== 'saved' || mode === 'one' || isEndBlank(kept.card.ends[end - 1])) return status;
  const { state, isVerified } = reviewEnd(both, end, mode);
  return state === 'differs' ? 'differs' : isVerified ? 'verified' : 'saved';
}

/** Of a card in one word: what needs somebody first, else the last end. */
export function stateOfCard(kept: ArcherCard, both: ArcherCard, lastEnd: number, mode: ScoringMode): EndState {
  if (kept.rejected.length > 0) return 'rejected';
  const last = stateOfEnd(kept, both, lastEnd, mode);
  if (last !== 'saved' && last !== 'verified') return last;
  const ends = kept.card.ends.map((_, index) => stateOfEnd(kept, both, index + 1, mode));
  return ends.includes('differs') ? 'differs' : last;
}
