// Categories: bow style, age class and gender. Codes are World Archery's event codes (RM, CU18W, B50M) and free-form beyond them;
// the catalogue below only saves typing. Source: RULES 1.1, 1.2.
import type { Discipline } from './rounds.ts';

export interface Category {
  /** Unique in its competition: `RM`, `CU18W`, or the organiser's own. */
  readonly code: string;
  readonly name: string;
  readonly roundId: string;
}

const bowStyles = { R: 'Recurve', C: 'Compound', B: 'Barebow' } as const;
type BowStyle = keyof typeof bowStyles;
const ageClasses = { '': '', U15: 'Under 15', U18: 'Under 18', U21: 'Under 21', '50': '50+' } as const;
type AgeClass = keyof typeof ageClasses;
const genders = { M: 'Men', W: 'Women' } as const;

const outdoorRounds: Readonly<Record<BowStyle, Readonly<Record<AgeClass, string>>>> = {
  R: { '': 'wa720-70', U21: 'wa720-70', U18: 'wa720-60', '50': 'wa720-60', U15: 'wa720-40' },
  C: {
    '': 'wa720-50-compound',
    U21: 'wa720-50-compound',
    U18: 'wa720-50-compound',
    '50': 'wa720-50-compound',
    U15: 'wa720-40-compound',
  },
  B: {
    '': 'wa720-50-barebow',
    U21: 'wa720-50-barebow',
    U18: 'wa720-50-barebow',
    '50': 'wa720-50-barebow',
    U15: 'wa720-30-barebow',
  },
};
const indoorRounds: Readonly<Record<BowStyle, string>> = { R: 'wa18-triple', C: 'wa18-compound', B: 'wa18' };

const codePattern = /^([RCB])(U15|U18|U21|50)?([MW])$/;

/** World Archery's category of a code with its usual round; undefined for a code of another making. */
export function categoryFromCode(text: string, discipline: Discipline): Category | undefined {
  const code = text.trim().toUpperCase();
  const match = codePattern.exec(code);
  if (!match) return undefined;
  const bowStyle = match[1] as BowStyle;
  const ageClass = (match[2] ?? '') as AgeClass;
  const gender = match[3] as keyof typeof genders;
  const name = [bowStyles[bowStyle], ageClasses[ageClass], genders[gender]].filter(Boolean).join(' ');
  return { code, name, roundId: discipline === 'indoor' ? indoorRounds[bowStyle] : outdoorRounds[bowStyle][ageClass] };
}
