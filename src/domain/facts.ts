// What has happened in a competition. Facts are all that the journal holds; a kind, once released, is never changed or removed, only
// joined by new ones, so that a journal of ten years ago still folds.
import type { FactOrigin } from './actor.ts';
import type { ArrowValue } from './arrow-value.ts';
import type { Hit, HoldCause, RulingKind, ScoringMode, Signer, Standing } from './card/card-notes.ts';
import type { End, Figures } from './card/scorecard.ts';
import type { MatchClock } from './clock/match-clock.ts';
import type { ShootingClock } from './clock/shooting-clock.ts';
import type { CompetitionDocument } from './document/document.ts';
import type { Draw, DrawPlace } from './draw/draw.ts';
import type { EventSetup, MatchSlot, ShootOffRound, TieReason } from './event/event.ts';
import type { NoteAbout, NoteKind, NoteOutcome } from './judges-log/judges-log.ts';
import type { Attendance, Closest, Side } from './match/match.ts';
import type { Certificate, Official } from './paper/paper.ts';
import type { Discipline, Round } from './rounds/rounds.ts';
import type { InspectionResult } from './setup/arrivals.ts';
import type { Category } from './setup/categories.ts';
import type { ArcherNeed, TargetDraw } from './setup/draw-targets.ts';
import type { RecordMark } from './setup/records.ts';
import type { Session } from './setup/sessions.ts';
import type { AnnouncementPlace, Held, Playlist, ScreenContent } from './show/show.ts';
import type { Target } from './target.ts';

export interface Entry {
  /** From 1, in the order of registration; never used again. */
  readonly number: number;
  readonly name: string;
  readonly club: string;
  readonly category: string;
  readonly target: Target | undefined;
  /** Of the athlete, where teams and medal tables go by country. */
  readonly country?: string;
  /** Year of birth: age classes go by the year (RULES 1.1). */
  readonly bornIn?: number;
  /** Further categories of the same round in which the same card is ranked: U21 and open, say. */
  readonly also?: readonly string[];
  /** The number of the athlete's membership. */
  readonly licence?: string;
  /** What the place on the line has to allow for. */
  readonly needs?: readonly ArcherNeed[];
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

/** Archived: nothing but `competitionReopened` comes after it. */
export interface CompetitionClosed {
  readonly kind: 'competitionClosed';
}

export interface CompetitionReopened {
  readonly kind: 'competitionReopened';
}

export interface CategoriesAdded {
  readonly kind: 'categoriesAdded';
  readonly categories: readonly Category[];
}

export interface EntriesRegistered {
  readonly kind: 'entriesRegistered';
  readonly entries: readonly Entry[];
}

/** Entries as they are from now on. */
export interface EntriesChanged {
  readonly kind: 'entriesChanged';
  readonly entries: readonly Entry[];
  /** Where some of them were and are no more, for whoever shows lists. */
  readonly left?: LeftBehind;
  /** The draw of targets that this follows from. */
  readonly drawn?: TargetDraw;
}

export interface LeftBehind {
  readonly categories: readonly string[];
  readonly butts: readonly number[];
}

/** Out of lists, places and rankings; their numbers are not given again. */
export interface EntriesWithdrawn {
  readonly kind: 'entriesWithdrawn';
  readonly entries: readonly number[];
  readonly reason: string;
}

/** Whole: a place that somebody has meanwhile is not given back. */
export interface EntriesRestored {
  readonly kind: 'entriesRestored';
  readonly entries: readonly Entry[];
}

export interface EntriesCheckedIn {
  readonly kind: 'entriesCheckedIn';
  readonly entries: readonly number[];
  readonly isIn: boolean;
}

export interface EquipmentInspected {
  readonly kind: 'equipmentInspected';
  readonly entries: readonly number[];
  readonly result: InspectionResult;
  readonly by: string;
  readonly remark: string;
}

export type EntryFact =
  | EntriesRegistered
  | EntriesChanged
  | EntriesWithdrawn
  | EntriesRestored
  | EntriesCheckedIn
  | EquipmentInspected;

export interface DevicePaired {
  readonly kind: 'devicePaired';
  readonly device: string;
  readonly butt: number;
  readonly tokenHash: string;
  readonly label: string;
  /** Which of two cards it keeps; absent: the first. */
  readonly card?: 'second';
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
  /** Where they struck, one for each arrow, where they were plotted. */
  readonly hits?: readonly Hit[];
}

export interface EndCorrected {
  readonly kind: 'endCorrected';
  readonly entry: number;
  readonly end: number;
  readonly was: End;
  readonly arrows: End;
  readonly reason: string;
}

/** Rounds of the organiser's own making, with their faces; known in this competition only. */
export interface RoundsAdded {
  readonly kind: 'roundsAdded';
  readonly rounds: readonly Round[];
}

export interface SessionsSet {
  readonly kind: 'sessionsSet';
  readonly sessions: readonly Session[];
}

export interface RecordsSet {
  readonly kind: 'recordsSet';
  readonly records: readonly RecordMark[];
}

/** A judge's ruling on an end. `arrows` is the end after it. */
export interface EndRuled {
  readonly kind: 'endRuled';
  readonly entry: number;
  readonly end: number;
  readonly was: End;
  readonly arrows: End;
  readonly ruling: RulingKind;
  readonly by: string;
  readonly reason: string;
}

export interface EndChecked {
  readonly kind: 'endChecked';
  readonly entry: number;
  readonly end: number;
  readonly arrows: End;
  readonly byAthlete?: true;
}

export interface EndHeld {
  readonly kind: 'endHeld';
  readonly entry: number;
  readonly end: number;
  readonly cause: HoldCause;
  readonly by: string;
  readonly reason: string;
}

/** Both signatures close the card: a `cardLocked` follows in the same command. */
export interface CardSigned {
  readonly kind: 'cardSigned';
  readonly entry: number;
  readonly as: Signer;
  readonly name: string;
  readonly strokes: readonly number[];
}

export interface ScoringSet {
  readonly kind: 'scoringSet';
  readonly mode: ScoringMode;
}

export interface ClockSet {
  readonly kind: 'clockSet';
  /** Absent: the competition's own, as in journals from before sessions had clocks. */
  readonly session?: number;
  readonly clock: ShootingClock;
}

export interface MatchClockSet {
  readonly kind: 'matchClockSet';
  readonly event: string;
  readonly match: string;
  readonly clock: MatchClock;
}

export interface CardLocked {
  readonly kind: 'cardLocked';
  readonly entry: number;
  readonly by: string;
}

export interface CardUnlocked {
  readonly kind: 'cardUnlocked';
  readonly entry: number;
  readonly by: string;
  readonly reason: string;
}

export interface StandingSet {
  readonly kind: 'standingSet';
  readonly entry: number;
  readonly standing: Standing;
  readonly by: string;
  readonly reason: string;
}

/** New, or changed before its draw. */
export interface EventSet {
  readonly kind: 'eventSet';
  readonly setup: EventSetup;
}

export interface EventRemoved {
  readonly kind: 'eventRemoved';
  readonly event: string;
}

export interface TieDecided {
  readonly kind: 'tieDecided';
  readonly event: string;
  readonly reason: TieReason;
  readonly order: readonly string[];
  readonly shootOff: readonly ShootOffRound[];
  readonly by: string;
}

/** The decision about exactly these competitors is taken back. */
export interface TieReopened {
  readonly kind: 'tieReopened';
  readonly event: string;
  readonly order: readonly string[];
}

export interface EventDrawn {
  readonly kind: 'eventDrawn';
  readonly event: string;
  readonly draw: Draw;
}

/** A corrected qualification before the first match: the same chart, other seeds. */
export interface EventReseeded {
  readonly kind: 'eventReseeded';
  readonly event: string;
  readonly competitors: Draw['competitors'];
}

export interface EventUndrawn {
  readonly kind: 'eventUndrawn';
  readonly event: string;
  readonly reason: string;
}

export interface DrawSwapped {
  readonly kind: 'drawSwapped';
  readonly event: string;
  readonly one: DrawPlace;
  readonly other: DrawPlace;
  readonly by: string;
  readonly reason: string;
}

/** A substitute, or another order: `entries` is the team from now on. */
export interface TeamChanged {
  readonly kind: 'teamChanged';
  readonly event: string;
  readonly team: string;
  readonly was: readonly number[];
  readonly entries: readonly number[];
  readonly by: string;
  readonly reason: string;
}

export interface MatchesUnscheduled {
  readonly kind: 'matchesUnscheduled';
  readonly event: string;
  readonly matches: readonly string[];
}

export interface MatchesScheduled {
  readonly kind: 'matchesScheduled';
  readonly event: string;
  readonly slots: readonly MatchSlot[];
}

interface InMatch {
  readonly event: string;
  readonly match: string;
}

export interface MatchArrowsScored extends InMatch {
  readonly kind: 'matchArrowsScored';
  readonly side: Side;
  readonly part: 'end' | 'shootOff';
  /** From 1. */
  readonly number: number;
  /** The box of the first arrow, from 0. */
  readonly first: number;
  readonly arrows: readonly ArrowValue[];
  /** Where they struck, one for each arrow, where they were plotted. */
  readonly hits?: readonly Hit[];
}

/** `ruling` where a judge ruled, undefined for a plain correction. */
export interface MatchEndCorrected extends InMatch {
  readonly kind: 'matchEndCorrected';
  readonly side: Side;
  readonly part: 'end' | 'shootOff';
  readonly number: number;
  readonly was: End;
  readonly arrows: End;
  readonly ruling: RulingKind | undefined;
  readonly by: string;
  readonly reason: string;
}

export interface ShootOffMeasured extends InMatch {
  readonly kind: 'shootOffMeasured';
  readonly number: number;
  readonly closest: Closest;
  readonly by: string;
}

export interface MatchAttendanceSet extends InMatch {
  readonly kind: 'matchAttendanceSet';
  readonly side: Side;
  readonly attendance: Exclude<Attendance, 'nobody'>;
  readonly by: string;
  readonly reason: string;
}

export interface MatchBeginnerChosen extends InMatch {
  readonly kind: 'matchBeginnerChosen';
  readonly begins: Side;
}

/** A whole competition from an interchange file; always the first fact of its journal. */
export interface CompetitionImported {
  readonly kind: 'competitionImported';
  readonly document: CompetitionDocument;
}

/** A screen has what it shows from this competition: taken, changed, named anew. */
export interface ScreenSet {
  readonly kind: 'screenSet';
  readonly screen: string;
  readonly name: string;
  readonly shows: ScreenContent;
  readonly isBlank: boolean;
}

export interface ScreenReleased {
  readonly kind: 'screenReleased';
  readonly screen: string;
}

export interface PlaylistSet {
  readonly kind: 'playlistSet';
  readonly playlist: Playlist;
}

export interface PlaylistRemoved {
  readonly kind: 'playlistRemoved';
  readonly playlist: string;
}

export interface Announced {
  readonly kind: 'announced';
  readonly announcement: string;
  readonly text: string;
  readonly place: AnnouncementPlace;
  /** Milliseconds since 1970; absent: until it is withdrawn. */
  readonly until?: number;
}

export interface AnnouncementWithdrawn {
  readonly kind: 'announcementWithdrawn';
  readonly announcement: string;
}

/** From here on the public sees a category or a match as it stands now. */
export interface PublicFrozen {
  readonly kind: 'publicFrozen';
  readonly held: Held;
  /** The judge. */
  readonly by: string;
  readonly reason: string;
}

export interface PublicReleased {
  readonly kind: 'publicReleased';
  readonly held: Held;
}

export interface OfficialsSet {
  readonly kind: 'officialsSet';
  readonly officials: readonly Official[];
}

/** Undefined: the ordinary one again. */
export interface CertificateSet {
  readonly kind: 'certificateSet';
  readonly certificate: Certificate | undefined;
}

/** In base64; undefined: none any more. */
export interface LogoSet {
  readonly kind: 'logoSet';
  readonly logo: string | undefined;
}

export type PaperFact = OfficialsSet | CertificateSet | LogoSet;

export interface NoteWritten {
  readonly kind: 'noteWritten';
  readonly note: string;
  readonly sort: NoteKind;
  readonly about: NoteAbout;
  readonly text: string;
  readonly by: string;
  readonly fee?: string;
}

export interface NoteClosed {
  readonly kind: 'noteClosed';
  readonly note: string;
  readonly outcome: NoteOutcome;
  readonly text: string;
  readonly by: string;
  readonly feeReturned?: true;
}

export interface NoteReopened {
  readonly kind: 'noteReopened';
  readonly note: string;
  readonly by: string;
  readonly reason: string;
}

/** In place of all that was known of the paper card before. */
export interface PaperCounted extends Figures {
  readonly kind: 'paperCounted';
  readonly entry: number;
  readonly by: string;
}

/** From here on the card counts `now`, until an arrow of it changes. */
export interface PaperSettled {
  readonly kind: 'paperSettled';
  readonly entry: number;
  readonly was: Figures;
  readonly now: Figures;
  readonly by: string;
  readonly reason: string;
}

export interface PaperWaived {
  readonly kind: 'paperWaived';
  readonly entries: readonly number[];
  readonly by: string;
  readonly reason: string;
}

export interface PaperTakenBack {
  readonly kind: 'paperTakenBack';
  readonly entry: number;
  readonly by: string;
  readonly reason: string;
}

export type NoteFact = NoteWritten | NoteClosed | NoteReopened;
export type ReconcileFact = PaperCounted | PaperSettled | PaperWaived | PaperTakenBack;

export type ShowFact =
  | ScreenSet
  | ScreenReleased
  | PlaylistSet
  | PlaylistRemoved
  | Announced
  | AnnouncementWithdrawn
  | PublicFrozen
  | PublicReleased;

export type MatchFact =
  | MatchArrowsScored
  | MatchEndCorrected
  | ShootOffMeasured
  | MatchAttendanceSet
  | MatchBeginnerChosen;

export type EventFact =
  | EventSet
  | EventRemoved
  | TieDecided
  | TieReopened
  | EventDrawn
  | EventReseeded
  | EventUndrawn
  | MatchesScheduled
  | MatchesUnscheduled
  | DrawSwapped
  | TeamChanged
  | MatchFact;

export type ClockFact = ClockSet | MatchClockSet;

export type CardFact =
  | ArrowsScored
  | EndCorrected
  | EndRuled
  | EndChecked
  | EndHeld
  | CardSigned
  | CardLocked
  | CardUnlocked
  | StandingSet;

export type Fact =
  | CompetitionCreated
  | CompetitionClosed
  | CompetitionReopened
  | CategoriesAdded
  | EntryFact
  | DevicePaired
  | DeviceRevoked
  | RoundsAdded
  | SessionsSet
  | RecordsSet
  | ScoringSet
  | ClockFact
  | CardFact
  | EventFact
  | ShowFact
  | NoteFact
  | ReconcileFact
  | PaperFact
  | CompetitionImported;

/** A fact with its place in the journal and where it came from. */
export interface RecordedFact extends FactOrigin {
  /** From 1, without gaps, per competition. */
  readonly seq: number;
  readonly commandId: string;
  readonly fact: Fact;
}

/** A fact decided, not yet in the journal. */
export type UnrecordedFact = Omit<RecordedFact, 'seq'>;

/** How far a reader is. A new epoch means that the numbers of another epoch say nothing. */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}
