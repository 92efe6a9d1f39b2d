// Double scoring (WA Book 3, 12.1.1): two people keep the same arrows, and every arrow on which they do not agree is pointed out. The order
// in which either wrote an end never matters.
import { type ArrowValue, compareArrowValues } from '../arrow-value.ts';
import { distanceOfEnd, type Round } from '../rounds/rounds.ts';
import type { CardNotes, EndCheck, ScoringMode } from './card-notes.ts';
import { blankEnd, type End, isEndComplete, type Scorecard } from './scorecard.ts';

/** `unchecked`: no second card. `waiting`: the second card is there, the first has blank boxes still. */
export type CheckState = 'unchecked' | 'waiting' | 'equal' | 'differs';

/** Whether as many people have seen an end as the competition asks for. Where the athlete confirms, a second card does as well. */
export function isCheckedFor(mode: ScoringMode, check: Pick<EndCheck, 'byAthlete'> | undefined): boolean {
  switch (mode) {
    case 'one':
      return true;
    case 'confirmed':
      return check !== undefined;
    case 'two':
      return check !== undefined && !check.byAthlete;
  }
}

/** What one card has and the other has not. */
export interface ArrowDifference {
  /** On the first card, from 0, in the order of entry. */
  readonly box: number;
  readonly card: ArrowValue;
  readonly check: ArrowValue;
}

export interface EndDifferences {
  readonly end: number;
  readonly differences: readonly ArrowDifference[];
}

export interface DoubleEntry {
  /** Ends, from 1, in their order. */
  readonly differing: readonly EndDifferences[];
  /** Ends on which both cards agree. */
  readonly verified: readonly number[];
  /** Ends that the second card has and the first has not in full. */
  readonly waiting: readonly number[];
}

/** What is left of both when equal arrows are crossed out in pairs; the highest left on one beside the highest left on the other. */
export function differencesOfEnd(card: End, check: End): readonly ArrowDifference[] {
  const unmatched = check.filter((arrow) => arrow !== null);
  const left: { readonly box: number; readonly value: ArrowValue }[] = [];
  for (const [box, value] of card.entries()) {
    if (value === null) continue;
    const at = unmatched.indexOf(value);
    if (at === -1) left.push({ box, value });
    else unmatched.splice(at, 1);
  }
  left.sort((a, b) => compareArrowValues(a.value, b.value) || a.box - b.box);
  unmatched.sort(compareArrowValues);
  return left.flatMap(({ box, value }, index) => {
    const other = unmatched[index];
    return other === undefined ? [] : [{ box, card: value, check: other }];
  });
}

export function checkStateOf(card: End, check: End | undefined): CheckState {
  if (!check) return 'unchecked';
  if (!isEndComplete(card)) return 'waiting';
  return differencesOfEnd(card, check).length > 0 ? 'differs' : 'equal';
}

export function differencesOf(card: Scorecard, notes: Pick<CardNotes, 'checks'>, round: Round): DoubleEntry {
  const differing: EndDifferences[] = [];
  const verified: number[] = [];
  const waiting: number[] = [];
  for (const [end, check] of [...notes.checks].sort(([a], [b]) => a - b)) {
    const written = card.ends[end - 1] ?? blankEnd(distanceOfEnd(round, end)?.arrowsPerEnd ?? 0);
    switch (checkStateOf(written, check.arrows)) {
      case 'differs':
        differing.push({ end, differences: differencesOfEnd(written, check.arrows) });
        break;
      case 'equal':
        verified.push(end);
        break;
      default:
        waiting.push(end);
    }
  }
  return { differing, verified, waiting };
}
