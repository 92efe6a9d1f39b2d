// A rule says no. Plain values, shown to people in their own words from the catalogues: each carries what the sentence needs.
import type { ScoringMode, Signer } from './card/card-notes.ts';
import type { DocumentProblem } from './document/document.ts';

export type Rejection =
  | { readonly code: 'unknownCompetition' }
  | { readonly code: 'competitionExists' }
  | { readonly code: 'competitionIsClosed' }
  | { readonly code: 'competitionIsOpen' }
  | { readonly code: 'nameMissing' }
  | { readonly code: 'datesWrong'; readonly from: string; readonly to: string }
  | { readonly code: 'unknownRuleSet'; readonly ruleSetId: string }
  | { readonly code: 'unknownRound'; readonly roundId: string }
  | { readonly code: 'unknownCategory'; readonly category: string }
  | { readonly code: 'duplicateEntry'; readonly name: string; readonly club: string; readonly category: string }
  | { readonly code: 'targetTaken'; readonly target: string; readonly name: string }
  | { readonly code: 'nothingToImport' }
  | { readonly code: 'nothingToChange' }
  | { readonly code: 'entryChangedMeanwhile'; readonly entry: number; readonly name: string; readonly now: string }
  | { readonly code: 'entryNotWithdrawn'; readonly entry: number }
  | { readonly code: 'cardIsWritten'; readonly name: string }
  | { readonly code: 'roundIsShot'; readonly name: string; readonly category: string }
  | { readonly code: 'entryInDraw'; readonly name: string; readonly event: string }
  | { readonly code: 'unknownEntry'; readonly entry: number }
  | { readonly code: 'unknownButt'; readonly butt: number }
  | { readonly code: 'unknownDevice'; readonly device: string }
  | { readonly code: 'deviceRevoked' }
  | { readonly code: 'notAllowed'; readonly role: string }
  | { readonly code: 'notYourTarget'; readonly butt: number; readonly target: string }
  | { readonly code: 'noSuchEnd'; readonly end: number; readonly ends: number }
  | { readonly code: 'endOutOfOrder'; readonly end: number; readonly expected: number }
  | { readonly code: 'tooManyArrows'; readonly arrowsPerEnd: number }
  | { readonly code: 'noArrows' }
  | { readonly code: 'valueNotOnFace'; readonly value: string; readonly face: string }
  | { readonly code: 'arrowAlreadyScored'; readonly end: number; readonly arrow: number; readonly value: string }
  | { readonly code: 'nothingToCorrect'; readonly end: number }
  | { readonly code: 'changedMeanwhile'; readonly end: number; readonly now: string }
  | { readonly code: 'onlyLastEnd'; readonly end: number; readonly last: number }
  | { readonly code: 'judgeMissing' }
  | { readonly code: 'reasonMissing' }
  | { readonly code: 'roundWrong'; readonly roundId: string; readonly why: string }
  | { readonly code: 'roundTaken'; readonly roundId: string }
  | { readonly code: 'roundInUse'; readonly roundId: string }
  | { readonly code: 'categoryWrong'; readonly category: string }
  | { readonly code: 'categoryInUse'; readonly category: string }
  | { readonly code: 'otherRound'; readonly category: string; readonly also: string }
  | { readonly code: 'countryWrong'; readonly country: string }
  | { readonly code: 'licenceWrong'; readonly licence: string }
  | { readonly code: 'bornInWrong'; readonly name: string; readonly bornIn: number }
  | { readonly code: 'sessionWrong'; readonly session: number; readonly why: string }
  | { readonly code: 'recordWrong'; readonly line: number; readonly why: string }
  | { readonly code: 'cardLocked'; readonly name: string }
  | { readonly code: 'cardNotLocked'; readonly name: string }
  | { readonly code: 'cardIncomplete'; readonly name: string; readonly end: number }
  | { readonly code: 'cardsDiffer'; readonly name: string; readonly end: number }
  | { readonly code: 'standingUnchanged'; readonly name: string; readonly standing: string }
  | { readonly code: 'notCompeting'; readonly name: string; readonly standing: string }
  | { readonly code: 'rulingDoesNotFit'; readonly ruling: string; readonly end: number }
  | { readonly code: 'rulingChangesNothing'; readonly end: number }
  | { readonly code: 'sameScorer'; readonly end: number }
  | { readonly code: 'endNotChecked'; readonly name: string; readonly end: number; readonly mode: ScoringMode }
  | { readonly code: 'alreadySigned'; readonly name: string; readonly as: Signer }
  | { readonly code: 'signatureWrong' }
  | { readonly code: 'hitsWrong'; readonly end: number }
  | { readonly code: 'clockWrong'; readonly why: string }
  | { readonly code: 'unknownSession'; readonly session: number }
  | { readonly code: 'nothingToHold'; readonly end: number }
  | { readonly code: 'eventWrong'; readonly event: string; readonly why: string }
  | { readonly code: 'unknownEvent'; readonly event: string }
  | { readonly code: 'categoryHasEvent'; readonly category: string; readonly event: string }
  | { readonly code: 'eventIsDrawn'; readonly event: string }
  | { readonly code: 'eventNotDrawn'; readonly event: string }
  | { readonly code: 'noElimination'; readonly event: string }
  | { readonly code: 'unknownMatchFormat'; readonly formatId: string }
  | { readonly code: 'unknownFace'; readonly faceId: string }
  | { readonly code: 'tooFewToDraw'; readonly event: string; readonly found: number }
  | { readonly code: 'cardsNotFinished'; readonly event: string; readonly name: string; readonly others: number }
  | { readonly code: 'tieAtCut'; readonly event: string; readonly names: string }
  | { readonly code: 'tieInBracket'; readonly event: string; readonly names: string }
  | { readonly code: 'noSuchTie'; readonly event: string }
  | { readonly code: 'tieNotDecided'; readonly names: string }
  | { readonly code: 'shootOffWrong'; readonly round: number; readonly why: string }
  | { readonly code: 'matchHasBegun'; readonly event: string; readonly match: string }
  | { readonly code: 'seedingFixed'; readonly name: string; readonly event: string; readonly match: string }
  | { readonly code: 'drawPlaceWrong'; readonly match: string; readonly side: 'a' | 'b' }
  | { readonly code: 'teamWrong'; readonly team: string; readonly why: string }
  | { readonly code: 'unknownMatch'; readonly match: string }
  | { readonly code: 'sidesNotKnown'; readonly match: string }
  | { readonly code: 'byeNeedsNoResult'; readonly match: string }
  | { readonly code: 'laterMatchStarted'; readonly match: string; readonly later: string }
  | { readonly code: 'matchNotOnYourTarget'; readonly butt: number }
  | { readonly code: 'matchOver'; readonly winner: string }
  | { readonly code: 'noSuchMatchEnd'; readonly end: number; readonly ends: number }
  | {
      readonly code: 'matchPlaceNotOpen';
      readonly part: 'end' | 'shootOff';
      readonly number: number;
      readonly openPart: 'end' | 'shootOff';
      readonly openNumber: number;
    }
  | { readonly code: 'measureFirst'; readonly number: number }
  | { readonly code: 'tooManyMatchArrows'; readonly arrows: number }
  | { readonly code: 'noMatchArrows' }
  | { readonly code: 'matchArrowAlreadyScored'; readonly arrow: number; readonly value: string }
  | { readonly code: 'matchChangedMeanwhile'; readonly now: string }
  | { readonly code: 'nothingToCorrectInMatch' }
  | { readonly code: 'nothingToMeasure'; readonly number: number }
  | { readonly code: 'attendanceUnchanged' }
  | { readonly code: 'slotWrong'; readonly match: string; readonly at: string }
  | { readonly code: 'buttTaken'; readonly butt: number; readonly at: string; readonly match: string }
  | { readonly code: 'screenWrong'; readonly why: string }
  | { readonly code: 'unknownScreen'; readonly screen: string }
  | { readonly code: 'playlistWrong'; readonly why: string }
  | { readonly code: 'unknownPlaylist'; readonly playlist: string }
  | { readonly code: 'announcementWrong'; readonly why: string }
  | { readonly code: 'unknownAnnouncement'; readonly announcement: string }
  | { readonly code: 'alreadyFrozen'; readonly held: string }
  | { readonly code: 'notFrozen'; readonly held: string }
  | { readonly code: 'officialWrong'; readonly line: number; readonly why: string }
  | { readonly code: 'certificateWrong'; readonly why: string; readonly found: string }
  | { readonly code: 'logoWrong'; readonly why: string }
  | { readonly code: 'noteWrong'; readonly why: string }
  | { readonly code: 'unknownNote'; readonly note: string }
  | { readonly code: 'noteIsClosed' }
  | { readonly code: 'noteIsOpen' }
  | { readonly code: 'paperWrong'; readonly name: string; readonly why: string }
  | { readonly code: 'paperMissing'; readonly name: string }
  | { readonly code: 'paperChanged'; readonly name: string }
  | { readonly code: 'paperAgrees'; readonly name: string }
  | { readonly code: 'paperDiffers'; readonly name: string }
  | { readonly code: 'nothingToWaive' }
  | {
      readonly code: 'badDocument';
      readonly pointer: string;
      readonly problem: DocumentProblem;
      readonly found: string;
    };

export type RejectionCode = Rejection['code'];

/** Every code, for tables that must be complete (catalogues, the wire, the docs). */
export const rejectionCodes = [
  'unknownCompetition',
  'competitionExists',
  'competitionIsClosed',
  'competitionIsOpen',
  'nameMissing',
  'datesWrong',
  'unknownRuleSet',
  'unknownRound',
  'unknownCategory',
  'duplicateEntry',
  'targetTaken',
  'nothingToImport',
  'nothingToChange',
  'entryChangedMeanwhile',
  'entryNotWithdrawn',
  'cardIsWritten',
  'roundIsShot',
  'entryInDraw',
  'unknownEntry',
  'unknownButt',
  'unknownDevice',
  'deviceRevoked',
  'notAllowed',
  'notYourTarget',
  'noSuchEnd',
  'endOutOfOrder',
  'tooManyArrows',
  'noArrows',
  'valueNotOnFace',
  'arrowAlreadyScored',
  'nothingToCorrect',
  'changedMeanwhile',
  'onlyLastEnd',
  'judgeMissing',
  'reasonMissing',
  'roundWrong',
  'roundTaken',
  'roundInUse',
  'categoryWrong',
  'categoryInUse',
  'otherRound',
  'countryWrong',
  'licenceWrong',
  'bornInWrong',
  'sessionWrong',
  'recordWrong',
  'cardLocked',
  'cardNotLocked',
  'cardIncomplete',
  'cardsDiffer',
  'standingUnchanged',
  'notCompeting',
  'rulingDoesNotFit',
  'rulingChangesNothing',
  'sameScorer',
  'endNotChecked',
  'alreadySigned',
  'signatureWrong',
  'hitsWrong',
  'clockWrong',
  'unknownSession',
  'nothingToHold',
  'eventWrong',
  'unknownEvent',
  'categoryHasEvent',
  'eventIsDrawn',
  'eventNotDrawn',
  'noElimination',
  'unknownMatchFormat',
  'unknownFace',
  'tooFewToDraw',
  'cardsNotFinished',
  'tieAtCut',
  'tieInBracket',
  'noSuchTie',
  'tieNotDecided',
  'shootOffWrong',
  'matchHasBegun',
  'seedingFixed',
  'drawPlaceWrong',
  'teamWrong',
  'unknownMatch',
  'sidesNotKnown',
  'byeNeedsNoResult',
  'laterMatchStarted',
  'matchNotOnYourTarget',
  'matchOver',
  'noSuchMatchEnd',
  'matchPlaceNotOpen',
  'measureFirst',
  'tooManyMatchArrows',
  'noMatchArrows',
  'matchArrowAlreadyScored',
  'matchChangedMeanwhile',
  'nothingToCorrectInMatch',
  'nothingToMeasure',
  'attendanceUnchanged',
  'slotWrong',
  'buttTaken',
  'screenWrong',
  'unknownScreen',
  'playlistWrong',
  'unknownPlaylist',
  'announcementWrong',
  'unknownAnnouncement',
  'alreadyFrozen',
  'notFrozen',
  'officialWrong',
  'certificateWrong',
  'logoWrong',
  'noteWrong',
  'unknownNote',
  'noteIsClosed',
  'noteIsOpen',
  'paperWrong',
  'paperMissing',
  'paperChanged',
  'paperAgrees',
  'paperDiffers',
  'nothingToWaive',
  'badDocument',
] as const satisfies readonly RejectionCode[];

// Fails to compile when a code is missing from the list above.
type Missing = Exclude<RejectionCode, (typeof rejectionCodes)[number]>;
export const noCodeIsMissing: [Missing] extends [never] ? true : Missing = true;
