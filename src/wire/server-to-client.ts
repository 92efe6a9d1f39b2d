// What the appliance says ⇄ bytes (proto/live.proto). The same file runs in pages, which decode.

import type { AthleteSheet } from '../domain/card/athlete-sheet.ts';
import type { TargetSheet } from '../domain/card/target-sheet.ts';
import type { KeptClock } from '../domain/clock/kept-clock.ts';
import type { MatchClock } from '../domain/clock/match-clock.ts';
import type { ShootingClock } from '../domain/clock/shooting-clock.ts';
import type { MatchSheet } from '../domain/event/match-sheet.ts';
import type { Position } from '../domain/facts.ts';
import type { Leaderboard, LeaderboardRow, ScoreLine } from '../domain/ranking/leaderboard.ts';
import type { Rejection } from '../domain/rejections.ts';
import type { ShowSheet } from '../domain/show/show-sheet.ts';
import { athleteToWire, wireToAthlete } from './athlete-body.ts';
import {
  clockToWire,
  keptClockToWire,
  matchClockToWire,
  wireToClock,
  wireToKeptClocks,
  wireToMatchClock,
} from './clock-body.ts';
import type { DeferralReason, NoticeCode } from './codes.ts';
import { bytesToCommandId, commandIdToBytes } from './command-id.ts';
import { tenring } from './gen/live.js';
import {
  leaderboardToWire,
  rowToWire,
  scoreToWire,
  wireToLeaderboard,
  wireToRow,
  wireToScore,
} from './leaderboard-body.ts';
import { MalformedError } from './malformed.ts';
import { matchSheetToWire, wireToMatchSheet } from './match-body.ts';
import { type SheetChanges, sheetChangesToWire, sheetToWire, wireToSheet, wireToSheetChanges } from './sheet-body.ts';
import { showToWire, wireToShow } from './show-body.ts';
import { list } from './wire-fields.ts';

/** What is small enough to be sent whole whenever it changes. */
export type WholeBody =
  | { readonly kind: 'match'; readonly sheet: MatchSheet }
  | { readonly kind: 'athlete'; readonly sheet: AthleteSheet }
  | { readonly kind: 'clock'; readonly clock: ShootingClock }
  | { readonly kind: 'matchClock'; readonly clock: MatchClock }
  /** All that are set. */
  | { readonly kind: 'clocks'; readonly clocks: readonly KeptClock[] }
  | { readonly kind: 'show'; readonly show: ShowSheet };

export type SnapshotBody =
  | { readonly kind: 'leaderboard'; readonly leaderboard: Leaderboard }
  | { readonly kind: 'targetSheet'; readonly sheet: TargetSheet }
  | WholeBody;

export type DeltaBody =
  | { readonly kind: 'leaderboard'; readonly scores: readonly ScoreLine[]; readonly rows: readonly LeaderboardRow[] }
  | ({ readonly kind: 'targetSheet' } & SheetChanges)
  /** Takes the place of what a client has, as a snapshot would. */
  | { readonly kind: 'whole'; readonly whole: WholeBody }
  /** Of an empty delta of such a topic. */
  | { readonly kind: 'nothing' };

/** A rejection as it travels: its code and, as text, what the sentence needs. */
export interface RejectionNote {
  readonly code: Rejection['code'] | string;
  readonly details: Readonly<Record<string, string>>;
}

export type ServerMessage =
  | {
      readonly kind: 'welcome';
      readonly protocol: number;
      readonly serverTimeMs: number;
      readonly butt: number;
      readonly version: string;
      /** Of a scoring device: which of two cards it keeps; absent: the first. */
      readonly card?: 'second';
      /** Of a scoring device: what the desk calls it; absent: nothing. */
      readonly label?: string;
      /** Of a scoring device: where its competition is. */
      readonly at?: Position;
      /** `HOST:PORT` of live connections that may take over; absent: none. */
      readonly standbys?: readonly string[];
    }
  | { readonly kind: 'ack'; readonly commandId: string; readonly at: Position }
  | { readonly kind: 'rejection'; readonly commandId: string; readonly rejection: RejectionNote }
  | {
      readonly kind: 'deferral';
      readonly commandId: string;
      readonly reason: DeferralReason | string;
      readonly retryAfterMs: number;
    }
  | { readonly kind: 'snapshot'; readonly topic: string; readonly at: Position; readonly body: SnapshotBody }
  | {
      readonly kind: 'delta';
      readonly topic: string;
      readonly epoch: string;
      readonly from: number;
      readonly to: number;
      readonly body: DeltaBody;
    }
  | { readonly kind: 'notice'; readonly code: NoticeCode | string; readonly topic: string }
  /** `clientTimeMs` as the client sent it, beside the appliance's time since 1970. */
  | { readonly kind: 'time'; readonly clientTimeMs: number; readonly serverTimeMs: number };

export function rejectionToNote(rejection: Rejection): RejectionNote {
  const details: Record<string, string> = {};
  for (const [key, value] of Object.entries(rejection)) if (key !== 'code') details[key] = String(value);
  return { code: rejection.code, details };
}

const { ServerToClient } = tenring.live;
type Wire = tenring.live.ServerToClient.$Properties;

type WireSnapshot = tenring.live.Snapshot.$Properties;
type WireDelta = tenring.live.Delta.$Properties;
type WireWhole = Pick<WireSnapshot & WireDelta, 'match' | 'athlete' | 'clock' | 'matchClock' | 'clocks' | 'show'>;

function wholeToWire(body: WholeBody): WireWhole {
  switch (body.kind) {
    case 'match':
      return { match: matchSheetToWire(body.sheet) };
    case 'athlete':
      return { athlete: athleteToWire(body.sheet) };
    case 'clock':
      return { clock: clockToWire(body.clock) };
    case 'matchClock':
      return { matchClock: matchClockToWire(body.clock) };
    case 'clocks':
      return { clocks: { clocks: body.clocks.map(keptClockToWire) } };
    case 'show':
      return { show: showToWire(body.show) };
  }
}

function snapshotToWire(body: SnapshotBody): Pick<WireSnapshot, 'leaderboard' | 'targetSheet' | keyof WireWhole> {
  if (body.kind === 'leaderboard') return { leaderboard: leaderboardToWire(body.leaderboard) };
  return body.kind === 'targetSheet' ? { targetSheet: sheetToWire(body.sheet) } : wholeToWire(body);
}

function deltaToWire(body: DeltaBody): Pick<WireDelta, 'leaderboard' | 'targetSheet' | keyof WireWhole> {
  switch (body.kind) {
    case 'leaderboard':
      return { leaderboard: { scores: body.scores.map(scoreToWire), rows: body.rows.map(rowToWire) } };
    case 'targetSheet':
      return { targetSheet: sheetChangesToWire(body) };
    case 'whole':
      return wholeToWire(body.whole);
    case 'nothing':
      return {};
  }
}

function messageToWire(message: ServerMessage): Wire {
  switch (message.kind) {
    case 'welcome':
      return { welcome: { ...message, standbys: [...(message.standbys ?? [])] } };
    case 'ack':
      return { ack: { commandId: commandIdToBytes(message.commandId), at: message.at } };
    case 'rejection': {
      const { code, details } = message.rejection;
      return { rejection: { commandId: commandIdToBytes(message.commandId), code, details: { ...details } } };
    }
    case 'deferral': {
      const { reason, retryAfterMs } = message;
      return { deferral: { commandId: commandIdToBytes(message.commandId), reason, retryAfterMs } };
    }
    case 'snapshot':
      return { snapshot: { topic: message.topic, at: message.at, ...snapshotToWire(message.body) } };
    case 'delta': {
      const { topic, epoch, from, to } = message;
      return { delta: { topic, epoch, from, to, ...deltaToWire(message.body) } };
    }
    case 'notice':
      return { notice: { code: message.code, topic: message.topic } };
    case 'time':
      return { time: message };
  }
}

export function serverMessageToBytes(message: ServerMessage): Uint8Array {
  return ServerToClient.encode(messageToWire(message)).finish();
}

const none = new Uint8Array();

function wireToPosition(at: tenring.live.Position.$Properties | null | undefined): Position {
  return { epoch: at?.epoch ?? '', seq: at?.seq ?? 0 };
}

function wireToWhole({ match, athlete, clock, matchClock, clocks, show }: WireWhole): WholeBody | undefined {
  if (match) return { kind: 'match', sheet: wireToMatchSheet(match) };
  if (athlete) return { kind: 'athlete', sheet: wireToAthlete(athlete) };
  if (clock) return { kind: 'clock', clock: wireToClock(clock) };
  if (matchClock) return { kind: 'matchClock', clock: wireToMatchClock(matchClock) };
  if (show) return { kind: 'show', show: wireToShow(show) };
  return clocks ? { kind: 'clocks', clocks: list(clocks.clocks).flatMap(wireToKeptClocks) } : undefined;
}

function wireToSnapshotBody(wire: WireSnapshot): SnapshotBody {
  if (wire.leaderboard) return { kind: 'leaderboard', leaderboard: wireToLeaderboard(wire.leaderboard) };
  if (wire.targetSheet) return { kind: 'targetSheet', sheet: wireToSheet(wire.targetSheet) };
  const whole = wireToWhole(wire);
  if (!whole) throw new MalformedError('a snapshot of an unknown kind');
  return whole;
}

function wireToDeltaBody(wire: WireDelta): DeltaBody {
  if (wire.leaderboard) {
    const { scores, rows } = wire.leaderboard;
    return { kind: 'leaderboard', scores: list(scores).map(wireToScore), rows: list(rows).map(wireToRow) };
  }
  if (wire.targetSheet) return { kind: 'targetSheet', ...wireToSheetChanges(wire.targetSheet) };
  const whole = wireToWhole(wire);
  if (whole) return { kind: 'whole', whole };
  if ((wire.from ?? 0) !== (wire.to ?? 0)) throw new MalformedError('a delta of an unknown kind');
  return { kind: 'nothing' };
}

function wireToMessage(wire: Wire): ServerMessage {
  const { welcome, ack, rejection, deferral, snapshot, delta, notice, time } = wire;
  if (delta) {
    const { topic, epoch, from, to } = delta;
    return {
      kind: 'delta',
      topic: topic ?? '',
      epoch: epoch ?? '',
      from: from ?? 0,
      to: to ?? 0,
      body: wireToDeltaBody(delta),
    };
  }
  if (ack) return { kind: 'ack', commandId: bytesToCommandId(ack.commandId ?? none), at: wireToPosition(ack.at) };
  if (snapshot) {
    const at = wireToPosition(snapshot.at);
    return { kind: 'snapshot', topic: snapshot.topic ?? '', at, body: wireToSnapshotBody(snapshot) };
  }
  if (rejection) {
    const { commandId, code, details } = rejection;
    return {
      kind: 'rejection',
      commandId: bytesToCommandId(commandId ?? none),
      rejection: { code: code ?? '', details: { ...details } },
    };
  }
  if (deferral) {
    const { commandId, reason, retryAfterMs } = deferral;
    return {
      kind: 'deferral',
      commandId: bytesToCommandId(commandId ?? none),
      reason: reason ?? '',
      retryAfterMs: retryAfterMs ?? 0,
    };
  }
  if (notice) return { kind: 'notice', code: notice.code ?? '', topic: notice.topic ?? '' };
  if (welcome) {
    const { protocol, serverTimeMs, butt, version, card, label, at, standbys } = welcome;
    return {
      kind: 'welcome',
      protocol: protocol ?? 0,
      serverTimeMs: serverTimeMs ?? 0,
      butt: butt ?? 0,
      version: version ?? '',
      ...(card === 'second' && { card }),
      ...(label && { label }),
      ...(at && { at: wireToPosition(at) }),
      ...(standbys && standbys.length > 0 && { standbys }),
    };
  }
  if (time) return { kind: 'time', clientTimeMs: time.clientTimeMs ?? 0, serverTimeMs: time.serverTimeMs ?? 0 };
  throw new MalformedError('a message of an unknown kind');
}

/** Throws MalformedError. */
export function bytesToServerMessage(bytes: Uint8Array): ServerMessage {
  let wire: Wire;
  try {
    wire = ServerToClient.decode(bytes);
  } catch (error) {
    throw new MalformedError('a frame that cannot be read', { cause: error });
  }
  return wireToMessage(wire);
}
