// What can be asked of a competition. A closed union: whoever switches over it handles every kind. The command's id, time and actor
// come beside it in a CommandContext, never from a clock in here.
import type { ArrowValue } from './arrow-value.ts';
import type { Category } from './categories.ts';
import type { Discipline } from './rounds.ts';
import type { End } from './scorecard.ts';
import type { Target } from './target.ts';

/** Who asks. A scorer is a paired device, allowed its own butt only; the system is this appliance itself (demo, restore). */
export type Actor =
  | { readonly role: 'organiser' }
  | { readonly role: 'scorer'; readonly device: string }
  | { readonly role: 'system' };

export interface CommandContext {
  /** Made where the command was made; 32 lower-case hex digits (128 bits, UUIDv7 without dashes by preference). */
  readonly commandId: string;
  /** Milliseconds since 1970 by the appliance's clock. */
  readonly at: number;
  readonly actor: Actor;
}

/** An athlete as registered, before a number is given. */
export interface NewEntry {
  readonly name: string;
  readonly club: string;
  /** A category's code. */
  readonly category: string;
  readonly target: Target | undefined;
}

export interface CreateCompetition {
  readonly kind: 'createCompetition';
  readonly name: string;
  readonly venue: string;
  /** Days as yyyy-mm-dd. */
  readonly from: string;
  readonly to: string;
  readonly discipline: Discipline;
  readonly ruleSetId: string;
}

/** All or nothing: categories that do not exist yet come along. */
export interface ImportEntries {
  readonly kind: 'importEntries';
  readonly categories: readonly Category[];
  readonly entries: readonly NewEntry[];
}

export interface PairDevice {
  readonly kind: 'pairDevice';
  /** Made by the appliance; the same device may be paired again, to another butt. */
  readonly device: string;
  readonly butt: number;
  /** SHA-256 of the device's token, hex. The token itself is known to the device only. */
  readonly tokenHash: string;
  readonly label: string;
}

export interface RevokeDevice {
  readonly kind: 'revokeDevice';
  readonly device: string;
}

/** Arrows for boxes that are still blank. `first` is the box of the first arrow, from 0, in the order of entry. */
export interface ScoreArrows {
  readonly kind: 'scoreArrows';
  readonly entry: number;
  /** From 1, through the whole round. */
  readonly end: number;
  readonly first: number;
  readonly arrows: readonly ArrowValue[];
}

/** Replaces a whole end. `was` is the end as the corrector saw it, so that two corrections cannot overwrite each other unseen. */
export interface CorrectEnd {
  readonly kind: 'correctEnd';
  readonly entry: number;
  readonly end: number;
  readonly was: End;
  readonly arrows: End;
  readonly reason: string;
}

export type ScoringCommand = ScoreArrows | CorrectEnd;
export type Command = CreateCompetition | ImportEntries | PairDevice | RevokeDevice | ScoringCommand;
