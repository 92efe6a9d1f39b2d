// Formats of match play as data, by rule-set year: an old competition keeps its formats for ever.
// Source: WA Book 3, 12.1.4 and RULES 1.7. Faces are not named here: a match is shot on the face of its round.
import { ruleSets } from '../rule-sets.ts';

export type MatchKind = 'individual' | 'team' | 'mixed';
/** How a match is won: by set points, or by the highest total. */
export type MatchSystem = 'set' | 'cumulative';

interface AnyFormat {
  readonly id: string;
  readonly name: string;
  readonly kind: MatchKind;
  /** Archers of one side. In alternate shooting a side shoots this many arrows, one by each, before the other's turn [M]. */
  readonly archers: 1 | 2 | 3;
  /** Sets at most in the set system, ends in the cumulative system; in field and 3D one end is one target. */
  readonly ends: number;
  readonly arrowsPerEnd: number;
  /** One by each archer of the side (12.1.4). */
  readonly shootOffArrows: number;
  readonly times: MatchTimes;
}

/** Seconds (RULES 1.7). Individuals have 40 s an arrow unless the organiser says 30, as at World Ranking Events. */
export interface MatchTimes {
  readonly end: number;
  readonly shootOff: number;
  /** For one arrow when sides alternate. */
  readonly alternateArrow: number;
}

export interface SetFormat extends AnyFormat {
  readonly system: 'set';
  /** The match is over when a side has them: 6 for individuals, 5 for teams (12.1.4). */
  readonly pointsToWin: number;
}

export interface CumulativeFormat extends AnyFormat {
  readonly system: 'cumulative';
}

export type MatchFormat = SetFormat | CumulativeFormat;

const archersOf: Readonly<Record<MatchKind, 1 | 2 | 3>> = { individual: 1, team: 3, mixed: 2 };
const nameOf: Readonly<Record<MatchKind, string>> = { individual: 'Individual', team: 'Team', mixed: 'Mixed team' };

/** Individuals 40 s an arrow, teams 20 s an arrow, shoot-offs included: 120, 120, 80 s an end and 40, 60, 40 s a shoot-off (RULES 1.7). */
function timesOf(kind: MatchKind, arrowsPerEnd: number): MatchTimes {
  const perArrow = kind === 'individual' ? 40 : 20;
  return { end: arrowsPerEnd * perArrow, shootOff: archersOf[kind] * perArrow, alternateArrow: 20 };
}

function base(id: string, kind: MatchKind, ends: number, arrowsPerEnd: number, suffix: string): AnyFormat {
  const archers = archersOf[kind];
  const times = timesOf(kind, arrowsPerEnd);
  return { id, name: `${nameOf[kind]}, ${suffix}`, kind, archers, ends, arrowsPerEnd, shootOffArrows: archers, times };
}

function setSystem(kind: MatchKind, sets: number, arrowsPerSet: number, pointsToWin: number): SetFormat {
  return { ...base(`set-${kind}`, kind, sets, arrowsPerSet, 'set system'), system: 'set', pointsToWin };
}

function cumulative(
  id: string,
  kind: MatchKind,
  ends: number,
  arrowsPerEnd: number,
  suffix = 'cumulative',
): CumulativeFormat {
  return { ...base(id, kind, ends, arrowsPerEnd, suffix), system: 'cumulative' };
}

/** Target archery (12.1.4): sets for recurve and barebow, the total for compound. */
const targetFormats: readonly MatchFormat[] = [
  setSystem('individual', 5, 3, 6),
  setSystem('team', 4, 6, 5),
  setSystem('mixed', 4, 4, 5),
  cumulative('cumulative-individual', 'individual', 5, 3),
  cumulative('cumulative-team', 'team', 4, 6),
  cumulative('cumulative-mixed', 'mixed', 4, 4),
];

/** Field and 3D (RULES 1.7, Ianseo's and FFTA's rules; Book 4 not seen, 3D [?]): `-final` is for semi-finals and medal matches. */
const courseFormats: readonly MatchFormat[] = [
  cumulative('field-individual', 'individual', 6, 3, 'field'),
  cumulative('field-individual-final', 'individual', 4, 3, 'field semi-finals and finals'),
  cumulative('field-team', 'team', 4, 3, 'field'),
  cumulative('field-mixed', 'mixed', 4, 4, 'field'),
  cumulative('3d-individual', 'individual', 6, 2, '3D'),
  cumulative('3d-individual-final', 'individual', 4, 2, '3D semi-finals and finals'),
  cumulative('3d-team', 'team', 4, 4, '3D'),
];

const formats: readonly MatchFormat[] = [...targetFormats, ...courseFormats];

/** The formats of a rule set, all of which have the same so far; none for a rule set that is not known. */
export function matchFormatsOf(ruleSetId: string): readonly MatchFormat[] {
  return ruleSets.some(({ id }) => id === ruleSetId) ? formats : [];
}

export function findMatchFormat(ruleSetId: string, formatId: string): MatchFormat | undefined {
  return matchFormatsOf(ruleSetId).find(({ id }) => id === formatId);
}

/** Target archery's format for bows that shoot sets (recurve, barebow) or totals (compound), 12.1.4. */
export function targetFormatId(system: MatchSystem, kind: MatchKind): string {
  return `${system}-${kind}`;
}
