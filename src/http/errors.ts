// Every code that an error answer can carry, in one table: rejections, access refusals, deferrals, problems of an imported file, and
// HTTP's own. Sentences are English, for logs and programs; pages have their own catalogues. `{x}` is filled from the details.
import type { AccessRefusal } from '../access/access.ts';
import type { Rejection } from '../domain/rejections.ts';
import type { ImportPreview } from '../wire/api-import.ts';
import type { DeferralReason } from '../wire/codes.ts';

export interface ErrorKind {
  readonly status: number;
  readonly message: string;
}

const rejections = {
  unknownCompetition: { status: 404, message: 'There is no such competition.' },
  competitionExists: { status: 409, message: 'This competition exists already.' },
  competitionIsClosed: { status: 409, message: 'This competition is archived: reopen it to change anything.' },
  competitionIsOpen: { status: 409, message: 'This competition is not archived: there is nothing to reopen.' },
  nameMissing: { status: 422, message: 'A name is missing.' },
  datesWrong: { status: 422, message: 'From {from} to {to} is no span of days.' },
  unknownRuleSet: { status: 422, message: 'There is no rule set {ruleSetId}.' },
  unknownRound: { status: 422, message: 'There is no round {roundId}.' },
  unknownCategory: { status: 422, message: 'There is no category {category}.' },
  duplicateEntry: { status: 409, message: '{name} ({club}) is already registered in {category}.' },
  targetTaken: { status: 409, message: 'Target {target} is already taken by {name}.' },
  nothingToImport: { status: 422, message: 'There is nothing to import.' },
  nothingToChange: { status: 422, message: 'There is nothing to change.' },
  entryChangedMeanwhile: { status: 409, message: 'The entry of {name} was changed meanwhile: it is {now}.' },
  entryNotWithdrawn: { status: 409, message: 'Entry {entry} is not withdrawn.' },
  cardIsWritten: {
    status: 409,
    message: 'Something is written on the card of {name}: give a standing (DNS, DNF) instead of withdrawing.',
  },
  roundIsShot: { status: 409, message: '{name} has shot: another round is shot in {category}.' },
  entryInDraw: { status: 409, message: '{name} is in the draw of {event}: take the draw back first.' },
  unknownEntry: { status: 404, message: 'There is no entry {entry}.' },
  unknownButt: { status: 404, message: 'Nobody shoots at target {butt}.' },
  unknownDevice: { status: 404, message: 'There is no device {device}.' },
  deviceRevoked: { status: 403, message: 'This device was revoked.' },
  notAllowed: { status: 403, message: 'A {role} may not do this.' },
  notYourTarget: { status: 403, message: 'This device belongs to target {butt}, not to {target}.' },
  noSuchEnd: { status: 422, message: 'There is no end {end}: the round has {ends}.' },
  endOutOfOrder: { status: 422, message: 'End {expected} comes before end {end}.' },
  tooManyArrows: { status: 422, message: 'An end has {arrowsPerEnd} arrows.' },
  noArrows: { status: 422, message: 'There are no arrows.' },
  valueNotOnFace: { status: 422, message: 'The face {face} has no {value}.' },
  arrowAlreadyScored: { status: 409, message: 'Arrow {arrow} of end {end} is already scored: {value}.' },
  nothingToCorrect: { status: 422, message: 'End {end} has no arrows to correct.' },
  changedMeanwhile: { status: 409, message: 'End {end} was changed meanwhile: it is {now}.' },
  onlyLastEnd: { status: 422, message: 'Only the last end ({last}) can be corrected on a device.' },
  judgeMissing: { status: 422, message: 'The name of the judge is missing.' },
  reasonMissing: { status: 422, message: 'A reason is missing.' },
  roundWrong: { status: 422, message: 'The round {roundId} cannot be: {why}.' },
  roundTaken: { status: 409, message: 'The catalogue has a round {roundId} already: choose another id.' },
  roundInUse: { status: 409, message: 'Arrows are shot in the round {roundId}: it cannot be changed any more.' },
  categoryWrong: {
    status: 422,
    message: '{category} cannot be the code of a category: letters and digits, at most 20, no spaces.',
  },
  categoryInUse: { status: 409, message: 'Arrows are shot in {category}: it keeps its round.' },
  otherRound: { status: 422, message: 'A card of {category} cannot count in {also}: another round is shot there.' },
  countryWrong: { status: 422, message: '{country} is no country: at most 60 letters.' },
  licenceWrong: { status: 422, message: '{licence} is no membership number: at most 40 letters.' },
  bornInWrong: { status: 422, message: '{name} cannot be born in {bornIn}.' },
  sessionWrong: { status: 422, message: 'Session {session} cannot be: {why}.' },
  recordWrong: { status: 422, message: 'Record {line} cannot be: {why}.' },
  cardLocked: { status: 409, message: 'The card of {name} is signed and closed: a judge has to open it first.' },
  cardNotLocked: { status: 409, message: 'The card of {name} is open already.' },
  cardIncomplete: { status: 422, message: 'The card of {name} is not complete: end {end} has blanks.' },
  cardsDiffer: { status: 409, message: 'The two cards of {name} differ in end {end}: settle that first.' },
  standingUnchanged: { status: 409, message: '{name} is {standing} already.' },
  notCompeting: { status: 409, message: '{name} does not compete ({standing}): nothing can be written.' },
  rulingDoesNotFit: { status: 422, message: 'This ruling does not fit end {end}.' },
  rulingChangesNothing: { status: 422, message: 'End {end} is already as the ruling has it.' },
  sameScorer: { status: 409, message: 'End {end} was written with this device: the second card needs another scorer.' },
  endNotChecked: { status: 409, message: 'Nobody else has seen end {end} of {name} yet (scoring: {mode}).' },
  alreadySigned: { status: 409, message: 'The card of {name} is already signed by the {as}.' },
  signatureWrong: { status: 422, message: 'A signature is a name of one line and at most 200 numbers from 0 to 255.' },
  hitsWrong: { status: 422, message: 'Hits of end {end}: one for each arrow, not farther than 2,000 from the centre.' },
  clockWrong: { status: 422, message: 'The clock cannot be set to that: {why}.' },
  unknownSession: { status: 404, message: 'There is no session {session}.' },
  nothingToHold: { status: 422, message: 'End {end} has no open boxes that could be held.' },
  eventWrong: { status: 422, message: 'The event {event} cannot be: {why}.' },
  unknownEvent: { status: 404, message: 'There is no event {event}.' },
  categoryHasEvent: { status: 409, message: '{category} has the individual event {event} already.' },
  eventIsDrawn: { status: 409, message: '{event} is drawn already: take the draw back first.' },
  eventNotDrawn: { status: 409, message: '{event} is not drawn yet.' },
  noElimination: { status: 422, message: '{event} is ranked only: it has no elimination.' },
  unknownMatchFormat: { status: 422, message: 'The rule set has no match format {formatId}.' },
  unknownFace: { status: 422, message: 'There is no face {faceId}.' },
  tooFewToDraw: { status: 422, message: '{event} has {found} who could go on: two are needed.' },
  cardsNotFinished: {
    status: 409,
    message: 'The card of {name} is not finished ({others} more like it): finish it, or mark who retired.',
  },
  tieAtCut: { status: 409, message: 'A shoot-off has to decide who is in: {names}.' },
  tieInBracket: { status: 409, message: 'A toss has to decide the places of {names}.' },
  noSuchTie: { status: 409, message: 'These are not exactly the competitors of a tie in {event}.' },
  tieNotDecided: { status: 422, message: 'This leaves a place open between {names}.' },
  shootOffWrong: { status: 422, message: 'Round {round} of the shoot-off cannot be: {why}.' },
  matchHasBegun: { status: 409, message: 'Match {match} of {event} has begun.' },
  seedingFixed: {
    status: 409,
    message: 'This would change the seeding of {event}, and match {match} of {name} has begun.',
  },
  drawPlaceWrong: { status: 422, message: 'Side {side} of match {match} is no place that can be swapped.' },
  teamWrong: { status: 422, message: 'The team {team} cannot be made of these: {why}.' },
  unknownMatch: { status: 404, message: 'There is no match {match}.' },
  sidesNotKnown: { status: 409, message: 'It is not known yet who shoots match {match}.' },
  byeNeedsNoResult: { status: 409, message: 'Match {match} is a bye: nothing is shot.' },
  laterMatchStarted: {
    status: 409,
    message: 'This would give match {match} another winner, and match {later} has begun.',
  },
  matchNotOnYourTarget: { status: 403, message: 'This match is not shot at target {butt}.' },
  matchOver: { status: 409, message: 'The match is over.' },
  noSuchMatchEnd: { status: 422, message: 'There is no end {end}: the match has {ends}.' },
  matchPlaceNotOpen: { status: 409, message: 'Now comes {openPart} {openNumber}, not {part} {number}.' },
  measureFirst: { status: 409, message: 'Shoot-off {number} is level: measure who is closer first.' },
  tooManyMatchArrows: { status: 422, message: 'There are {arrows} arrows here.' },
  noMatchArrows: { status: 422, message: 'An arrow is missing.' },
  matchArrowAlreadyScored: { status: 409, message: 'Arrow {arrow} is already scored: {value}.' },
  matchChangedMeanwhile: { status: 409, message: 'This was changed meanwhile: it is {now}.' },
  nothingToCorrectInMatch: { status: 422, message: 'There is nothing to correct here.' },
  nothingToMeasure: { status: 422, message: 'Shoot-off {number} is not level: there is nothing to measure.' },
  attendanceUnchanged: { status: 409, message: 'That is how it stands already.' },
  slotWrong: {
    status: 422,
    message: 'Match {match} cannot be shot at {at}: write 2026-05-02T13:30, and a target number.',
  },
  buttTaken: { status: 409, message: 'Target {butt} is taken at {at} by match {match}.' },
  screenWrong: { status: 422, message: 'The screen cannot be set to that: {why}.' },
  unknownScreen: { status: 404, message: 'There is no screen {screen}.' },
  playlistWrong: { status: 422, message: 'The playlist cannot be: {why}.' },
  unknownPlaylist: { status: 404, message: 'There is no playlist {playlist}.' },
  announcementWrong: { status: 422, message: 'The announcement cannot be: {why}.' },
  unknownAnnouncement: { status: 404, message: 'There is no announcement {announcement}.' },
  alreadyFrozen: { status: 409, message: '{held} is under review already.' },
  notFrozen: { status: 409, message: '{held} is not under review.' },
  officialWrong: { status: 422, message: 'Official {line} cannot be: {why}.' },
  certificateWrong: { status: 422, message: 'The certificate cannot be: {why} {found}.' },
  logoWrong: { status: 422, message: 'The logo cannot be: {why}.' },
  noteWrong: { status: 422, message: 'The note cannot be: {why}.' },
  unknownNote: { status: 404, message: 'There is no note {note}.' },
  noteIsClosed: { status: 409, message: 'This note is closed: open it again first.' },
  noteIsOpen: { status: 409, message: 'This note is open already.' },
  paperWrong: { status: 422, message: 'The paper card of {name} cannot be that: {why}.' },
  paperMissing: { status: 409, message: 'Nothing of the paper card of {name} is typed.' },
  paperChanged: { status: 409, message: 'The card of {name} or its paper was changed meanwhile: look again.' },
  paperAgrees: { status: 409, message: 'The card of {name} is reconciled: there is nothing to decide.' },
  paperDiffers: { status: 409, message: 'The paper card of {name} differs: settle it, it cannot be waived.' },
  nothingToWaive: { status: 422, message: 'Name 1 to 500 cards to waive.' },
  badDocument: { status: 422, message: 'The file cannot be imported: {problem} at {pointer} ({found}).' },
} as const satisfies Record<Rejection['code'], ErrorKind>;

const accessRefusals = {
  wrongCode: { status: 401, message: 'The code is wrong, was used, or has run out.' },
  codeUsed: { status: 401, message: 'A device has joined target {butt} by this code already: ask for a new one.' },
  codeExpired: { status: 401, message: 'This code for target {butt} has run out: ask for a new one.' },
  wrongPassword: { status: 401, message: 'The password is wrong.' },
  passwordTooShort: { status: 422, message: 'The password needs at least {shortest} characters.' },
  tooManyTries: { status: 429, message: 'Too many tries: wait {retryAfterSeconds} seconds.' },
  passwordExists: { status: 409, message: 'There is a password already: log in with it.' },
  notLoggedIn: { status: 401, message: 'Only the organiser may do this: log in first.' },
} as const satisfies Record<AccessRefusal['code'], ErrorKind>;

const deferrals = {
  journalDown: { status: 503, message: 'The journal cannot be reached: nothing was changed. Try again.' },
  stopping: { status: 503, message: 'The appliance is stopping: nothing was changed. Try again.' },
  overloaded: { status: 503, message: 'Too many commands are waiting: nothing was changed. Try again.' },
} as const satisfies Record<DeferralReason, ErrorKind>;

const fileProblems = {
  emptyFile: { status: 422, message: 'The file has no entries.' },
  noHeader: { status: 422, message: 'The first line has to hold the headings: name, club, category, target.' },
  missingColumns: { status: 422, message: 'A column is missing: {columns}.' },
  notText: { status: 422, message: 'This is no text file: save the spreadsheet as CSV.' },
  unclosedQuote: { status: 422, message: 'A quotation mark is opened in line {line} and never closed.' },
  tooManyRows: { status: 422, message: 'The file has more than {most} lines.' },
  oldExcel: { status: 422, message: 'This is Excel’s old or binary format: save it as XLSX or CSV.' },
  notExcel: { status: 422, message: 'This is no Excel file: save the list as XLSX or CSV.' },
  hasMacros: { status: 422, message: 'The file holds macros: save it as XLSX without macros.' },
  encryptedFile: { status: 422, message: 'The file is protected by a password: save it without one.' },
  brokenFile: { status: 422, message: 'The file is damaged: open it in Excel and save it again.' },
  unpacksTooLarge: { status: 422, message: 'There is too much in the file: keep the list only, or save it as CSV.' },
} as const satisfies Record<NonNullable<ImportPreview['fileProblem']>['code'], ErrorKind>;

const own = {
  badRequest: { status: 400, message: 'The request is not what the interface asks for: {why}' },
  wrongOrigin: { status: 403, message: 'A page of another site may not do this.' },
  notFound: { status: 404, message: 'There is nothing at this address.' },
  tooLarge: { status: 413, message: 'The request is too large.' },
  unsupportedMediaType: { status: 415, message: 'The content type is not one that this address takes.' },
  wrongHost: {
    status: 421,
    message: 'This appliance does not answer to the name {host}: allow it with --allowed-host.',
  },
  importHasProblems: { status: 422, message: '{bad} lines have a problem: nothing was imported.' },
  importChangedMeanwhile: { status: 409, message: 'The entries were changed meanwhile: look at the list again.' },
  nameDiffers: { status: 422, message: 'This is not its name. To delete it for good, give it as it is: {name}.' },
  sharedRedis: {
    status: 409,
    message: 'Other nodes may have this competition too: only a Tenring with its own Redis deletes one.',
  },
  noStandbys: {
    status: 409,
    message: 'A standby follows a Tenring with its own Redis; nodes on one Redis have everything already.',
  },
  notAStandby: {
    status: 401,
    message: 'This standby is not known here (any more): begin it anew, in an empty folder, with a new code.',
  },
  unknownStandby: { status: 404, message: 'There is no standby {standby}.' },
  isStandby: { status: 503, message: 'This is the standby of {primary}: {state}.' },
  archiveTrouble: { status: 503, message: 'The archive cannot be written just now: nothing is deleted.' },
  unknownPrint: { status: 404, message: 'There is no such print any more: order it again.' },
  noLogo: { status: 404, message: 'The competition has no logo.' },
  printNotReady: { status: 409, message: 'This print is not done: there is no PDF to fetch.' },
  tablesBusy: { status: 503, message: 'Many tables are being made: try again in a moment.' },
  printerBusy: { status: 503, message: 'Many documents are waiting to be printed: try again in a moment.' },
  backupFailed: { status: 503, message: 'No backup can be made now: {why}.' },
  tooManyRequests: { status: 429, message: 'Too many requests: wait {retryAfterSeconds} seconds.' },
  internal: { status: 500, message: 'The appliance made a mistake. Its log says more.' },
  unavailable: { status: 503, message: 'Sessions cannot be looked up just now: try again.' },
} as const satisfies Record<string, ErrorKind>;

export const errorKinds = { ...rejections, ...accessRefusals, ...deferrals, ...fileProblems, ...own } as const;
export type ErrorCode = keyof typeof errorKinds;
export type ErrorDetails = Readonly<Record<string, string>>;

export interface RefusalOptions {
  /** Where the table's does not fit the place: a category that is asked for by address is 404. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  /** Beside `error` in the answer. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An answer that is an error; the error handler sends it. Thrown by routes, never logged. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    details: ErrorDetails = {},
    { status, retryAfterSeconds, more = {} }: RefusalOptions = {},
  ) {
    super(errorKinds[code].message.replaceAll(/\{(\w+)\}/g, (_, key: string) => details[key] ?? ''));
    this.code = code;
    this.details = details;
    this.status = status ?? errorKinds[code].status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.more = more;
  }
}

/** A coded value of another part (a rejection, an access refusal) as the answer that it becomes. */
export function refusalOf(coded: Rejection | AccessRefusal): RefusalError {
  const { code, ...rest } = coded;
  const details = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)]));
  return new RefusalError(
    code,
    details,
    coded.code === 'tooManyTries' ? { retryAfterSeconds: coded.retryAfterSeconds } : {},
  );
}
