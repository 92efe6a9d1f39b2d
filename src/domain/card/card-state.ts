// How far a card is on its way to being closed: shot, seen by as many as the competition asks for, signed. For lists of all cards, where
// the desk finds what still has to be settled.
import { type Competition, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { Entry } from '../facts.ts';
import { countEnds } from '../rounds/rounds.ts';
import type { Signer, Standing } from './card-notes.ts';
import { checkStateOf, isCheckedFor } from './double-entry.ts';
import { isEndComplete } from './scorecard.ts';

export interface CardState {
  readonly entry: Entry;
  readonly standing: Standing;
  readonly total: number;
  /** Of the round. */
  readonly ends: number;
  /** Ends with every arrow written. */
  readonly shot: number;
  /** Of these, ends seen by as many as the competition asks for, who all have the same. */
  readonly verified: number;
  /** Ends on which the two cards differ, in their order. */
  readonly differing: readonly number[];
  /** Ends that only the second card has in full. */
  readonly waiting: readonly number[];
  readonly signed: readonly Signer[];
  readonly isLocked: boolean;
}

/** Undefined for an entry that nobody is, or whose round this version does not know. */
export function cardStateOf(state: Competition, number: number): CardState | undefined {
  const entry = state.entries.at(number);
  const round = roundOfEntry(state, number);
  if (!entry || !round) return undefined;
  const { ends, tally } = scorecardOf(state, number);
  const { checks, standing, lock, signatures } = notesOf(state, number);
  const shot = ends.filter(isEndComplete).length;
  const isVerified = (index: number) => {
    const check = checks.get(index + 1);
    return checkStateOf(ends[index] ?? [null], check?.arrows) !== 'differs' && isCheckedFor(state.scoring, check);
  };
  const checked = [...checks].sort(([a], [b]) => a - b);
  const inState = (wanted: string) =>
    checked.flatMap(([end, { arrows }]) => (checkStateOf(ends[end - 1] ?? [null], arrows) === wanted ? [end] : []));
  return {
    ...{ entry, standing, total: tally.total, ends: countEnds(round), shot },
    verified: ends.filter((end, index) => isEndComplete(end) && isVerified(index)).length,
    differing: inState('differs'),
    waiting: inState('waiting'),
    signed: [...signatures.keys()].sort(),
    isLocked: lock !== undefined,
  };
}

/** What of all cards somebody wants to see. */
export const cardFilters = ['all', 'differing', 'unverified', 'unsigned', 'signed'] as const;
export type CardFilter = (typeof cardFilters)[number];

export function isCardShown(card: CardState, filter: CardFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'differing':
      return card.differing.length > 0;
    case 'unverified':
      return card.verified < card.shot;
    case 'unsigned':
      return !card.isLocked && isShotToTheEnd(card);
    case 'signed':
      return card.isLocked;
  }
}

/** Nothing is written on it any more but corrections. */
function isShotToTheEnd({ shot, ends, standing }: CardState): boolean {
  return shot === ends || (standing !== 'competing' && shot > 0);
}

/** Of those with a card, in the order of their numbers; each is looked at once. */
export function cardStatesOf(state: Competition): readonly CardState[] {
  return Array.from(state.entries.entries(), ([number]) => cardStateOf(state, number)).filter((card) => !!card);
}

export function countCards(cards: readonly CardState[]): Readonly<Record<CardFilter, number>> {
  const count = (filter: CardFilter) => cards.filter((card) => isCardShown(card, filter)).length;
  return {
    all: count('all'),
    differing: count('differing'),
    unverified: count('unverified'),
    unsigned: count('unsigned'),
    signed: count('signed'),
  };
}
