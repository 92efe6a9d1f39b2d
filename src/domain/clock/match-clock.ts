// The clock of a match whose sides alternate, and what every screen shows of it at a moment. As in shooting-clock.ts nothing ticks: what is
// set says whose turn it was when, and the rest follows. Rules (Book 3; RULES 1.7, FFTA B.5.2.4, B.5.4.8.1, B.5.5.2): 10 s to the line before
// the first turn and none after it, no yellow light; 20 s for an individual's arrow; a team's clock stands while the other side shoots.
import { type BySide, otherSide, type Side } from '../match/match.ts';
import type { MatchFormat } from '../match/match-format.ts';
import { secondsToTheLine, signals } from '../rounds/shooting-times.ts';
import type { ClockLight, ClockPhase } from './shooting-clock.ts';

/** The end or shoot-off that is shot. As match-scoring.ts has it, which cannot be imported here: files hold clocks, and it knows files. */
export interface ClockPlace {
  readonly part: 'end' | 'shootOff';
  readonly number: number;
}

export interface MatchClock {
  readonly place: ClockPlace;
  readonly begins: Side;
  /** Of both sides together, one after the other. */
  readonly turns: number;
  /** From 0: the turn that is shot, or comes next. `turns`: all have shot. */
  readonly turn: number;
  /** `turn`: every turn has `seconds` (an individual's arrow). `end`: all turns of a side share them (teams). */
  readonly timeFor: 'turn' | 'end';
  readonly seconds: number;
  readonly toTheLineSeconds: number;
  /** By the turns before this one, where they share their time; whole milliseconds. */
  readonly usedMs: BySide<number>;
  /** Of this turn; the time to the line belongs to the first. */
  readonly phase: ClockPhase;
}

export interface MatchClockFace {
  /** `waiting`: the side on turn has not been started. */
  readonly phase: 'idle' | 'toTheLine' | 'shooting' | 'waiting' | 'over' | 'paused' | 'emergency';
  /** Whose turn it is or comes; after the last turn, whose that was. */
  readonly side: Side;
  readonly lights: BySide<ClockLight>;
  /** Whole seconds, counted down. While they walk up, of that for the side on turn. */
  readonly secondsLeft: BySide<number>;
  readonly place: ClockPlace;
  readonly turn: number;
  readonly turns: number;
}

/** Where it stands: turns whose time is over give way to the next by themselves. */
export interface MatchMoment {
  readonly turn: number;
  /** Of this turn; of a clock that is over, since it is. */
  readonly elapsedMs: number;
  readonly usedMs: BySide<number>;
}

/** Individuals have their time for each arrow; teams for the end, one arrow by each archer before the other side's turn. */
export function matchClockFor(format: MatchFormat, place: ClockPlace, begins: Side): MatchClock {
  const { kind, archers, arrowsPerEnd, shootOffArrows, times } = format;
  const isEnd = place.part === 'end';
  const turnsOfSide = isEnd ? Math.ceil(arrowsPerEnd / archers) : shootOffArrows;
  const time =
    kind === 'individual'
      ? ({ timeFor: 'turn', seconds: times.alternateArrow } as const)
      : ({ timeFor: 'end', seconds: isEnd ? times.end : times.shootOff } as const);
  const unused = { usedMs: { a: 0, b: 0 }, phase: { kind: 'idle' } } as const;
  return { place, begins, turns: 2 * turnsOfSide, turn: 0, ...time, toTheLineSeconds: secondsToTheLine, ...unused };
}

export function sideOfTurn({ begins }: Pick<MatchClock, 'begins'>, turn: number): Side {
  return turn % 2 === 0 ? begins : otherSide(begins);
}

export function walkMs({ toTheLineSeconds }: MatchClock, turn: number): number {
  return turn === 0 ? toTheLineSeconds * 1000 : 0;
}

/** To shoot, without walking up. */
function shootingMs({ timeFor, seconds }: MatchClock, usedMs: number): number {
  return Math.max(0, seconds * 1000 - (timeFor === 'end' ? usedMs : 0));
}

function turnMs(clock: MatchClock, { turn, usedMs }: Pick<MatchMoment, 'turn' | 'usedMs'>): number {
  return walkMs(clock, turn) + shootingMs(clock, usedMs[sideOfTurn(clock, turn)]);
}

/** The time a side has used after so much of a turn. */
export function usedAfter(clock: MatchClock, { turn, elapsedMs, usedMs }: MatchMoment): BySide<number> {
  if (clock.timeFor === 'turn') return usedMs;
  const side = sideOfTurn(clock, turn);
  const inTurn = Math.max(0, Math.round(elapsedMs) - walkMs(clock, turn));
  return { ...usedMs, [side]: Math.min(clock.seconds * 1000, usedMs[side] + inTurn) };
}

export function matchMomentAt(clock: MatchClock, now: number): MatchMoment {
  const { turn, usedMs, phase } = clock;
  if (phase.kind === 'idle') return { turn, elapsedMs: 0, usedMs };
  if (phase.kind === 'paused') {
    return { turn, elapsedMs: Math.min(phase.elapsedMs, turnMs(clock, { turn, usedMs })), usedMs };
  }
  let moment: MatchMoment = { turn, elapsedMs: Math.max(0, now - phase.startedAt), usedMs };
  while (moment.turn < clock.turns) {
    const wholeMs = turnMs(clock, moment);
    if (moment.elapsedMs < wholeMs) break;
    const used = usedAfter(clock, { ...moment, elapsedMs: wholeMs });
    moment = { turn: moment.turn + 1, elapsedMs: moment.elapsedMs - wholeMs, usedMs: used };
  }
  return moment;
}

function phaseOf({ turns, phase, ...clock }: MatchClock, { turn, elapsedMs }: MatchMoment): MatchClockFace['phase'] {
  if (phase.kind === 'paused' && phase.isEmergency) return 'emergency';
  if (turn >= turns) return 'over';
  const toWalkMs = walkMs({ turns, phase, ...clock }, turn);
  if (phase.kind === 'running') return elapsedMs < toWalkMs ? 'toTheLine' : 'shooting';
  if (phase.kind === 'idle') return 'idle';
  return elapsedMs === toWalkMs ? 'waiting' : 'paused';
}

/** What is left of a side's time while it is not its turn. */
function secondsInReserve(clock: MatchClock, { turn, usedMs }: MatchMoment, side: Side): number {
  const hasTurn = turn < clock.turns && (sideOfTurn(clock, turn) === side || turn + 1 < clock.turns);
  if (!hasTurn && clock.timeFor === 'turn') return 0;
  return Math.ceil(shootingMs(clock, usedMs[side]) / 1000);
}

function secondsOnTurn(clock: MatchClock, moment: MatchMoment, phase: MatchClockFace['phase']): number {
  if (phase === 'idle') return clock.seconds;
  const toWalkMs = walkMs(clock, moment.turn);
  const leftMs = (moment.elapsedMs < toWalkMs ? toWalkMs : turnMs(clock, moment)) - moment.elapsedMs;
  return Math.ceil(leftMs / 1000);
}

const allRed: BySide<ClockLight> = { a: 'red', b: 'red' };

/** What a screen shows at a moment; `now` in milliseconds since 1970 by the appliance's clock. */
export function matchClockFaceAt(clock: MatchClock, now: number): MatchClockFace {
  const { place, turns } = clock;
  const moment = matchMomentAt(clock, now);
  const phase = phaseOf(clock, moment);
  const side = sideOfTurn(clock, Math.min(moment.turn, turns - 1));
  const other = otherSide(side);
  const onTurn = moment.turn < turns ? secondsOnTurn(clock, moment, phase) : secondsInReserve(clock, moment, side);
  const secondsLeft = { ...{ a: 0, b: 0 }, [side]: onTurn, [other]: secondsInReserve(clock, moment, other) };
  const lights: BySide<ClockLight> = { ...allRed, [side]: phase === 'shooting' ? 'green' : 'red' };
  return { phase, side, lights, secondsLeft, place, turn: moment.turn, turns };
}

/** When the face looks different next; undefined when it stands still. For drawing, and for sounds. */
export function nextMatchFaceChange(clock: MatchClock, now: number): number | undefined {
  if (clock.phase.kind !== 'running') return undefined;
  const moment = matchMomentAt(clock, now);
  if (moment.turn >= clock.turns) return undefined;
  const since = Math.max(now, clock.phase.startedAt);
  const toWalkMs = walkMs(clock, moment.turn);
  const untilMs = moment.elapsedMs < toWalkMs ? toWalkMs : turnMs(clock, moment);
  // Counted from the end of this part, which is a whole millisecond: `now` may be none, and sums of fractions miss it.
  const endsAt = Math.round(since - moment.elapsedMs + untilMs);
  return endsAt - (Math.ceil((endsAt - since) / 1000) - 1) * 1000;
}

/** How long ago they were called, began, or were over; 0 where nothing tells. Sides change without a signal: the last one is long ago. */
export function sinceMatchSignal(clock: MatchClock, now: number): number {
  if (clock.phase.kind !== 'running') return 0;
  const { turn, elapsedMs } = matchMomentAt(clock, now);
  if (turn >= clock.turns) return elapsedMs;
  const toWalkMs = walkMs(clock, turn);
  return turn === 0 ? elapsedMs - (elapsedMs < toWalkMs ? 0 : toWalkMs) : Number.POSITIVE_INFINITY;
}

/** How many sounds the horn gives when one face follows another. Sides change by their clocks alone, without a sound (B.5.5.2). */
export function matchSignalBetween(before: MatchClockFace, after: MatchClockFace): number {
  if (before.phase === after.phase) return 0;
  switch (after.phase) {
    case 'toTheLine':
      return before.phase === 'paused' ? 0 : signals.toTheLine;
    case 'shooting':
      return before.phase === 'waiting' ? 0 : signals.start;
    case 'over':
      return before.phase === 'idle' ? 0 : signals.end;
    case 'emergency':
      return signals.emergency;
    case 'idle':
    case 'waiting':
    case 'paused':
      return 0;
  }
}
