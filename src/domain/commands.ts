// What can be asked of a competition. A closed union: whoever switches over it handles every kind. The command's id, time and actor
// come beside it in a CommandContext, never from a clock in here.
import type { Actor } from './actor.ts';
import type { ArrowValue } from './arrow-value.ts';
import type { Hit, HoldCause, Ruling, ScoringMode, Signer, Standing } from './card/card-notes.ts';
import type { End, Figures } from './card/scorecard.ts';
import type { MatchClock } from './clock/match-clock.ts';
import type { ShootingClock } from './clock/shooting-clock.ts';
import type { CompetitionDocument } from './document/document.ts';
import type { DrawPlace } from './draw/draw.ts';
import type { EventSetup, MatchSlot, ShootOffRound } from './event/event.ts';
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
  readonly country?: string;
  readonly bornIn?: number;
  readonly also?: readonly string[];
  readonly licence?: string;
  readonly needs?: readonly ArcherNeed[];
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

/** `was` is the entry as whoever changes it saw it, so that two changes cannot overwrite each other unseen. */
export interface EntryChange {
  readonly entry: number;
  readonly was: NewEntry;
  readonly now: NewEntry;
}

/** All or nothing, checked as a whole at its end: two archers may swap their targets. */
export interface ChangeEntries {
  readonly kind: 'changeEntries';
  readonly changes: readonly EntryChange[];
  /** Those that do not exist yet come along. */
  readonly categories?: readonly Category[];
  readonly added?: readonly NewEntry[];
  readonly withdrawn?: Withdrawal;
  /** A place that somebody has then is not given back. */
  readonly restored?: readonly number[];
  /** The draw of targets that the changes follow from. */
  readonly drawn?: TargetDraw;
}

export interface Withdrawal {
  readonly entries: readonly number[];
  readonly reason: string;
}

/** While nothing is written on their cards; whoever has shot is given a standing instead. */
export interface WithdrawEntries extends Withdrawal {
  readonly kind: 'withdrawEntries';
}

/** A place that somebody has meanwhile is not given back. */
export interface RestoreEntries {
  readonly kind: 'restoreEntries';
  readonly entries: readonly number[];
}

export interface CheckInEntries {
  readonly kind: 'checkInEntries';
  readonly entries: readonly number[];
  readonly isIn: boolean;
}

/** `by` is who looked; whatever was noted before is replaced. */
export interface InspectEquipment {
  readonly kind: 'inspectEquipment';
  readonly entries: readonly number[];
  readonly result: InspectionResult;
  readonly by: string;
  readonly remark: string;
}

export type EntryCommand = ChangeEntries | WithdrawEntries | RestoreEntries | CheckInEntries | InspectEquipment;

export interface PairDevice {
  readonly kind: 'pairDevice';
  /** Made by the appliance; the same device may be paired again, to another butt. */
  readonly device: string;
  readonly butt: number;
  /** SHA-256 of the device's token, hex. The token itself is known to the device only. */
  readonly tokenHash: string;
  readonly label: string;
  /** Absent: the first of two cards. */
  readonly card?: 'second';
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
  /** Where they struck, one for each arrow, where they were plotted. */
  readonly hits?: readonly Hit[];
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

/** A round of the organiser's own, or one changed before an arrow was shot in it. An id of the catalogue cannot be taken. */
export interface SetRound {
  readonly kind: 'setRound';
  readonly round: Round;
}

/** New categories, or ones with another name or, before an arrow is shot in them, another round. */
export interface SetCategories {
  readonly kind: 'setCategories';
  readonly categories: readonly Category[];
}

/** All sessions of the competition, in place of those before. */
export interface SetSessions {
  readonly kind: 'setSessions';
  readonly sessions: readonly Session[];
}

/** The whole table, in place of the one before. */
export interface SetRecords {
  readonly kind: 'setRecords';
  readonly records: readonly RecordMark[];
}

/** `by` is the judge's name. `was` as in a correction. */
export interface RuleOnEnd {
  readonly kind: 'ruleOnEnd';
  readonly entry: number;
  readonly end: number;
  readonly was: End;
  readonly ruling: Ruling;
  readonly by: string;
  readonly reason: string;
}

/** The same end as a second scorer has it; a later check replaces an earlier one. */
export interface CheckEnd {
  readonly kind: 'checkEnd';
  readonly entry: number;
  readonly end: number;
  readonly arrows: End;
  /** The athlete confirms on the scorer's own device: allowed there, where a second card is not. */
  readonly byAthlete?: true;
}

/** Boxes of an end begun, or of the next one, stay open; shooting goes on and they are filled later with scoreArrows. */
export interface HoldEnd {
  readonly kind: 'holdEnd';
  readonly entry: number;
  readonly end: number;
  readonly cause: HoldCause;
  readonly by: string;
  readonly reason: string;
}

/** On a complete card whose two cards agree. The second signature closes it. At the desk and on the device of the butt. */
export interface SignCard {
  readonly kind: 'signCard';
  readonly entry: number;
  readonly as: Signer;
  readonly name: string;
  readonly strokes: readonly number[];
}

/** How many cards are kept. Changed at any time: what is written stays. */
export interface SetScoring {
  readonly kind: 'setScoring';
  readonly mode: ScoringMode;
}

export interface SetClock {
  readonly kind: 'setClock';
  /** Absent: the competition's own. */
  readonly session?: number;
  readonly clock: ShootingClock;
}

/** Of a match whose sides alternate. */
export interface SetMatchClock {
  readonly kind: 'setMatchClock';
  readonly event: string;
  readonly match: string;
  readonly clock: MatchClock;
}

/** The desk moves a paired device to another butt, gives it another name or the other card. */
export interface ChangeDevice {
  readonly kind: 'changeDevice';
  readonly device: string;
  readonly butt: number;
  readonly label: string;
  readonly card: 'first' | 'second';
}

/** Signed: nothing is written on the card any more. Refused while a second card differs. */
export interface LockCard {
  readonly kind: 'lockCard';
  readonly entry: number;
  readonly by: string;
}

export interface UnlockCard {
  readonly kind: 'unlockCard';
  readonly entry: number;
  readonly by: string;
  readonly reason: string;
}

export interface SetStanding {
  readonly kind: 'setStanding';
  readonly entry: number;
  readonly standing: Standing;
  readonly by: string;
  readonly reason: string;
}

/** A new event, or one changed before its draw. */
export interface SetEvent {
  readonly kind: 'setEvent';
  readonly setup: EventSetup;
}

/** Refused once it is drawn. */
export interface RemoveEvent {
  readonly kind: 'removeEvent';
  readonly event: string;
}

/** A toss (12.5.1): competitors with equal totals and counts, in the order that the toss gave. */
export interface RecordToss {
  readonly kind: 'recordToss';
  readonly event: string;
  readonly order: readonly string[];
  readonly by: string;
}

/** A shoot-off for the cut (12.5.2): all its rounds; the last one must leave no two level that the cut parts. */
export interface RecordShootOff {
  readonly kind: 'recordShootOff';
  readonly event: string;
  readonly rounds: readonly ShootOffRound[];
  readonly by: string;
}

/** Takes a toss or shoot-off back; refused once a match has begun. */
export interface ReopenTie {
  readonly kind: 'reopenTie';
  readonly event: string;
  readonly order: readonly string[];
}

/** Makes the elimination from the qualification. Refused while a tie at a bracket place is open or a card is not finished. */
export interface DrawEvent {
  readonly kind: 'drawEvent';
  readonly event: string;
}

/** Takes the draw back; refused once a match has begun. */
export interface UndrawEvent {
  readonly kind: 'undrawEvent';
  readonly event: string;
  readonly reason: string;
}

/** Two places of the first round change hands; refused once a match has begun. `by` is who decided it. */
export interface SwapInDraw {
  readonly kind: 'swapInDraw';
  readonly event: string;
  readonly one: DrawPlace;
  readonly other: DrawPlace;
  readonly by: string;
  readonly reason: string;
}

/** Who shoots for a team that is drawn, in their order. `was` as the asker saw it. Refused while a match of theirs is being shot. */
export interface ChangeTeam {
  readonly kind: 'changeTeam';
  readonly event: string;
  /** Its key in the draw. */
  readonly team: string;
  readonly was: readonly number[];
  readonly entries: readonly number[];
  readonly by: string;
  readonly reason: string;
}

/** Takes the places of these matches away. */
export interface UnscheduleMatches {
  readonly kind: 'unscheduleMatches';
  readonly event: string;
  readonly matches: readonly string[];
}

/** Places and times for some matches; those not named stay as they are. */
export interface ScheduleMatches {
  readonly kind: 'scheduleMatches';
  readonly event: string;
  readonly slots: readonly MatchSlot[];
}

export interface ScoreMatch {
  readonly kind: 'scoreMatch';
  readonly event: string;
  readonly match: string;
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

/** The whole end of one side. Refused when another winner would follow and a later match has begun. */
export interface CorrectMatch {
  readonly kind: 'correctMatch';
  readonly event: string;
  readonly match: string;
  readonly side: Side;
  readonly part: 'end' | 'shootOff';
  readonly number: number;
  readonly was: End;
  readonly arrows: End;
  readonly by: string;
  readonly reason: string;
}

export interface RuleOnMatch {
  readonly kind: 'ruleOnMatch';
  readonly event: string;
  readonly match: string;
  readonly side: Side;
  readonly part: 'end' | 'shootOff';
  readonly number: number;
  readonly was: End;
  readonly ruling: Ruling;
  readonly by: string;
  readonly reason: string;
}

export interface MeasureShootOff {
  readonly kind: 'measureShootOff';
  readonly event: string;
  readonly match: string;
  readonly number: number;
  readonly closest: Closest;
  readonly by: string;
}

export interface SetMatchAttendance {
  readonly kind: 'setMatchAttendance';
  readonly event: string;
  readonly match: string;
  readonly side: Side;
  readonly attendance: Exclude<Attendance, 'nobody'>;
  readonly by: string;
  readonly reason: string;
}

/** Alternate shooting: the side that the higher qualifier chose to begin (11.1.4.1). */
export interface ChooseBeginner {
  readonly kind: 'chooseBeginner';
  readonly event: string;
  readonly match: string;
  readonly begins: Side;
}

/** A whole competition from an interchange file, into a journal that does not exist yet. */
export interface ImportCompetition {
  readonly kind: 'importCompetition';
  readonly document: CompetitionDocument;
}

/** Archives the competition: whatever else is asked of it is refused until it is reopened. */
export interface CloseCompetition {
  readonly kind: 'closeCompetition';
}

export interface ReopenCompetition {
  readonly kind: 'reopenCompetition';
}

/** Takes a screen, or says something else of it. */
export interface SetScreen {
  readonly kind: 'setScreen';
  readonly screen: string;
  readonly name: string;
  readonly shows: ScreenContent;
  readonly isBlank: boolean;
}

/** Lets go of a screen: it shows its code again. */
export interface ReleaseScreen {
  readonly kind: 'releaseScreen';
  readonly screen: string;
}

/** A new playlist, or the whole of one in place of what it was. */
export interface SetPlaylist {
  readonly kind: 'setPlaylist';
  readonly playlist: Playlist;
}

/** Screens that show it show everything that goes on. */
export interface RemovePlaylist {
  readonly kind: 'removePlaylist';
  readonly playlist: string;
}

/** A new announcement, or another text in place of one. */
export interface Announce {
  readonly kind: 'announce';
  readonly announcement: string;
  readonly text: string;
  readonly place: AnnouncementPlace;
  /** Milliseconds since 1970; absent: until it is withdrawn. */
  readonly until?: number;
}

export interface WithdrawAnnouncement {
  readonly kind: 'withdrawAnnouncement';
  readonly announcement: string;
}

/** During a review: the public goes on seeing what there was to see. `by` is the judge's name. */
export interface FreezePublic {
  readonly kind: 'freezePublic';
  readonly held: Held;
  readonly by: string;
  readonly reason: string;
}

export interface ReleasePublic {
  readonly kind: 'releasePublic';
  readonly held: Held;
}

/** A new note or protest, or other words for one that is open. */
export interface WriteNote {
  readonly kind: 'writeNote';
  /** Made by the asker. */
  readonly note: string;
  readonly sort: NoteKind;
  readonly about: NoteAbout;
  readonly text: string;
  /** Who notes it, or who protests. */
  readonly by: string;
  readonly fee?: string;
}

export interface CloseNote {
  readonly kind: 'closeNote';
  readonly note: string;
  readonly outcome: NoteOutcome;
  readonly text: string;
  readonly by: string;
  readonly feeReturned?: true;
}

export interface ReopenNote {
  readonly kind: 'reopenNote';
  readonly note: string;
  readonly by: string;
  readonly reason: string;
}

/** What stands on the signed paper card: the sum, and the counts in the order of the tie-break. Again: instead of what was typed before. */
export interface CountPaper extends Figures {
  readonly kind: 'countPaper';
  readonly entry: number;
  /** Who types it. */
  readonly by: string;
}

/** The paper counts, as far as the arrows carry it: a judge's signed correction. `arrows` and `paper` as the judge saw them. */
export interface SettlePaper {
  readonly kind: 'settlePaper';
  readonly entry: number;
  readonly arrows: Figures;
  readonly paper: Figures;
  readonly by: string;
  readonly reason: string;
}

/** Cards whose paper is not there count without it. */
export interface WaivePaper {
  readonly kind: 'waivePaper';
  readonly entries: readonly number[];
  readonly by: string;
  readonly reason: string;
}

/** Whatever is known of the paper card is taken back, and with it what counted by it. */
export interface TakeBackPaper {
  readonly kind: 'takeBackPaper';
  readonly entry: number;
  readonly by: string;
  readonly reason: string;
}

export type NoteCommand = WriteNote | CloseNote | ReopenNote;
export type ReconcileCommand = CountPaper | SettlePaper | WaivePaper | TakeBackPaper;

export type ShowCommand =
  | SetScreen
  | ReleaseScreen
  | SetPlaylist
  | RemovePlaylist
  | Announce
  | WithdrawAnnouncement
  | FreezePublic
  | ReleasePublic;

/** What tablets send over their sockets. */
export type ScoringCommand =
  | ScoreArrows
  | CorrectEnd
  | CheckEnd
  | SignCard
  | ScoreMatch
  | CorrectMatch
  | MeasureShootOff
  | ChooseBeginner;
export type CardCommand =
  | ScoreArrows
  | CorrectEnd
  | RuleOnEnd
  | CheckEnd
  | HoldEnd
  | SignCard
  | LockCard
  | UnlockCard
  | SetStanding;
export type MatchCommand =
  | ScoreMatch
  | CorrectMatch
  | RuleOnMatch
  | MeasureShootOff
  | SetMatchAttendance
  | ChooseBeginner;
export type EventCommand =
  | SetEvent
  | RemoveEvent
  | RecordToss
  | RecordShootOff
  | ReopenTie
  | DrawEvent
  | UndrawEvent
  | ScheduleMatches
  | SwapInDraw
  | ChangeTeam
  | UnscheduleMatches
  | MatchCommand;
/** All of them, in place of those before. */
export interface SetOfficials {
  readonly kind: 'setOfficials';
  readonly officials: readonly Official[];
}

/** Undefined: the ordinary one. */
export interface SetCertificate {
  readonly kind: 'setCertificate';
  readonly certificate: Certificate | undefined;
}

/** A PNG or JPEG in base64; undefined: none. */
export interface SetLogo {
  readonly kind: 'setLogo';
  readonly logo: string | undefined;
}

export type PaperCommand = SetOfficials | SetCertificate | SetLogo;
export type SetupCommand = SetRound | SetCategories | SetSessions | SetRecords | SetScoring;
export type Command =
  | CreateCompetition
  | ImportCompetition
  | CloseCompetition
  | ReopenCompetition
  | ImportEntries
  | EntryCommand
  | PairDevice
  | RevokeDevice
  | ChangeDevice
  | SetupCommand
  | SetClock
  | SetMatchClock
  | CardCommand
  | EventCommand
  | PaperCommand
  | NoteCommand
  | ReconcileCommand
  | ShowCommand;
