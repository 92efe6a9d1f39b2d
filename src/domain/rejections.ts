// A rule says no. Plain values, shown to people in their own words from the catalogues: each carries what the sentence needs.

export type Rejection =
  | { readonly code: 'unknownCompetition' }
  | { readonly code: 'competitionExists' }
  | { readonly code: 'nameMissing' }
  | { readonly code: 'datesWrong'; readonly from: string; readonly to: string }
  | { readonly code: 'unknownRuleSet'; readonly ruleSetId: string }
  | { readonly code: 'unknownRound'; readonly roundId: string }
  | { readonly code: 'unknownCategory'; readonly category: string }
  | { readonly code: 'duplicateEntry'; readonly name: string; readonly club: string; readonly category: string }
  | { readonly code: 'targetTaken'; readonly target: string; readonly name: string }
  | { readonly code: 'nothingToImport' }
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
  | { readonly code: 'onlyLastEnd'; readonly end: number; readonly last: number };

export type RejectionCode = Rejection['code'];

/** Every code, for tables that must be complete (catalogues, the wire, the docs). */
export const rejectionCodes = [
  'unknownCompetition',
  'competitionExists',
  'nameMissing',
  'datesWrong',
  'unknownRuleSet',
  'unknownRound',
  'unknownCategory',
  'duplicateEntry',
  'targetTaken',
  'nothingToImport',
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
] as const satisfies readonly RejectionCode[];

// Fails to compile when a code is missing from the list above.
type Missing = Exclude<RejectionCode, (typeof rejectionCodes)[number]>;
export const noCodeIsMissing: [Missing] extends [never] ? true : Missing = true;
