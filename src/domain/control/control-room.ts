// Where the field is, and who is behind it: what the desk looks at while a competition is shot. A field is whoever shoots the same sessions
// of as many ends; it is at the end that more than half of it has shot. A category in which nobody has begun holds nobody up.
import { nextEnd } from '../card/scorecard.ts';
import { type Competition, notesOf, roundOfCategory, scorecardOf } from '../competition.ts';
import type { Entry } from '../facts.ts';
import { countEnds } from '../rounds/rounds.ts';
import { sessionsOf } from '../setup/sessions.ts';
import { compareTargets } from '../target.ts';

export interface Progress {
  readonly entry: Entry;
  /** The end that is waited for, past those that are held open; undefined once all are shot, or the athlete does not go on. */
  readonly next: number | undefined;
  /** Ends that the field has shot and this one has not. */
  readonly behind: number;
}

export interface Field {
  /** The end, from 1, that more than half have shot; 0 before the first. */
  readonly end: number;
  readonly archers: number;
  /** Of these, how many have shot it. */
  readonly there: number;
}

export interface ControlRoom {
  readonly progress: ReadonlyMap<number, Progress>;
  /** Those behind the field, farthest first, then in the order of their targets. */
  readonly waitingFor: readonly Progress[];
  /** Those in which somebody shoots, the largest first. */
  readonly fields: readonly Field[];
}

interface Shot {
  readonly entry: Entry;
  readonly next: number | undefined;
  readonly done: number;
}

export function controlRoomOf(state: Competition): ControlRoom {
  const keys = fieldsByCategory(state);
  const fields = new Map<string, Shot[]>();
  const progress = new Map<number, Progress>();
  for (const entry of state.entries.values()) {
    const shot = shotBy(state, entry);
    const key = shot && keys.get(entry.category);
    if (!shot) continue;
    progress.set(entry.number, { entry, next: shot.next, behind: 0 });
    if (key === undefined) continue;
    const others = fields.get(key);
    if (others) others.push(shot);
    else fields.set(key, [shot]);
  }
  const found = Array.from(fields.values(), (shots) => ({ shots, end: endOfField(shots) }));
  for (const { shots, end } of found)
    for (const { entry, next, done } of shots)
      progress.set(entry.number, { entry, next, behind: next === undefined ? 0 : Math.max(0, end - done) });
  return {
    progress,
    waitingFor: [...progress.values()].filter(({ behind }) => behind > 0).sort(compareWaiting),
    fields: found
      .map(({ shots, end }) => ({
        end,
        archers: shots.length,
        there: shots.filter(({ done }) => done >= end).length,
      }))
      .sort((a, b) => b.archers - a.archers),
  };
}

/** Undefined for who does not compete: nobody waits for them. */
function shotBy(state: Competition, entry: Entry): Shot | undefined {
  const round = roundOfCategory(state, entry.category);
  const { standing, held } = notesOf(state, entry.number);
  if (!round || standing !== 'competing') return undefined;
  const next = nextEnd(scorecardOf(state, entry.number), round, held);
  return { entry, next, done: next === undefined ? countEnds(round) : next - 1 };
}

/** By category in which somebody has shot an arrow: the field that it belongs to. */
function fieldsByCategory(state: Competition): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [number, card] of state.scorecards.entries()) {
    const category = state.entries.at(number)?.category;
    if (category === undefined || card.tally.arrows === 0 || keys.has(category)) continue;
    const round = roundOfCategory(state, category);
    const sessions = sessionsOf(state.sessions, category).map((session) => session.number);
    if (round) keys.set(category, `${sessions.join(',')}/${countEnds(round)}`);
  }
  return keys;
}

function endOfField(shots: readonly Shot[]): number {
  const done = shots.map((shot) => shot.done).sort((a, b) => b - a);
  return done[Math.floor(done.length / 2)] ?? 0;
}

function compareWaiting(a: Progress, b: Progress): number {
  const byTarget =
    a.entry.target && b.entry.target
      ? compareTargets(a.entry.target, b.entry.target)
      : Number(!a.entry.target) - Number(!b.entry.target);
  return b.behind - a.behind || byTarget || a.entry.number - b.entry.number;
}
