// Two cards of the same arrows on two devices, or one card that its athlete confirms: how either looks to whoever keeps it, where they
// differ, and what still has to be agreed before the card is signed.
import type { ScoringMode } from '../../src/domain/card/card-notes.ts';
import {
  type ArrowDifference,
  type CheckState,
  checkStateOf,
  differencesOfEnd,
  isCheckedFor,
} from '../../src/domain/card/double-entry.ts';
import { blankEnd, type End, isEndComplete, nextEnd, scorecardOfEnds } from '../../src/domain/card/scorecard.ts';
import type { CheckEnd } from '../../src/domain/commands.ts';
import { countEnds, distanceOfEnd, type Round } from '../../src/domain/rounds/rounds.ts';
import type { EndEntry } from './end-entry.ts';
import { type ArcherCard, slotsOf } from './sheet-store.ts';

/** Which of two cards a device keeps. */
export type CardSide = 'first' | 'second';

/** One end on both cards. */
export interface ReviewedEnd {
  readonly end: number;
  readonly state: CheckState;
  /** Box by box of the first card. */
  readonly differences: readonly ArrowDifference[];
  readonly first: End;
  /** Undefined where nobody has checked it. */
  readonly second: End | undefined;
  /** Shot in full, and seen by as many as the scoring mode asks for, who all have the same. */
  readonly isVerified: boolean;
}

export function reviewEnd(each: ArcherCard, end: number, mode: ScoringMode): ReviewedEnd {
  const first = slotsOf(each.card, each.round, end);
  const check = each.checks.get(end);
  const state = checkStateOf(first, check?.arrows);
  return {
    ...{ end, state, first },
    second: check?.arrows,
    differences: check && state === 'differs' ? differencesOfEnd(first, check.arrows) : [],
    isVerified: isEndComplete(first) && state !== 'differs' && isCheckedFor(mode, check),
  };
}

/** Every end of the round, in order. */
export function reviewCard(each: ArcherCard, mode: ScoringMode): readonly ReviewedEnd[] {
  return Array.from({ length: countEnds(each.round) }, (_, index) => reviewEnd(each, index + 1, mode));
}

export function hasDifference(each: ArcherCard): boolean {
  return reviewCard(each, 'two').some(({ state }) => state === 'differs');
}

/** Ends that are shot and that nobody else has yet said yes to: the athlete is asked about these. */
export function endsToConfirm(each: ArcherCard): readonly number[] {
  return reviewCard(each, 'confirmed').flatMap(({ end, first, isVerified }) =>
    isEndComplete(first) && !isVerified ? [end] : [],
  );
}

/** What keeps a card from being signed; undefined when nothing does. */
export type SigningObstacle =
  | { readonly kind: 'incomplete'; readonly end: number }
  | { readonly kind: 'differs' | 'unverified'; readonly ends: readonly number[] };

export function findObstacle(each: ArcherCard, mode: ScoringMode): SigningObstacle | undefined {
  const reviewed = reviewCard(each, mode);
  const open = each.archer.standing === undefined ? reviewed.find(({ first }) => !isEndComplete(first)) : undefined;
  if (open) return { kind: 'incomplete', end: open.end };
  const differing = reviewed.filter(({ state }) => state === 'differs').map(({ end }) => end);
  if (differing.length > 0) return { kind: 'differs', ends: differing };
  const unverified = reviewed.filter(({ first, isVerified }) => isEndComplete(first) && !isVerified);
  return unverified.length > 0 ? { kind: 'unverified', ends: unverified.map(({ end }) => end) } : undefined;
}

/**
 * The archer as the keeper of the second card sees him: only what is on that card. The first card's arrows are not in it, so that
 * nobody copies them.
 */
export function secondCardOf(each: ArcherCard): ArcherCard {
  const { round, archer, checks, statusOfCheck } = each;
  const second = new Map([...checks].filter(([, { byAthlete }]) => !byAthlete));
  const last = Math.max(0, ...second.keys());
  const ends = Array.from({ length: last }, (_, index) => second.get(index + 1)?.arrows ?? blankOf(round, index + 1));
  const card = scorecardOfEnds(round, ends);
  // What the first card holds open is not shot yet for the second either.
  const held = (archer.held ?? []).filter((end) => !second.has(end));
  return {
    ...each,
    ...{ card, held },
    statusOfEnd: statusOfCheck,
    next: nextEnd(card, round, new Set(held)) ?? held[0],
  };
}

function blankOf(round: Round, end: number): End {
  return blankEnd(distanceOfEnd(round, end)?.arrowsPerEnd ?? 0);
}

/** An end of the second card, written or written anew: always whole. */
export function checkOfEntry({ slots }: EndEntry, entry: number, end: number): CheckEnd {
  return { kind: 'checkEnd', entry, end, arrows: slots };
}

/** The athlete's yes to an end as it is on the card. */
export function confirmationOf(each: ArcherCard, end: number): CheckEnd {
  const arrows = slotsOf(each.card, each.round, end);
  return { kind: 'checkEnd', entry: each.archer.entry, end, arrows, byAthlete: true };
}
