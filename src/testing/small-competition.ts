// A competition of a few archers that domain tests start from, made by commands as in life, and the arbitraries that shoot at it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor, FactOrigin } from '../domain/actor.ts';
import type { ArrowValue } from '../domain/arrow-value.ts';
import type { Command, CommandContext, NewEntry, ScoreArrows } from '../domain/commands.ts';
import type { Competition } from '../domain/competition.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import type { Rejection } from '../domain/rejections.ts';
import { type Face, findFace } from '../domain/rounds/faces.ts';
import { countEnds, distanceOfEnd, type Round } from '../domain/rounds/rounds.ts';
import { categoryFromCode } from '../domain/setup/categories.ts';
import { parseTarget } from '../domain/target.ts';

export const organiser: Actor = { role: 'organiser' };
export const system: Actor = { role: 'system' };
export const tabletAt1: Actor = { role: 'scorer', device: 'tablet-1' };

/** Where facts come from that are folded without a command. */
export const desk: FactOrigin = { at: 0, actor: organiser };

export function contextOf(actor: Actor): CommandContext {
  return { commandId: '0'.repeat(32), at: 0, actor };
}

export interface Answer {
  readonly facts: readonly Fact[];
  readonly rejection: Rejection | undefined;
  /** After the facts; the very state that came in when a rule said no. */
  readonly state: Competition | undefined;
}

export function ask(state: Competition | undefined, command: Command, actor: Actor = organiser): Answer {
  const decision = decide(state, command, contextOf(actor));
  if (decision.kind === 'rejected') return { facts: [], rejection: decision.rejection, state };
  return { facts: decision.facts, rejection: undefined, state: fold(state, decision.facts, contextOf(actor)) };
}

/** The state after a command that no rule is against. */
export function after(state: Competition | undefined, command: Command, actor: Actor = organiser): Competition {
  const answer = ask(state, command, actor);
  assert.equal(answer.rejection, undefined);
  assert.ok(answer.state);
  return answer.state;
}

export function fold(
  state: Competition | undefined,
  facts: readonly Fact[],
  origin: FactOrigin = desk,
): Competition | undefined {
  let next = state;
  for (const fact of facts) next = evolve(next, fact, origin);
  return next;
}

export function categoryOf(code: string, discipline: 'outdoor' | 'indoor' = 'outdoor') {
  const category = categoryFromCode(code, discipline);
  assert.ok(category, code);
  return category;
}

export function newEntry(name: string, category: string, target?: string, club = 'Garuda'): NewEntry {
  return { name, club, category, target: target === undefined ? undefined : parseTarget(target) };
}

export const creation = {
  kind: 'createCompetition',
  name: 'Piala Uji',
  venue: 'Lapangan Timur',
  from: '2026-05-01',
  to: '2026-05-02',
  discipline: 'outdoor',
  ruleSetId: 'wa-2026',
} as const satisfies Command;

/** Entries 1 to 5: two recurve men at 1A and 1B, two compound women at 2A and 2B, and one recurve man without a target. */
export function smallCompetition(): Competition {
  const created = after(undefined, creation);
  const imported = after(created, {
    kind: 'importEntries',
    categories: [categoryOf('RM'), categoryOf('CW')],
    entries: [
      newEntry('Adi Pranata', 'RM', '1A'),
      newEntry('Bayu Lesmana', 'RM', '1B'),
      newEntry('Citra Anjani', 'CW', '2A'),
      newEntry('Dewi Maharani', 'CW', '2B'),
      newEntry('Eko Wirawan', 'RM'),
    ],
  });
  return after(imported, { kind: 'pairDevice', device: 'tablet-1', butt: 1, tokenHash: 'ab', label: 'Tablet 1' });
}

export function score(entry: number, end: number, first: number, ...arrows: ArrowValue[]): ScoreArrows {
  return { kind: 'scoreArrows', entry, end, first, arrows };
}

export function valuesOnFace(face: Face): readonly ArrowValue[] {
  return ['M', ...face.zones.map((zone) => zone.value)];
}

export function valuesOfEnd(round: Round, end: number): readonly ArrowValue[] {
  const face = findFace(distanceOfEnd(round, end)?.faceId ?? '');
  assert.ok(face);
  return valuesOnFace(face);
}

/** A card of the round, as far as it was shot: whole ends, each of values that its face has. */
export function cardOf(round: Round, most = 12): fc.Arbitrary<readonly (readonly ArrowValue[])[]> {
  const ends = Array.from({ length: Math.min(most, countEnds(round)) }, (_, index) => {
    const arrowsPerEnd = distanceOfEnd(round, index + 1)?.arrowsPerEnd ?? 0;
    const value = fc.constantFrom(...valuesOfEnd(round, index + 1));
    return fc.array(value, { minLength: arrowsPerEnd, maxLength: arrowsPerEnd });
  });
  return fc.nat(ends.length).chain((shot) => fc.tuple(...ends.slice(0, shot)));
}
