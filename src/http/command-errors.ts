// Which rejections a command of the desk can meet. The domain's union of rejections is closed but says nothing about who rejects what;
// this is for the description of the interface, and http-desk.ts fails a test that sees a code which is not in here.
import type { Command } from '../domain/commands.ts';
import type { RejectionCode } from '../domain/rejections.ts';
import { deferralErrors } from './documented-errors.ts';
import type { ErrorCode } from './errors.ts';

const onCard = ['unknownEntry', 'cardLocked'] as const;
/** Where arrows or a standing may change who stands where in a draw. */
const onScore = [...onCard, 'seedingFixed'] as const;
const onMatch = ['unknownEvent', 'eventNotDrawn', 'unknownMatch', 'sidesNotKnown', 'byeNeedsNoResult'] as const;
/** Where something that is shown is named. */
const onView = ['unknownCategory', 'unknownEvent', 'eventNotDrawn', 'unknownMatch'] as const;
const onMatchEnd = [
  ...onMatch,
  'noSuchMatchEnd',
  'valueNotOnFace',
  'tooManyMatchArrows',
  'noMatchArrows',
  'matchPlaceNotOpen',
  'measureFirst',
  'matchOver',
  'laterMatchStarted',
] as const;
const onCorrectedMatchEnd = [
  ...onMatchEnd,
  'matchChangedMeanwhile',
  'nothingToCorrectInMatch',
  'judgeMissing',
  'reasonMissing',
] as const;

const rejections = {
  createCompetition: ['competitionExists', 'nameMissing', 'datesWrong', 'unknownRuleSet'],
  importCompetition: ['competitionExists', 'badDocument'],
  closeCompetition: [],
  reopenCompetition: ['competitionIsOpen'],
  importEntries: [
    'nothingToImport',
    'nameMissing',
    'unknownRound',
    'unknownCategory',
    'categoryWrong',
    'otherRound',
    'countryWrong',
    'bornInWrong',
    'duplicateEntry',
    'targetTaken',
  ],
  pairDevice: ['unknownButt'],
  revokeDevice: ['unknownDevice'],
  changeDevice: ['unknownDevice', 'deviceRevoked', 'unknownButt', 'nameMissing'],
  setScoring: [],
  setClock: ['clockWrong', 'unknownSession'],
  setMatchClock: [...onMatch, 'clockWrong'],
  setScreen: ['screenWrong', 'unknownPlaylist', ...onView],
  releaseScreen: ['unknownScreen'],
  setPlaylist: ['playlistWrong', ...onView],
  removePlaylist: ['unknownPlaylist'],
  announce: ['announcementWrong'],
  withdrawAnnouncement: ['unknownAnnouncement'],
  freezePublic: [...onView, 'judgeMissing', 'alreadyFrozen'],
  releasePublic: ['notFrozen'],
  setRound: ['roundWrong', 'roundTaken', 'roundInUse', 'sessionWrong'],
  setCategories: [
    'nothingToImport',
    'nameMissing',
    'categoryWrong',
    'categoryInUse',
    'unknownRound',
    'otherRound',
    'sessionWrong',
  ],
  setSessions: ['sessionWrong'],
  setRecords: ['recordWrong'],
  scoreArrows: [
    ...onScore,
    'notCompeting',
    'noSuchEnd',
    'endOutOfOrder',
    'tooManyArrows',
    'noArrows',
    'valueNotOnFace',
    'arrowAlreadyScored',
    'hitsWrong',
  ],
  correctEnd: [
    ...onScore,
    'notCompeting',
    'noSuchEnd',
    'nothingToCorrect',
    'changedMeanwhile',
    'tooManyArrows',
    'valueNotOnFace',
    'noArrows',
    'reasonMissing',
  ],
  ruleOnEnd: [
    ...onScore,
    'notCompeting',
    'noSuchEnd',
    'endOutOfOrder',
    'nothingToCorrect',
    'changedMeanwhile',
    'rulingDoesNotFit',
    'rulingChangesNothing',
    'tooManyArrows',
    'valueNotOnFace',
    'judgeMissing',
    'reasonMissing',
  ],
  checkEnd: [...onCard, 'notCompeting', 'noSuchEnd', 'tooManyArrows', 'noArrows', 'valueNotOnFace', 'sameScorer'],
  holdEnd: [...onCard, 'notCompeting', 'noSuchEnd', 'endOutOfOrder', 'nothingToHold', 'judgeMissing', 'reasonMissing'],
  signCard: [
    ...onCard,
    'cardIncomplete',
    'cardsDiffer',
    'endNotChecked',
    'alreadySigned',
    'signatureWrong',
    'nameMissing',
  ],
  lockCard: [...onCard, 'cardIncomplete', 'cardsDiffer', 'judgeMissing'],
  unlockCard: ['unknownEntry', 'cardNotLocked', 'judgeMissing', 'reasonMissing'],
  setStanding: ['unknownEntry', 'seedingFixed', 'standingUnchanged', 'judgeMissing', 'reasonMissing'],
  setEvent: [
    'eventWrong',
    'nameMissing',
    'unknownCategory',
    'categoryHasEvent',
    'eventIsDrawn',
    'unknownMatchFormat',
    'unknownFace',
  ],
  removeEvent: ['unknownEvent', 'eventIsDrawn'],
  recordToss: [
    'unknownEvent',
    'cardsNotFinished',
    'eventIsDrawn',
    'noSuchTie',
    'tieNotDecided',
    'judgeMissing',
    'noElimination',
  ],
  recordShootOff: [
    'unknownEvent',
    'cardsNotFinished',
    'eventIsDrawn',
    'noSuchTie',
    'tieNotDecided',
    'shootOffWrong',
    'judgeMissing',
    'noElimination',
  ],
  reopenTie: ['unknownEvent', 'noSuchTie', 'matchHasBegun', 'eventIsDrawn'],
  drawEvent: [
    'unknownEvent',
    'noElimination',
    'eventIsDrawn',
    'cardsNotFinished',
    'tieAtCut',
    'tieInBracket',
    'tooFewToDraw',
  ],
  undrawEvent: ['unknownEvent', 'eventNotDrawn', 'matchHasBegun', 'reasonMissing'],
  swapInDraw: ['unknownEvent', 'eventNotDrawn', 'drawPlaceWrong', 'matchHasBegun', 'judgeMissing', 'reasonMissing'],
  changeTeam: ['unknownEvent', 'eventNotDrawn', 'teamWrong', 'matchHasBegun', 'judgeMissing', 'reasonMissing'],
  unscheduleMatches: ['unknownEvent', 'eventNotDrawn', 'unknownMatch', 'slotWrong'],
  scheduleMatches: ['unknownEvent', 'eventNotDrawn', 'unknownMatch', 'slotWrong', 'buttTaken'],
  scoreMatch: [...onMatchEnd, 'matchArrowAlreadyScored', 'hitsWrong'],
  correctMatch: onCorrectedMatchEnd,
  ruleOnMatch: [...onCorrectedMatchEnd, 'rulingDoesNotFit', 'rulingChangesNothing'],
  measureShootOff: [
    ...onMatch,
    'noSuchMatchEnd',
    'nothingToMeasure',
    'nothingToCorrectInMatch',
    'laterMatchStarted',
    'matchOver',
    'judgeMissing',
  ],
  setMatchAttendance: [
    ...onMatch,
    'attendanceUnchanged',
    'matchOver',
    'laterMatchStarted',
    'judgeMissing',
    'reasonMissing',
  ],
  chooseBeginner: [...onMatch, 'matchOver', 'nothingToCorrectInMatch'],
} as const satisfies Readonly<Record<Command['kind'], readonly RejectionCode[]>>;

/** With what keeps any command from being decided. */
export function commandErrors(kind: Command['kind']): readonly ErrorCode[] {
  return ['unknownCompetition', 'competitionIsClosed', ...rejections[kind], ...deferralErrors];
}

/** Only devices meet these; the desk never does. */
export const deviceRejections = [
  'notAllowed',
  'notYourTarget',
  'onlyLastEnd',
  'matchNotOnYourTarget',
] as const satisfies readonly RejectionCode[];
