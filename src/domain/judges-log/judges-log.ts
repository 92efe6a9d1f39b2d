// The judges' log: what they note, and the protests that they decide, each with what it is about. WA: a protest about a result is made
// within 15 minutes of it; how late one was the log shows, whether it is taken is the judges' to say.
import type { FactOrigin } from '../actor.ts';

export const noteKinds = ['note', 'protest'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What a note is about; nothing: the competition. */
export interface NoteAbout {
  readonly entry?: number;
  /** Of the card or the match, from 1. */
  readonly end?: number;
  readonly event?: string;
  /** Of the event. */
  readonly match?: string;
  readonly butt?: number;
}

export const noteOutcomes = ['decided', 'withdrawn'] as const;
export type NoteOutcome = (typeof noteOutcomes)[number];

export interface NoteEnding extends FactOrigin {
  readonly outcome: NoteOutcome;
  /** What was decided, or why it was withdrawn. */
  readonly text: string;
  /** By name. */
  readonly by: string;
  /** What was paid goes back. */
  readonly feeReturned?: true;
}

export interface JudgeNote extends FactOrigin {
  /** Made by whoever wrote it first; the same id again is the same note in other words. */
  readonly id: string;
  readonly sort: NoteKind;
  readonly about: NoteAbout;
  readonly text: string;
  /** Who noted it, or who protests. */
  readonly by: string;
  /** What was paid with a protest, in words. */
  readonly fee?: string;
  /** Absent: open. */
  readonly ending?: NoteEnding;
}

/** In the order in which they were first written. */
export type JudgesLog = ReadonlyMap<string, JudgeNote>;

export const emptyLog: JudgesLog = new Map();

export const longestNote = 2_000;
export const longestFee = 40;
export const mostNotes = 2_000;

/** Why a note cannot be; English key words, for texts that are complete. */
export const noteProblems = ['id', 'text', 'tooLong', 'fee', 'about', 'tooMany'] as const;
export type NoteProblem = (typeof noteProblems)[number];
