// What has happened in a competition. Facts are all that the journal holds; a kind, once released, is never changed or removed, only
// joined by new ones, so that a journal of ten years ago still folds.
import type { ArrowValue } from './arrow-value.ts';
import type { Category } from './categories.ts';
import type { Actor } from './commands.ts';
import type { Discipline } from './rounds.ts';
import type { End } from './scorecard.ts';
import type { Target } from './target.ts';

export interface Entry {
  /** From 1, in the order of registration; never used again. */
  readonly number: number;
  readonly name: string;
  readonly club: string;
  readonly category: string;
  readonly target: Target | undefined;
}

export interface CompetitionCreated {
  readonly kind: 'competitionCreated';
  readonly name: string;
  readonly venue: string;
  readonly from: string;
  readonly to: string;
  readonly discipline: Discipline;
  readonly ruleSetId: string;
}

export interface CategoriesAdded {
  readonly kind: 'categoriesAdded';
  readonly categories: readonly Category[];
}

export interface EntriesRegistered {
  readonly kind: 'entriesRegistered';
  readonly entries: readonly Entry[];
}

export interface DevicePaired {
  readonly kind: 'devicePaired';
  readonly device: string;
  readonly butt: number;
  readonly tokenHash: string;
  readonly label: string;
}

export interface DeviceRevoked {
  readonly kind: 'deviceRevoked';
  readonly device: string;
}

export interface ArrowsScored {
  readonly kind: 'arrowsScored';
  readonly entry: number;
  readonly end: number;
  readonly first: number;
  readonly arrows: readonly ArrowValue[];
}

export interface EndCorrected {
  readonly kind: 'endCorrected';
  readonly entry: number;
  readonly end: number;
  readonly was: End;
  readonly arrows: End;
  readonly reason: string;
}

export type Fact =
  | CompetitionCreated
  | CategoriesAdded
  | EntriesRegistered
  | DevicePaired
  | DeviceRevoked
  | ArrowsScored
  | EndCorrected;

/** A fact with its place in the journal and where it came from. */
export interface RecordedFact {
  /** From 1, without gaps, per competition. */
  readonly seq: number;
  readonly at: number;
  readonly commandId: string;
  readonly actor: Actor;
  readonly fact: Fact;
}

/** A fact decided, not yet in the journal. */
export type UnrecordedFact = Omit<RecordedFact, 'seq'>;

/** How far a reader is. A new epoch means that the numbers of another epoch say nothing. */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}
