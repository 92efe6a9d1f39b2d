// A competition of one end, so that a test says a whole qualification in a few lines: archers with what they shot, and events on it.
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { Standing } from '../domain/card/card-notes.ts';
import type { Competition } from '../domain/competition.ts';
import type { Elimination, EventSetup } from '../domain/event/event.ts';
import type { Entry, Fact } from '../domain/facts.ts';
import { metric, outdoor, type Round } from '../domain/rounds/round.ts';
import { creation, fold } from './small-competition.ts';

export const shortRound: Round = outdoor('short', 'Six arrows', metric(70, '122', 1, 6));

export interface ShotEntry {
  /** `X 10 9 M`; the rest of six are misses. Empty: nothing yet. */
  readonly arrows: string;
  readonly category?: string;
  readonly club?: string;
  readonly country?: string;
  readonly also?: readonly string[];
  readonly standing?: Standing;
}

export function arrowsOf(text: string): ArrowValue[] {
  const values = text.split(' ').filter((value) => value !== '') as ArrowValue[];
  return values.length === 0 ? [] : [...values, ...Array.from({ length: 6 - values.length }, () => 'M' as const)];
}

export function scored(entry: number, text: string): Fact {
  return { kind: 'arrowsScored', entry, end: 1, first: 0, arrows: arrowsOf(text) };
}

export function standing(entry: number, value: Standing): Fact {
  return { kind: 'standingSet', entry, standing: value, by: 'Hakim', reason: '' };
}

/** So many go on, shooting sets on the face. */
export function bracketOf(qualifiers: number, faceId = '122'): Extract<Elimination, { system: 'bracket' }> {
  return {
    system: 'bracket',
    chart: 16,
    placesShot: 4,
    qualifiers,
    formatId: 'set-individual',
    faceId,
    losers: 'byPhase',
    whenLevel: 'firstEnd',
  };
}

export function eventOf(elimination: Elimination | undefined, more: Partial<EventSetup> = {}): Fact {
  const contest = { kind: 'individual', category: 'RM' } as const;
  return {
    kind: 'eventSet',
    setup: { id: 'RM', name: 'Recurve Men', contest, dnfKeepsRank: true, ...more, elimination },
  };
}

/** Entries 1, 2, … named `Archer 1` and so on, in RM of `Garuda` unless they say otherwise. */
export function shortCompetition(shot: readonly ShotEntry[], ruleSetId = 'wa-2026'): Competition {
  const entries = shot.map(({ arrows: _, standing: __, ...given }, index): Entry => {
    return {
      number: index + 1,
      name: `Archer ${index + 1}`,
      club: 'Garuda',
      category: 'RM',
      target: undefined,
      ...given,
    };
  });
  const codes = [...new Set(['RM', 'RW', ...entries.flatMap(({ category, also = [] }) => [category, ...also])])];
  const { kind: _, ...details } = creation;
  const facts: Fact[] = [
    { ...details, kind: 'competitionCreated', ruleSetId },
    { kind: 'roundsAdded', rounds: [shortRound] },
    { kind: 'categoriesAdded', categories: codes.map((code) => ({ code, name: code, roundId: shortRound.id })) },
    { kind: 'entriesRegistered', entries },
  ];
  for (const [index, each] of shot.entries()) {
    if (each.arrows !== '') facts.push(scored(index + 1, each.arrows));
    if (each.standing) facts.push(standing(index + 1, each.standing));
  }
  const state = fold(undefined, facts);
  if (!state) throw new Error('a competition was created');
  return state;
}

export function withFacts(state: Competition, ...facts: readonly Fact[]): Competition {
  return fold(state, facts) ?? state;
}
