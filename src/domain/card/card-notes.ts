// What is known of an entry's card beside its arrows: how the athlete stands (IRM codes), who has written and checked which end, what
// was changed, and whether the card is closed. Apart from the scorecard, which tablets and boards fold too and which stays arrows only.
import type { FactOrigin } from '../actor.ts';
import type { PaperNotes } from '../reconcile/paper-notes.ts';
import type { End } from './scorecard.ts';

/** Invalid result marks (RULES 1.4): did not start, did not finish (retired), disqualified, disqualified for behaviour. */
export const standings = ['competing', 'DNS', 'DNF', 'DSQ', 'DQB'] as const;
export type Standing = (typeof standings)[number];

/** Judges' rulings on an end (RULES 1.4; WA Book 3, 12.2). */
export type Ruling =
  /** Shot before or after the time, or out of turn: the highest so many of the end count M. */
  | { readonly kind: 'outOfTime'; readonly arrows: number }
  /** More arrows than the end has: all that were shot; only the lowest count (12.2.2). */
  | { readonly kind: 'tooManyArrows'; readonly shot: readonly NonNullable<End[number]>[] }
  /** Several arrows on one face of a triple or five-spot face, boxes from 0: only the lowest of them counts, the others M. */
  | { readonly kind: 'sameSpot'; readonly boxes: readonly number[] }
  /** A bouncer or pass-through: the value of its hole, box from 0. The box may still be blank. */
  | { readonly kind: 'bouncer' | 'passThrough'; readonly box: number; readonly value: NonNullable<End[number]> };
export type RulingKind = Ruling['kind'];

/** A second card of the same arrows, kept by somebody else: double scoring (12.1.1). */
export interface EndCheck extends FactOrigin {
  readonly arrows: End;
  /** The athlete confirmed it on the scorer's own device: no second card, but somebody else's eyes. Absent: a second card. */
  readonly byAthlete?: true;
}

/** How many cards a competition asks for: one; one that the athlete confirms end by end; two kept apart (12.1.1). */
export const scoringModes = ['one', 'confirmed', 'two'] as const;
export type ScoringMode = (typeof scoringModes)[number];

/** Who signs a card: its athlete, and whoever kept it. */
export type Signer = 'athlete' | 'scorer';

export interface Signature extends FactOrigin {
  readonly name: string;
  /** As drawn: strokes in a field of 250 × 100, two bytes a point (x, y), 255 between strokes. Empty where only a name is given. */
  readonly strokes: readonly number[];
}

/** Where an arrow struck: from the centre to the right and down, in thousandths of the face's radius. Null: not plotted. */
export type Hit = { readonly x: number; readonly y: number } | null;

/** Why boxes of an end stay open while shooting goes on (RULES 1.4: made up later). */
export type HoldCause = 'bouncer' | 'equipment' | 'medical';

/** One line of the card's record: who changed what, when and why. */
export interface CardChange extends FactOrigin {
  readonly kind: 'corrected' | 'ruled' | 'held' | 'locked' | 'unlocked' | 'standing';
  /** Of an end, from 1; undefined where the whole card is meant. */
  readonly end: number | undefined;
  readonly was: End | undefined;
  readonly now: End | undefined;
  readonly ruling: RulingKind | undefined;
  readonly standing: Standing | undefined;
  /** The judge or person who decided, by name; empty where only the device is known. */
  readonly by: string;
  readonly reason: string;
}

export interface CardLock extends FactOrigin {
  /** Who signed, by name. */
  readonly by: string;
}

export interface CardNotes {
  readonly standing: Standing;
  readonly lock: CardLock | undefined;
  /** Ends with boxes that are held open. */
  readonly held: ReadonlyMap<number, HoldCause>;
  /** By end: the device that wrote its latest arrow; empty for the desk. */
  readonly writers: ReadonlyMap<number, string>;
  readonly checks: ReadonlyMap<number, EndCheck>;
  readonly signatures: ReadonlyMap<Signer, Signature>;
  /** By end, in the order of its boxes; ends without a plotted arrow are missing. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Oldest first. */
  readonly changes: readonly CardChange[];
  /** Absent: nothing is known of it. */
  readonly paper?: PaperNotes;
}

export const noNotes: CardNotes = {
  standing: 'competing',
  lock: undefined,
  held: new Map(),
  writers: new Map(),
  checks: new Map(),
  signatures: new Map(),
  hits: new Map(),
  changes: [],
};
