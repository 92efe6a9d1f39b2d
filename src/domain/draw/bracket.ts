// The chart of a bracket: who meets whom, by seed, before a match is shot. Seeds are places of the qualification ranking; whose seed it
// is, is not known here. Source: RULES 1.8 (Ianseo's charts; Tokyo 2020 and Paris 2024).
import { invariant } from '../../kit/invariant.ts';
import type { DrawSource, Pairing } from './draw.ts';

/** How many a chart takes. In 104, 56 and 24 the first eight enter where 32 (or, of 24 teams, 16) are left. */
export const chartSizes = [2, 4, 8, 16, 24, 32, 56, 64, 104, 128] as const;
export type ChartSize = (typeof chartSizes)[number];

export interface BracketOptions {
  readonly chart: ChartSize;
  /** Seeds in it, from 1: fewer than the chart takes leave byes to the highest seeds. */
  readonly qualifiers: number;
  /** How many places matches decide: 2 the final alone, 4 with the match for bronze (the rule), 8 and so on with placement matches. */
  readonly placesShot: number;
}

/** Seeds from the top of the chart to its bottom, for a power of two (RULES 1.8). */
export function seedOrder(size: number): readonly number[] {
  invariant(Number.isInteger(Math.log2(size)) && size >= 1, `${size} is not a power of two`);
  let order: readonly number[] = [1];
  while (order.length < size) {
    const sum = 2 * order.length + 1;
    order = order.flatMap((seed, index) => (index % 2 === 0 ? [seed, sum - seed] : [sum - seed, seed]));
  }
  return order;
}

/** Lines of a chart for so many: the power of two that it is drawn as. */
export function linesOf(size: number): number {
  let lines = 2;
  while (lines < size) lines *= 2;
  return lines;
}

/**
 * Seeds on the lines of a chart, from the top; undefined where nobody stands. The chart of 104 is that of 56 with a round before it:
 * 9 meets 104, 10 meets 103 and so on, where the winner takes the better seed's line.
 */
export function chartLines(chart: ChartSize): readonly (number | undefined)[] {
  if (chart !== 104) return seedOrder(linesOf(chart)).map((seed) => (seed <= chart ? seed : undefined));
  return chartLines(56)
    .map((seed) => (seed !== undefined && seed > 8 ? [seed, 113 - seed] : [seed, undefined]))
    .flatMap(([seed, opponent], index) => (index % 2 === 0 ? [seed, opponent] : [opponent, seed]));
}

/** The smallest chart of a power of two that takes so many; the organiser may choose another. */
export function smallestChart(qualifiers: number): ChartSize {
  return chartSizes.find((size) => size === linesOf(size) && size >= qualifiers) ?? 128;
}

/** Whose line an archer of this seed stands on once 2^level are left, since winners inherit the line of the better seed (RULES 1.8). */
export function inheritedSeed(seed: number, level: number, chart?: ChartSize): number {
  let inherited = chart === 104 && seed > 56 && level < 7 ? 113 - seed : seed;
  for (let left = 128; left > 2 ** level; left /= 2) if (inherited > left / 2) inherited = left + 1 - inherited;
  return inherited;
}

/** Matches of one level for the same places. */
function matchesInGroup(level: number): number {
  return 2 ** (level - 1);
}

function groupOf(level: number, number: number): number {
  return Math.floor((number - 1) / matchesInGroup(level));
}

/** The best place to be had in a match. */
export function topPlaceOf(level: number, number: number): number {
  return groupOf(level, number) * 2 ** level + 1;
}

/** The number of a match among those for the same places, from 1. */
export function numberInGroup(level: number, number: number): number {
  return ((number - 1) % matchesInGroup(level)) + 1;
}

/** The number, on the next level, of the match where winner or loser go on. */
export function nextNumber(level: number, number: number, as: 'winner' | 'loser'): number {
  const group = 2 * groupOf(level, number) + (as === 'loser' ? 1 : 0);
  return group * matchesInGroup(level - 1) + Math.ceil(numberInGroup(level, number) / 2);
}

export function bracketMatchId(level: number, number: number): string {
  return `${level}/${number}`;
}

function sourcesBelow(level: number, group: number, inner: number): readonly [DrawSource, DrawSource] {
  const from = group % 2 === 0 ? 'winner' : 'loser';
  const before = Math.floor(group / 2) * matchesInGroup(level + 1);
  const feeder = (place: number): DrawSource => ({ from, match: bracketMatchId(level + 1, before + place) });
  return [feeder(2 * inner - 1), feeder(2 * inner)];
}

const nobody: DrawSource = { from: 'nobody' };

/**
 * The matches of a chart whose lines, a power of two, are known from the top: the first round first, medal matches last, the final at the
 * very end. Numbers count from 1 at the top of the chart; matches for lower places (placement matches, among them the one for bronze)
 * follow those of the chart, best places first.
 */
export function pairLines(lines: readonly DrawSource[], placesShot: number): readonly Pairing[] {
  invariant(Number.isInteger(Math.log2(placesShot)) && placesShot >= 2, `${placesShot} places cannot be shot for`);
  const places = Math.min(placesShot, lines.length);
  const matches: Pairing[] = [];
  const top = Math.log2(lines.length);
  for (let level = top; level >= 1; level -= 1) {
    const groups = Math.max(1, places / 2 ** level);
    // The final is shot last.
    for (let group = groups - 1; group >= 0; group -= 1) {
      for (let inner = 1; inner <= matchesInGroup(level); inner += 1) {
        const number = group * matchesInGroup(level) + inner;
        const [a, b] =
          level === top
            ? [lines[2 * inner - 2] ?? nobody, lines[2 * inner - 1] ?? nobody]
            : sourcesBelow(level, group, inner);
        const id = bracketMatchId(level, number);
        matches.push({ id, section: 'bracket', level, number, topPlace: topPlaceOf(level, number), a, b });
      }
    }
  }
  return matches;
}

/** All matches of a bracket. More qualifiers than the chart takes: the last ones are not in it. */
export function bracketPairings({ chart, qualifiers, placesShot }: BracketOptions): readonly Pairing[] {
  const lines = chartLines(chart).map(
    (seed): DrawSource => (seed !== undefined && seed <= qualifiers ? { from: 'seed', seed } : nobody),
  );
  return pairLines(lines, placesShot);
}
