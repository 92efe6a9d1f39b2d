// One entry's card with everything that a printed card has and more: subtotals, running totals, the second card, the record of changes.
// A view for HTTP, GraphQL and the command line; tablets and boards fold smaller ones.
import type { ArrowValue } from '../arrow-value.ts';
import { type Competition, endOf, notesOf, roundOfEntry, scorecardOf } from '../competition.ts';
import type { Entry } from '../facts.ts';
import type { Discipline, Distance, Round } from '../rounds/rounds.ts';
import { secondsForEnd } from '../rounds/shooting-times.ts';
import { type Session, sessionsOf } from '../setup/sessions.ts';
import type { CardChange, CardLock, Hit, HoldCause, ScoringMode, Signature, Signer, Standing } from './card-notes.ts';
import { type ArrowDifference, type CheckState, checkStateOf, differencesOfEnd, isCheckedFor } from './double-entry.ts';
import { type End, endPoints, isEndComplete, nextEnd, sortedArrows, type Tally, tallyOfEnds } from './scorecard.ts';

export interface ScoreSheetEnd {
  /** From 1, through the whole round. */
  readonly end: number;
  /** From 1; see `distances` of the sheet. */
  readonly distance: number;
  readonly metres: number;
  readonly faceId: string;
  /** In the order of entry; a blank box is null. As many as the end has boxes. */
  readonly arrows: End;
  /** Highest first, without blanks, as they are shown (12.1.3). */
  readonly sorted: readonly ArrowValue[];
  readonly points: number;
  readonly runningTotal: number;
  readonly isComplete: boolean;
  /** Why its blank boxes are held open; undefined where they are not. */
  readonly held: HoldCause | undefined;
  readonly check: CheckState;
  /** The end on the second card; undefined where nobody has checked it. */
  readonly checked: End | undefined;
  /** The athlete confirmed it on the scorer's own device; false for a second card too. */
  readonly isConfirmed: boolean;
  /** Written in full, and seen by as many as the competition asks for, who all have the same. */
  readonly isVerified: boolean;
  /** Where its arrows struck, by box; empty where none was plotted. */
  readonly hits: readonly Hit[];
  readonly differences: readonly ArrowDifference[];
  /** How long the line is open for it. */
  readonly seconds: number;
}

/** A part of the card by itself: a distance or a session. */
export interface ScoreSheetPart {
  /** From 1. */
  readonly number: number;
  readonly fromEnd: number;
  readonly toEnd: number;
  readonly tally: Tally;
}

export interface ScoreSheetDistance extends ScoreSheetPart {
  readonly distance: Distance;
}

export interface ScoreSheetSession extends ScoreSheetPart {
  readonly session: Session;
}

export interface ScoreSheet {
  readonly entry: Entry;
  readonly roundId: string;
  readonly roundName: string;
  readonly discipline: Discipline;
  /** All ends of the round, also those not begun. */
  readonly ends: readonly ScoreSheetEnd[];
  readonly distances: readonly ScoreSheetDistance[];
  /** Those of the competition in which this entry shoots. */
  readonly sessions: readonly ScoreSheetSession[];
  readonly tally: Tally;
  readonly standing: Standing;
  /** How many cards the competition asks for. */
  readonly scoring: ScoringMode;
  readonly signatures: ReadonlyMap<Signer, Signature>;
  /** Undefined while it is open. */
  readonly lock: CardLock | undefined;
  /** Oldest first. */
  readonly changes: readonly CardChange[];
  /** Passes over ends that are held open; undefined once there is nothing to shoot but those. */
  readonly nextEnd: number | undefined;
  /** Whether every box of the round is filled. */
  readonly isComplete: boolean;
  /** Whether every end is verified. */
  readonly isVerified: boolean;
}

/** Undefined for an entry that nobody is, or whose round this version does not know. */
export function scoreSheetOf(state: Competition, entryNumber: number): ScoreSheet | undefined {
  const entry = state.entries.at(entryNumber);
  const round = roundOfEntry(state, entryNumber);
  if (!entry || !round) return undefined;
  const card = scorecardOf(state, entryNumber);
  const { standing, lock, changes, held, signatures } = notesOf(state, entryNumber);
  const ends = endsOf(state, entryNumber, round);
  return {
    entry,
    roundId: round.id,
    roundName: round.name,
    discipline: round.discipline,
    ends,
    distances: distancesOf(round).map((each) => ({ ...each, tally: tallyOfEnds(round, card.ends, each) })),
    sessions: sessionsOf(state.sessions, entry.category).map((session) => {
      const { number, fromEnd, toEnd } = session;
      return { session, number, fromEnd, toEnd, tally: tallyOfEnds(round, card.ends, session) };
    }),
    tally: card.tally,
    standing,
    scoring: state.scoring,
    signatures,
    lock,
    changes,
    nextEnd: nextEnd(card, round, held),
    isComplete: ends.every(({ isComplete }) => isComplete),
    isVerified: ends.every(({ isVerified }) => isVerified),
  };
}

function distancesOf(round: Round): readonly Omit<ScoreSheetDistance, 'tally'>[] {
  let last = 0;
  return round.distances.map((distance, index) => {
    const fromEnd = last + 1;
    last += distance.ends;
    return { distance, number: index + 1, fromEnd, toEnd: last };
  });
}

function endsOf(state: Competition, entry: number, round: Round): readonly ScoreSheetEnd[] {
  const card = scorecardOf(state, entry);
  const { held, checks, hits } = notesOf(state, entry);
  let runningTotal = 0;
  return distancesOf(round).flatMap(({ distance, number, fromEnd }) =>
    Array.from({ length: distance.ends }, (_, index): ScoreSheetEnd => {
      const end = fromEnd + index;
      const arrows = endOf(card, round, end);
      const points = endPoints(round, end, arrows);
      runningTotal += points;
      const secondCard = checks.get(end);
      const checked = secondCard?.arrows;
      const check = checkStateOf(arrows, checked);
      const isComplete = isEndComplete(arrows);
      return {
        end,
        distance: number,
        metres: distance.metres,
        faceId: distance.faceId,
        arrows,
        sorted: sortedArrows(arrows),
        points,
        runningTotal,
        isComplete,
        held: held.get(end),
        check,
        checked,
        isConfirmed: secondCard?.byAthlete ?? false,
        isVerified: isComplete && check !== 'differs' && isCheckedFor(state.scoring, secondCard),
        hits: hits.get(end) ?? [],
        differences: checked && check === 'differs' ? differencesOfEnd(arrows, checked) : [],
        seconds: secondsForEnd(distance),
      };
    }),
  );
}
