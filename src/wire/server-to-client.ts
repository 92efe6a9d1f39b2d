// What the appliance says ⇄ bytes (proto/live.proto). The same file runs in pages, which decode.
import type { Position } from '../domain/facts.ts';
import type { Leaderboard, LeaderboardRow, ScoreLine } from '../domain/leaderboard.ts';
import type { Rejection } from '../domain/rejections.ts';
import { isTieBreakCount } from '../domain/rule-sets.ts';
import type { SheetArcher, SheetEnd, TargetSheet } from '../domain/target-sheet.ts';
import { bytesToEnd, endToBytes } from './arrows.ts';
import type { DeferralReason, NoticeCode } from './codes.ts';
import { bytesToCommandId, commandIdToBytes } from './command-id.ts';
import { tenring } from './gen/live.js';
import { MalformedError } from './malformed.ts';

export type SnapshotBody =
  | { readonly kind: 'leaderboard'; readonly leaderboard: Leaderboard }
  | { readonly kind: 'targetSheet'; readonly sheet: TargetSheet };

export type DeltaBody =
  | { readonly kind: 'leaderboard'; readonly scores: readonly ScoreLine[]; readonly rows: readonly LeaderboardRow[] }
  | { readonly kind: 'targetSheet'; readonly ends: readonly SheetEnd[]; readonly archers: readonly SheetArcher[] };

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

function scoreToWire(line: ScoreLine): tenring.live.ScoreLine.$Properties {
  const { entry, total, counts, arrows, end, endArrows } = line;
  return { entry, total, counts: [...counts], arrows, end, endArrows: endToBytes(endArrows) };
}

function rowToWire(row: LeaderboardRow): tenring.live.LeaderboardRow.$Properties {
  return { name: row.name, club: row.club, target: row.target, score: scoreToWire(row) };
}

function archerToWire(archer: SheetArcher): tenring.live.SheetArcher.$Properties {
  return { ...archer, ends: archer.ends.map(endToBytes) };
}

function snapshotToWire(body: SnapshotBody): Pick<tenring.live.Snapshot.$Properties, 'leaderboard' | 'targetSheet'> {
  if (body.kind === 'leaderboard') {
    const { head, rows } = body.leaderboard;
    return { leaderboard: { ...head, tieBreak: [...head.tieBreak], rows: rows.map(rowToWire) } };
  }
  return { targetSheet: { ...body.sheet, archers: body.sheet.archers.map(archerToWire) } };
}

function deltaToWire(body: DeltaBody): Pick<tenring.live.Delta.$Properties, 'leaderboard' | 'targetSheet'> {
  if (body.kind === 'leaderboard') {
    return { leaderboard: { scores: body.scores.map(scoreToWire), rows: body.rows.map(rowToWire) } };
  }
  const ends = body.ends.map((end) => ({ ...end, arrows: endToBytes(end.arrows) }));
  return { targetSheet: { ends, archers: body.archers.map(archerToWire) } };
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

function wireToScore(score: tenring.live.ScoreLine.$Properties): ScoreLine {
  const { entry, total, counts, arrows, end, endArrows } = score;
  return {
    entry: entry ?? 0,
    total: total ?? 0,
    counts: counts ?? [],
    arrows: arrows ?? 0,
    end: end ?? 0,
    endArrows: bytesToEnd(endArrows ?? none),
  };
}

function wireToRow(row: tenring.live.LeaderboardRow.$Properties): LeaderboardRow {
  return { ...wireToScore(row.score ?? {}), name: row.name ?? '', club: row.club ?? '', target: row.target ?? '' };
}

function wireToArcher(archer: tenring.live.SheetArcher.$Properties): SheetArcher {
  const { entry, name, club, category, target, roundId, ends } = archer;
  return {
    entry: entry ?? 0,
    name: name ?? '',
    club: club ?? '',
    category: category ?? '',
    target: target ?? '',
    roundId: roundId ?? '',
    ends: (ends ?? []).map(bytesToEnd),
  };
}

function wireToLeaderboard(wire: tenring.live.Leaderboard.$Properties): Leaderboard {
  const { competitionName, category, categoryName, roundName, roundId, tieBreak, arrows, rows } = wire;
  const head = {
    competitionName: competitionName ?? '',
    category: category ?? '',
    categoryName: categoryName ?? '',
    roundName: roundName ?? '',
    roundId: roundId ?? '',
    tieBreak: (tieBreak ?? []).filter(isTieBreakCount),
    arrows: arrows ?? 0,
  };
  return { head, rows: (rows ?? []).map(wireToRow) };
}

function wireToSnapshot(wire: tenring.live.Snapshot.$Properties): ServerMessage {
  const [topic, at] = [wire.topic ?? '', wireToPosition(wire.at)];
  if (wire.leaderboard) {
    return {
      kind: 'snapshot',
      topic,
      at,
      body: { kind: 'leaderboard', leaderboard: wireToLeaderboard(wire.leaderboard) },
    };
  }
  if (wire.targetSheet) {
    const { competitionName, butt, archers } = wire.targetSheet;
    const sheet = {
      competitionName: competitionName ?? '',
      butt: butt ?? 0,
      archers: (archers ?? []).map(wireToArcher),
    };
    return { kind: 'snapshot', topic, at, body: { kind: 'targetSheet', sheet } };
  }
  throw new MalformedError('a snapshot of an unknown kind');
}

function wireToDeltaBody(wire: tenring.live.Delta.$Properties): DeltaBody {
  if (wire.leaderboard) {
    const { scores, rows } = wire.leaderboard;
    return { kind: 'leaderboard', scores: (scores ?? []).map(wireToScore), rows: (rows ?? []).map(wireToRow) };
  }
  if (wire.targetSheet) {
    const ends = (wire.targetSheet.ends ?? []).map(({ entry, end, arrows }) => ({
      entry: entry ?? 0,
      end: end ?? 0,
      arrows: bytesToEnd(arrows ?? none),
    }));
    return { kind: 'targetSheet', ends, archers: (wire.targetSheet.archers ?? []).map(wireToArcher) };
  }
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
  if (snapshot) return wireToSnapshot(snapshot);
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
