// The interchange file: a whole competition as one JSON document, for other programs, other machines and other years. Devices and
// passwords are not in it. Version 1 is read for ever; a change of meaning is a new version. Snapshots keep the same document.
import type { FactOrigin } from '../actor.ts';
import type {
  EndCheck,
  Hit,
  HoldCause,
  RulingKind,
  ScoringMode,
  Signature,
  Signer,
  Standing,
} from '../card/card-notes.ts';
import type { End, Figures } from '../card/scorecard.ts';
import type { MatchClock } from '../clock/match-clock.ts';
import type { ShootingClock } from '../clock/shooting-clock.ts';
import type { Draw } from '../draw/draw.ts';
import type { EventSetup, MatchSlot, TieDecision } from '../event/event.ts';
import type { MatchHits } from '../event/match-hits.ts';
import type { JudgeNote } from '../judges-log/judges-log.ts';
import type { Attendance, BySide, Closest, ShootOff, Side } from '../match/match.ts';
import type { Certificate, Official } from '../paper/paper.ts';
import type { PaperNotes } from '../reconcile/paper-notes.ts';
import type { Discipline, Round } from '../rounds/rounds.ts';
import type { Arrival } from '../setup/arrivals.ts';
import type { Category } from '../setup/categories.ts';
import type { ArcherNeed } from '../setup/draw-targets.ts';
import type { RecordMark } from '../setup/records.ts';
import type { Session } from '../setup/sessions.ts';
import type { Announcement, Playlist, Screen } from '../show/show.ts';

export const documentFormat = 'tenring-competition';
export const documentVersion = 1;

export interface DocumentEntry {
  readonly number: number;
  readonly name: string;
  readonly club: string;
  readonly category: string;
  /** `12A`; null where no target is assigned. */
  readonly target: string | null;
  readonly country?: string;
  readonly bornIn?: number;
  readonly also?: readonly string[];
  readonly licence?: string;
  readonly needs?: readonly ArcherNeed[];
}

export interface DocumentWithdrawn extends DocumentEntry, FactOrigin {
  readonly reason: string;
}

export interface DocumentArrival extends Arrival {
  readonly entry: number;
}

export interface DocumentCardChange extends FactOrigin {
  readonly kind: 'corrected' | 'ruled' | 'held' | 'locked' | 'unlocked' | 'standing';
  readonly end?: number;
  readonly was?: End;
  readonly now?: End;
  readonly ruling?: RulingKind;
  readonly standing?: Standing;
  readonly by: string;
  readonly reason: string;
}

/** Missing for an entry of whom nothing is known yet. */
export interface DocumentCard {
  readonly entry: number;
  /** `[["X","9",null], …]`: from the first end, arrows in the order of entry, null for a blank box. */
  readonly ends: readonly End[];
  readonly standing?: Standing;
  readonly lock?: FactOrigin & { readonly by: string };
  readonly held?: readonly { readonly end: number; readonly cause: HoldCause }[];
  /** The device that wrote the end's latest arrow; ends written at the desk are missing. */
  readonly writers?: readonly { readonly end: number; readonly device: string }[];
  readonly checks?: readonly (EndCheck & { readonly end: number })[];
  readonly signatures?: readonly (Signature & { readonly as: Signer })[];
  /** Ends of which an arrow was plotted. */
  readonly hits?: readonly { readonly end: number; readonly hits: readonly Hit[] }[];
  readonly changes?: readonly DocumentCardChange[];
  /** Of the signed paper card. */
  readonly paper?: PaperNotes;
}

export interface DocumentMatchChange extends FactOrigin {
  readonly kind: 'corrected' | 'ruled' | 'measured' | 'attendance';
  readonly side?: Side;
  readonly part?: 'end' | 'shootOff';
  readonly number?: number;
  readonly was?: End;
  readonly now?: End;
  readonly closest?: Closest;
  readonly attendance?: Exclude<Attendance, 'nobody'>;
  readonly by: string;
  readonly reason: string;
}

export interface DocumentMatchCard {
  readonly match: string;
  readonly attendance?: BySide<Exclude<Attendance, 'nobody'>>;
  readonly ends: readonly BySide<End>[];
  readonly shootOffs?: readonly {
    readonly arrows: ShootOff['arrows'];
    readonly closest?: Closest;
  }[];
  readonly begins?: Side;
  /** Ends and shoot-offs of which an arrow was plotted. */
  readonly hits?: readonly MatchHits[];
  readonly changes?: readonly DocumentMatchChange[];
}

/** `elimination` is missing where an event is ranked only. */
export type DocumentEventSetup = Omit<EventSetup, 'elimination'> & {
  readonly elimination?: NonNullable<EventSetup['elimination']>;
};

export interface DocumentEvent {
  readonly setup: DocumentEventSetup;
  readonly ties: readonly TieDecision[];
  readonly draw?: Draw;
  readonly cards: readonly DocumentMatchCard[];
  readonly schedule: readonly MatchSlot[];
}

export interface DocumentSessionClock {
  readonly session: number;
  readonly clock: ShootingClock;
}

export interface DocumentMatchClock {
  readonly event: string;
  readonly match: string;
  readonly clock: MatchClock;
}

/** Of a category with the cards, of a match with its card, as the public sees them. */
export type DocumentFrozen = FactOrigin & { readonly by: string; readonly reason: string } & (
    | { readonly category: string; readonly cards: readonly DocumentFrozenCard[] }
    | { readonly event: string; readonly match: string; readonly card?: DocumentMatchCard }
  );

export type DocumentFrozenCard = Pick<DocumentCard, 'entry' | 'ends' | 'standing' | 'hits'> & {
  /** What counted by the paper; missing: the arrows. */
  readonly byPaper?: Figures;
};

/** How far the journal was from which a file was made: its facts, and the hash that covers them. */
export interface DocumentJournal {
  readonly facts: number;
  /** SHA-256, in hexadecimal. */
  readonly head: string;
}

export interface CompetitionDocument {
  readonly format: typeof documentFormat;
  readonly version: typeof documentVersion;
  /** Says where the file comes from; an imported competition has a journal of its own. Missing in files that no appliance made. */
  readonly journal?: DocumentJournal;
  readonly name: string;
  readonly venue: string;
  readonly from: string;
  readonly to: string;
  readonly discipline: Discipline;
  readonly ruleSetId: string;
  /** Archived. */
  readonly closed?: true;
  /** Missing: one card. */
  readonly scoring?: Exclude<ScoringMode, 'one'>;
  /** The competition's own; missing until the desk has first set it. */
  readonly clock?: ShootingClock;
  /** Missing: none is set, as in files from before sessions had clocks. */
  readonly sessionClocks?: readonly DocumentSessionClock[];
  readonly matchClocks?: readonly DocumentMatchClock[];
  /** The organiser's own; those of the catalogue are named by their ids. */
  readonly rounds: readonly Round[];
  readonly categories: readonly Category[];
  readonly sessions: readonly Session[];
  readonly records: readonly RecordMark[];
  readonly entries: readonly DocumentEntry[];
  /** Missing: nobody. Who is withdrawn is not among `entries`. */
  readonly withdrawn?: readonly DocumentWithdrawn[];
  /** Missing: nobody is there, nothing is inspected. */
  readonly arrivals?: readonly DocumentArrival[];
  readonly cards: readonly DocumentCard[];
  readonly events: readonly DocumentEvent[];
  /** Missing: none, of any of them. */
  readonly screens?: readonly Screen[];
  readonly playlists?: readonly Playlist[];
  readonly announcements?: readonly Announcement[];
  readonly frozen?: readonly DocumentFrozen[];
  readonly judgesLog?: readonly JudgeNote[];
  readonly officials?: readonly Official[];
  /** Missing: the ordinary one. */
  readonly certificate?: Certificate;
  /** A PNG or JPEG in base64. */
  readonly logo?: string;
}

/**
 * What can be wrong with a file, at the place that a JSON pointer (RFC 6901) names. Syntax: `notJson`, also for a file that is cut off;
 * another file: `notTenring`, `newerVersion`; structure: `missing`, `shape`; meaning: `unknown` names, what is there `twice`,
 * what is `impossible` in the sport, and a `cycle` in a draw.
 */
export const documentProblems = [
  'notJson',
  'notTenring',
  'newerVersion',
  'missing',
  'shape',
  'unknown',
  'twice',
  'impossible',
  'cycle',
] as const;
export type DocumentProblem = (typeof documentProblems)[number];

/** `found` is what stands there, shortened; empty where nothing does. */
export interface DocumentFlaw {
  readonly pointer: string;
  readonly problem: DocumentProblem;
  readonly found: string;
}
