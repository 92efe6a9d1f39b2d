// What the desk's clock is first set to: who shoots together, by the letters that archers have, and how long, by the rounds that they shoot.
import type { ClockTimes } from '../../src/domain/clock/run-clock.ts';
import type { ClockLines } from '../../src/domain/clock/shooting-clock.ts';
import { findRound } from '../../src/domain/rounds/rounds.ts';
import { secondsForEnd, secondsOfWarning, secondsToTheLine } from '../../src/domain/rounds/shooting-times.ts';
import { parseTarget } from '../../src/domain/target.ts';

export interface LinesChoice {
  readonly key: string;
  readonly lines: ClockLines;
}

const choices: readonly ClockLines[] = [
  [''],
  ['AB', 'CD'],
  ['CD', 'AB'],
  ['A', 'B', 'C', 'D'],
  ['A', 'B', 'C'],
  ['ABC'],
  ['ABC', 'DEF'],
];

export function lineKey(lines: ClockLines): string {
  return lines.join('-');
}

/** Those of `present` too, so that what is set is always among them. */
export function linesChoices(present: ClockLines): readonly LinesChoice[] {
  const isKnown = choices.some((lines) => lineKey(lines) === lineKey(present));
  return (isKnown ? choices : [...choices, present]).map((lines) => ({ key: lineKey(lines), lines }));
}

/** Four at a butt shoot in two lines; fewer shoot at once. */
export function proposeLines(targets: readonly (string | null)[]): ClockLines {
  const used = new Set(targets.map((target) => (target === null ? undefined : parseTarget(target)?.letter)));
  if (['E', 'F'].some((letter) => used.has(letter))) return ['ABC', 'DEF'];
  return used.has('D') ? ['AB', 'CD'] : [''];
}

export interface TimeProposal {
  readonly roundName: string;
  readonly seconds: number;
}

/** Each time once for a round, in the order of the rounds. */
export function proposeTimes(roundIds: readonly string[]): readonly TimeProposal[] {
  return [...new Set(roundIds)].flatMap((id) => {
    const round = findRound(id);
    const times = new Set(round?.distances.map(secondsForEnd));
    return round ? [...times].map((seconds) => ({ roundName: round.name, seconds })) : [];
  });
}

/** Four minutes where no round says anything: of six arrows. */
const usualSeconds = 240;

export function firstTimes(proposals: readonly TimeProposal[]): ClockTimes {
  return {
    toTheLineSeconds: secondsToTheLine,
    shootingSeconds: proposals[0]?.seconds ?? usualSeconds,
    warningSeconds: secondsOfWarning,
  };
}

export const settingLimits = {
  end: { from: 0, to: 99 },
  shootingSeconds: { from: 1, to: 600 },
  toTheLineSeconds: { from: 0, to: 600 },
  warningSeconds: { from: 0, to: 600 },
} as const;
export type SettingField = keyof typeof settingLimits;
export const settingFields = ['end', 'shootingSeconds', 'toTheLineSeconds', 'warningSeconds'] as const;

export type TypedSetting = Readonly<Record<SettingField, string>>;

/** Undefined for what is no whole number within the limits; the yellow light is never longer than the end. */
export function readSetting(typed: TypedSetting, field: SettingField): number | undefined {
  const { from, to } = limitsOf(typed, field);
  const value = /^\d{1,4}$/.test(typed[field].trim()) ? Number(typed[field]) : undefined;
  return value !== undefined && value >= from && value <= to ? value : undefined;
}

export function limitsOf(typed: TypedSetting, field: SettingField): { readonly from: number; readonly to: number } {
  const limits = settingLimits[field];
  const shooting = field === 'warningSeconds' ? readSetting(typed, 'shootingSeconds') : undefined;
  return shooting === undefined ? limits : { ...limits, to: shooting };
}
