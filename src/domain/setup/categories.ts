// Categories: bow style, age class and gender. Codes are World Archery's event codes (RM, CU18W, B50M) and free-form beyond them;
// the catalogue below only saves typing. Source: RULES 1.1, 1.2. Only World Archery's own are read from a code: a list that says
// LM or TU13W may mean something else, so those are composed by choice and never guessed.
import type { Discipline } from '../rounds/rounds.ts';

export interface Category {
  /** Unique in its competition: `RM`, `CU18W`, or the organiser's own. */
  readonly code: string;
  readonly name: string;
  readonly roundId: string;
}

/** L longbow and T traditional (3D and many nations), N the Indonesian nasional (standard bow). */
export const bowStyles = {
  R: 'Recurve',
  C: 'Compound',
  B: 'Barebow',
  L: 'Longbow',
  T: 'Traditional',
  N: 'Nasional',
} as const;
export type BowStyle = keyof typeof bowStyles;

export interface AgeClass {
  readonly name: string;
  /** Ages reached in the year of the event; undefined where there is no limit on that side. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Under 13 and 60+ are national classes. The empty code is the senior class, which everybody may shoot. */
export const ageClasses = {
  U13: { name: 'Under 13', from: undefined, to: 12 },
  U15: { name: 'Under 15', from: undefined, to: 14 },
  U18: { name: 'Under 18', from: undefined, to: 17 },
  U21: { name: 'Under 21', from: undefined, to: 20 },
  '': { name: '', from: undefined, to: undefined },
  '50': { name: '50+', from: 50, to: undefined },
  '60': { name: '60+', from: 60, to: undefined },
} as const satisfies Readonly<Record<string, AgeClass>>;
export type AgeClassCode = keyof typeof ageClasses;

/** X is World Archery's letter of a mixed team; O a class for everybody. */
export const genders = { M: 'Men', W: 'Women', O: 'Open', X: 'Mixed' } as const;
export type Gender = keyof typeof genders;

/** Whether somebody who reaches this age in the year of the event may enter: upwards from the young, downwards from the old. */
export function mayShoot(ageClass: AgeClassCode, ageInYear: number): boolean {
  const { from = 0, to = Number.POSITIVE_INFINITY }: AgeClass = ageClasses[ageClass];
  return ageInYear >= from && ageInYear <= to;
}

type RoundsByAge = Readonly<Record<AgeClassCode, string>>;

/** One round for everybody but those named. */
function roundsByAge(usual: string, others: Partial<RoundsByAge> = {}): RoundsByAge {
  return { '': usual, U21: usual, U18: usual, '50': usual, '60': usual, U15: usual, U13: usual, ...others };
}

/** RULES 1.2 for R, C and B from U15 to 50+; the rest are proposals that an organiser changes. */
const outdoorRounds: Readonly<Record<BowStyle, RoundsByAge>> = {
  R: roundsByAge('wa720-70', { U18: 'wa720-60', '50': 'wa720-60', '60': 'wa720-60', U15: 'wa720-40', U13: 'wa720-30' }),
  C: roundsByAge('wa720-50-compound', { U15: 'wa720-40-compound', U13: 'wa720-30-compound' }),
  B: roundsByAge('wa720-50-barebow', { U15: 'wa720-30-barebow', U13: 'wa720-30-barebow' }),
  L: roundsByAge('wa720-30'),
  T: roundsByAge('wa720-30'),
  N: roundsByAge('id-nasional'),
};
const indoorRounds: Readonly<Record<BowStyle, string>> = {
  R: 'wa18-triple',
  C: 'wa18-compound',
  B: 'wa18',
  L: 'wa18',
  T: 'wa18',
  N: 'wa18',
};

/** RULES 1.2: red peg for recurve and compound, blue for the others and for the young; yellow for young barebow. 3D red for compound. */
function coursePeg(bowStyle: BowStyle, ageClass: AgeClassCode): 'red' | 'blue' | 'yellow' {
  const isYoung = ageClass === 'U18' || ageClass === 'U15' || ageClass === 'U13';
  const isSighted = bowStyle === 'R' || bowStyle === 'C';
  if (isSighted) return isYoung ? 'blue' : 'red';
  return isYoung ? 'yellow' : 'blue';
}

function usualRound(bowStyle: BowStyle, ageClass: AgeClassCode, discipline: Discipline): string {
  switch (discipline) {
    case 'outdoor':
      return outdoorRounds[bowStyle][ageClass];
    case 'indoor':
      return indoorRounds[bowStyle];
    case 'field':
      return `wa-field-24-${coursePeg(bowStyle, ageClass)}-mixed`;
    case '3d':
      return `wa-3d-24-${coursePeg(bowStyle, ageClass) === 'red' ? 'red' : 'blue'}`;
  }
}

export interface CategoryParts {
  readonly bowStyle: BowStyle;
  readonly ageClass: AgeClassCode;
  readonly gender: Gender;
}

/** A category of the catalogue with a usual round; the organiser may give it another round, code and name. */
export function composeCategory({ bowStyle, ageClass, gender }: CategoryParts, discipline: Discipline): Category {
  const name = [bowStyles[bowStyle], ageClasses[ageClass].name, genders[gender]].filter(Boolean).join(' ');
  const roundId = usualRound(bowStyle, ageClass, discipline);
  return { code: `${bowStyle}${ageClass}${gender}`, name, roundId };
}

const codePattern = /^([RCB])(U15|U18|U21|50)?([MW])$/;

function partsOfCode(text: string): CategoryParts | undefined {
  const match = codePattern.exec(text.trim().toUpperCase());
  if (!match) return undefined;
  const [bowStyle, ageClass, gender] = [match[1] as BowStyle, (match[2] ?? '') as AgeClassCode, match[3] as Gender];
  return { bowStyle, ageClass, gender };
}

/** World Archery's category of a code with its usual round; undefined for a code of another making. */
export function categoryFromCode(text: string, discipline: Discipline): Category | undefined {
  const parts = partsOfCode(text);
  return parts && composeCategory(parts, discipline);
}

/** The age class of a code of World Archery; undefined for a code of another making, of which nobody knows whom it admits. */
export function ageClassOfCode(code: string): AgeClassCode | undefined {
  return partsOfCode(code)?.ageClass;
}
