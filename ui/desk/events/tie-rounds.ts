// A shoot-off for the cut as it is typed: who shoots in which round, what each shot, and whether it is decided. Pure; the rules are the
// appliance's own code.
import type { ShootOffRound } from '../../../src/domain/event/event.ts';
import { faultOfShootOff, orderOfShootOff, type ShootOffRules } from '../../../src/domain/ranking/cut-shoot-off.ts';
import { pointsOf } from '../../../src/domain/rounds/faces.ts';
import { readTypedEnd } from '../../store/typed-end.ts';

/** By competitor: arrows and millimetres as they stand in the fields. */
export interface TypedShot {
  readonly arrows: string;
  readonly distances: string;
}
export type TypedRound = ReadonlyMap<string, TypedShot>;

export const nothingTyped: TypedShot = { arrows: '', distances: '' };

/** The places that the tie is about, and how many go on. */
export interface TieAtCut {
  readonly keys: readonly string[];
  readonly from: number;
  readonly cut: number;
}

export type ShootOffState =
  /** Arrows of a round are missing or wrong: `key` says whose. */
  | {
      readonly kind: 'open';
      readonly round: number;
      readonly key: string;
      readonly why: 'missing' | 'unknown' | 'fault';
    }
  /** Level where the cut parts them: these shoot again. */
  | { readonly kind: 'again'; readonly keys: readonly string[] }
  | { readonly kind: 'decided'; readonly order: readonly (readonly string[])[] };

/** Those who shoot in each round so far: all in the first, then whoever was level at the cut. */
export function roundsOf(tie: TieAtCut, typed: readonly TypedRound[], rules: ShootOffRules) {
  const rounds: { readonly keys: readonly string[]; readonly shots: ShootOffRound }[] = [];
  let keys: readonly string[] = tie.keys;
  for (let index = 0; keys.length > 0 && index < 50; index += 1) {
    const shots = shotsOf(keys, typed[index], rules);
    rounds.push({ keys, shots });
    if (stateOfRound(tie, rounds, typed[index], rules).kind !== 'again') break;
    keys = levelAtCut(tie, rounds, rules);
  }
  return rounds;
}

type Rounds = ReturnType<typeof roundsOf>;

function shotsOf(keys: readonly string[], typed: TypedRound | undefined, { face }: ShootOffRules): ShootOffRound {
  return keys.map((key) => {
    const { arrows, distances } = typed?.get(key) ?? nothingTyped;
    return { key, arrows: readTypedEnd(arrows, face).arrows, distancesMm: readDistances(distances) };
  });
}

/** Whole millimetres, the nearest first. */
export function readDistances(text: string): readonly number[] {
  return text
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map(Number)
    .sort((a, b) => a - b);
}

function stateOfRound(
  tie: TieAtCut,
  rounds: Rounds,
  typed: TypedRound | undefined,
  rules: ShootOffRules,
): ShootOffState {
  const last = rounds.at(-1);
  const round = rounds.length;
  for (const { key, arrows } of last?.shots ?? []) {
    const { arrows: text } = typed?.get(key) ?? nothingTyped;
    if (readTypedEnd(text, rules.face).unknown !== undefined) return { kind: 'open', round, key, why: 'unknown' };
    // A dash says that somebody did not come.
    if (arrows.length < rules.arrows && text.trim() !== '-') return { kind: 'open', round, key, why: 'missing' };
  }
  const fault = faultOfShootOff(
    tie.keys,
    rounds.map(({ shots }) => shots),
    rules,
  );
  if (fault) return { kind: 'open', round: fault.round, key: last?.keys[0] ?? '', why: 'fault' };
  const level = levelAtCut(tie, rounds, rules);
  if (level.length > 0) return { kind: 'again', keys: level };
  return { kind: 'decided', order: orderOf(rounds, rules) };
}

export function stateOf(tie: TieAtCut, typed: readonly TypedRound[], rules: ShootOffRules): ShootOffState {
  const rounds = roundsOf(tie, typed, rules);
  const last = typed[rounds.length - 1];
  const isBlank = [...(last?.values() ?? [])].every(({ arrows }) => arrows === '');
  if (rounds.length > 1 && isBlank) return { kind: 'again', keys: rounds.at(-1)?.keys ?? [] };
  return stateOfRound(tie, rounds, last, rules);
}

function orderOf(rounds: Rounds, { face }: ShootOffRules) {
  return orderOfShootOff(
    rounds.map(({ shots }) => shots),
    (value) => pointsOf(face, value) ?? 0,
  );
}

/** Those whom the cut would part although they are level. */
function levelAtCut({ from, cut }: TieAtCut, rounds: Rounds, rules: ShootOffRules): readonly string[] {
  let place = from;
  for (const level of orderOf(rounds, rules)) {
    if (place <= cut && place + level.length - 1 > cut) return level;
    place += level.length;
  }
  return [];
}
