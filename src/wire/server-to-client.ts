// What the appliance says ⇄ bytes (proto/live.proto). The same file runs in pages, which decode.

import type { TargetSheet } from '../domain/card/target-sheet.ts';
import type { Position } from '../domain/facts.ts';
import type { Leaderboard, LeaderboardRow, ScoreLine } from '../domain/ranking/leaderboard.ts';
import type { Rejection } from '../domain/rejections.ts';
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
import { type SheetChanges, sheetChangesToWire, sheetToWire, wireToSheet, wireToSheetChanges } from './sheet-body.ts';
import { list } from './wire-fields.ts';

export type SnapshotBody =
  | { readonly kind: 'leaderboard'; readonly leaderboard: Leaderboard }
  | { readonly kind: 'targetSheet'; readonly sheet: TargetSheet };

export type DeltaBody =
  | { readonly kind: 'leaderboard'; readonly scores: readonly ScoreLine[]; readonly rows: readonly LeaderboardRow[] }
  | ({ readonly kind: 'targetSheet' } & SheetChanges);

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
  | { readonly kind: 'notice'; readonly code: NoticeCode | string; readonly topic: string };

export function rejectionToNote(rejection: Rejection): RejectionNote {
  const details: Record<string, string> = {};
  for (const [key, value] of Object.entries(rejection)) if (key !== 'code') details[key] = String(value);
  return { code: rejection.code, details };
}

const { ServerToClient } = tenring.live;
type Wire = tenring.live.ServerToClient.$Properties;

function snapshotToWire(body: SnapshotBody): Pick<tenring.live.Snapshot.$Properties, 'leaderboard' | 'targetSheet'> {
  if (body.kind === 'leaderboard') return { leaderboard: leaderboardToWire(body.leaderboard) };
  return { targetSheet: sheetToWire(body.sheet) };
}

function deltaToWire(body: DeltaBody): Pick<tenring.live.Delta.$Properties, 'leaderboard' | 'targetSheet'> {
  if (body.kind === 'targetSheet') return { targetSheet: sheetChangesToWire(body) };
  return { leaderboard: { scores: body.scores.map(scoreToWire), rows: body.rows.map(rowToWire) } };
}

function messageToWire(message: ServerMessage): Wire {
  switch (message.kind) {
    case 'welcome':
      return { welcome: message };
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
  }
}

export function serverMessageToBytes(message: ServerMessage): Uint8Array {
  return ServerToClient.encode(messageToWire(message)).finish();
}

const none = new Uint8Array();

function wireToPosition(at: tenring.live.Position.$Properties | null | undefined): Position {
  return { epoch: at?.epoch ?? '', seq: at?.seq ?? 0 };
}

function wireToSnapshotBody(wire: tenring.live.Snapshot.$Properties): SnapshotBody {
  if (wire.leaderboard) return { kind: 'leaderboard', leaderboard: wireToLeaderboard(wire.leaderboard) };
  if (wire.targetSheet) return { kind: 'targetSheet', sheet: wireToSheet(wire.targetSheet) };
  throw new MalformedError('a snapshot of an unknown kind');
}

function wireToDeltaBody(wire: tenring.live.Delta.$Properties): DeltaBody {
  if (wire.leaderboard) {
    const { scores, rows } = wire.leaderboard;
    return { kind: 'leaderboard', scores: list(scores).map(wireToScore), rows: list(rows).map(wireToRow) };
  }
  if (wire.targetSheet) return { kind: 'targetSheet', ...wireToSheetChanges(wire.targetSheet) };
  throw new MalformedError('a delta of an unknown kind');
}

function wireToMessage(wire: Wire): ServerMessage {
  const { welcome, ack, rejection, deferral, snapshot, delta, notice } = wire;
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
    const { protocol, serverTimeMs, butt, version } = welcome;
    return {
      kind: 'welcome',
      protocol: protocol ?? 0,
      serverTimeMs: serverTimeMs ?? 0,
      butt: butt ?? 0,
      version: version ?? '',
    };
  }
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
