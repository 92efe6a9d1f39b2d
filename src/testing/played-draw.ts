// Eliminations that tests draw and play to the end without a competition around them.
import type { ChartSize } from '../domain/draw/bracket.ts';
import type { DrawMatch } from '../domain/draw/draw.ts';
import { type DrawState, playDraw } from '../domain/draw/draw-play.ts';
import type { DrawResult } from '../domain/draw/draw-result.ts';
import type { Elimination } from '../domain/event/event.ts';
import type { Side } from '../domain/match/match.ts';

const anyElimination = {
  qualifiers: 128,
  formatId: 'set-individual',
  faceId: '122',
  losers: 'byPhase',
  whenLevel: 'firstEnd',
} as const;

export function bracketOf(chart: ChartSize, placesShot = 4): Elimination {
  return { ...anyElimination, system: 'bracket', chart, placesShot };
}

export const doubleElimination: Elimination = { ...anyElimination, system: 'doubleElimination' };

export const roundRobin: Elimination = { ...anyElimination, system: 'roundRobin' };

export function poolsOf(pools: number, advance: number, placesShot = 4): Elimination {
  return { ...anyElimination, system: 'pools', pools, advance, placesShot };
}

const nothing = { a: 0, b: 0 };

/** A result of which nothing is known but its winner, and what is said. */
export function won(winner: Side | 'none', shot: Partial<DrawResult> = {}): DrawResult {
  return {
    winner,
    points: nothing,
    totals: nothing,
    arrows: nothing,
    shootOffTotals: nothing,
    shootOffArrows: nothing,
    ...shot,
  };
}

export function results(winners: Readonly<Record<string, Side | 'none'>>): Map<string, DrawResult> {
  return new Map(Object.entries(winners).map(([id, winner]) => [id, won(winner)]));
}

/** Results for every match of two, in an order in which they can be shot, up to a number of them. */
export function playOut(
  matches: readonly DrawMatch[],
  seeds: number,
  pick: (a: number, b: number, state: DrawState) => DrawResult,
  most = Number.POSITIVE_INFINITY,
): Map<string, DrawResult> {
  const played = new Map<string, DrawResult>();
  for (let open = true; open; ) {
    open = false;
    for (const state of playDraw(matches, seeds, played).values()) {
      const { match, kind, a, b } = state;
      if (played.size >= most || played.has(match.id) || kind !== 'match') continue;
      if (typeof a !== 'number' || typeof b !== 'number') continue;
      played.set(match.id, pick(a, b, state));
      open = true;
    }
  }
  return played;
}

export const better = (a: number, b: number): DrawResult => won(a < b ? 'a' : 'b');
export const worse = (a: number, b: number): DrawResult => won(a > b ? 'a' : 'b');
