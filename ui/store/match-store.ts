// A match on a page: what the appliance has, and over it what this device has typed and not yet seen come back. Scored here, with the
// code of the rules: the score is never sent.
import { type MatchHits, matchHitsAfterArrows, matchHitsAfterChange } from '../../src/domain/event/match-hits.ts';
import type { MatchSheet } from '../../src/domain/event/match-sheet.ts';
import type { Position } from '../../src/domain/facts.ts';
import { choosesWhoBegins } from '../../src/domain/match/alternate-shooting.ts';
import { type Match, type MatchScore, type Side, scoreOf } from '../../src/domain/match/match.ts';
import { type Projection, projectMatch } from '../../src/domain/match/match-projection.ts';
import {
  correctMatchArrows,
  type MatchAnswer,
  type MatchPlace,
  measureShootOff,
  scoreMatchArrows,
} from '../../src/domain/match/match-scoring.ts';
import { beginsSoFar, placeBeingShot, sideOnTurn } from '../../src/domain/match/match-turns.ts';
import { isOnMatch, type OnMatch, type OutboxItem, type OutboxState } from '../link/outbox-state.ts';
import type { EndStatus } from './sheet-store.ts';

export interface MatchState {
  readonly sheet: MatchSheet;
  readonly at: Position;
}

/** A command about a match, and how far it is. */
export interface MatchItem {
  readonly item: OutboxItem;
  readonly command: OnMatch;
}

/** A match whose sides are both known, with its score. */
export interface Play {
  readonly match: Match;
  readonly score: MatchScore;
  /** Undefined while there is nothing to shoot. */
  readonly place: MatchPlace | undefined;
  /** Who begins each end, and then each shoot-off; empty where nobody was chosen. */
  readonly beginners: readonly Side[];
  /** Whose arrow comes next, where the sides alternate. */
  readonly turn: Side | undefined;
  readonly projection: Projection | undefined;
}

export interface MatchView {
  readonly sheet: MatchSheet;
  readonly play: Play | undefined;
  readonly begins: Side | undefined;
  readonly hits: readonly MatchHits[];
  /** The higher qualifier, who chooses that (11.1.4.1). */
  readonly chooser: Side;
  /** By `placeKey`, of ends with a command of this device that the sheet does not show yet. */
  readonly statusOf: ReadonlyMap<string, EndStatus>;
  readonly rejected: readonly MatchItem[];
}

export function placeKey(side: Side, { part, number }: MatchPlace): string {
  return `${side}/${part}/${number}`;
}

type Typed = Pick<MatchSheet, 'match' | 'begins' | 'hits'>;

function answerTo(match: Match, command: Exclude<OnMatch, { kind: 'chooseBeginner' }>): MatchAnswer {
  if (command.kind === 'measureShootOff') return measureShootOff(match, command.number, command.closest);
  const { side, part, number } = command;
  const place = { part, number };
  if (command.kind === 'scoreMatch') {
    const { first, arrows } = command;
    return scoreMatchArrows(match, { side, place, first, arrows });
  }
  return correctMatchArrows(match, { side, place, arrows: command.arrows });
}

/** What the rules refuse here, the appliance will refuse too, and say why. */
function apply(typed: Typed, command: OnMatch): Typed {
  if (command.kind === 'chooseBeginner') return { ...typed, begins: command.begins };
  if (!typed.match) return typed;
  const answer = answerTo(typed.match, command);
  if (answer.kind !== 'match') return typed;
  return { ...typed, match: answer.match, hits: hitsAfterCommand(typed.hits, command, typed.match) };
}

function hitsAfterCommand(hits: Typed['hits'], command: OnMatch, { format }: Match): Typed['hits'] {
  if (command.kind === 'correctMatch') return matchHitsAfterChange(hits, command);
  if (command.kind !== 'scoreMatch') return hits;
  return matchHitsAfterArrows(hits, command, command.part === 'end' ? format.arrowsPerEnd : format.shootOffArrows);
}

const statusOfDelivery: Readonly<Record<OutboxItem['delivery']['kind'], EndStatus>> = {
  waiting: 'here',
  deferred: 'here',
  sending: 'sending',
  saved: 'saved',
  rejected: 'rejected',
};

/** The least certain of two words for the same end: saved only when all of it is. */
const certainty: readonly EndStatus[] = ['here', 'sending', 'saved'];

function statusesOf(items: readonly MatchItem[]): ReadonlyMap<string, EndStatus> {
  const statuses = new Map<string, EndStatus>();
  for (const { item, command } of items) {
    if (!('side' in command)) continue;
    const key = placeKey(command.side, command);
    const fresh = statusOfDelivery[item.delivery.kind];
    const now = statuses.get(key) ?? fresh;
    statuses.set(key, certainty.indexOf(fresh) < certainty.indexOf(now) ? fresh : now);
  }
  return statuses;
}

/** The sheet shows it already: the appliance had it at or before the sheet's position. */
function isShown({ delivery }: OutboxItem, at: Position): boolean {
  return delivery.kind === 'saved' && delivery.at.epoch === at.epoch && delivery.at.seq <= at.seq;
}

/** What of an outbox is about one match, in the order of typing. */
export function matchItemsOf(outbox: OutboxState, event: string, match: string): readonly MatchItem[] {
  return outbox.flatMap((item) => {
    const { command } = item.kept;
    return isOnMatch(command) && command.event === event && command.match === match ? [{ item, command }] : [];
  });
}

export function playOf(match: Match, begins: Side | undefined, whenLevel: MatchSheet['whenLevel']): Play {
  const score = scoreOf(match);
  return {
    ...{ match, score },
    place: placeBeingShot(score),
    beginners: begins ? beginsSoFar(match, score, begins, whenLevel) : [],
    turn: begins && sideOnTurn(match, score, begins, whenLevel),
    projection: projectMatch(match),
  };
}

export function matchViewOf({ sheet, at }: MatchState, outbox: OutboxState): MatchView {
  const mine = matchItemsOf(outbox, sheet.event, sheet.matchId);
  const standing = mine.filter(({ item }) => item.delivery.kind !== 'rejected' && !isShown(item, at));
  const { match, begins, hits } = standing.reduce<Typed>((typed, { command }) => apply(typed, command), sheet);
  return {
    ...{ sheet, begins, hits },
    play: match && playOf(match, begins, sheet.whenLevel),
    chooser: choosesWhoBegins({ a: sheet.sides.a.seed, b: sheet.sides.b.seed }),
    statusOf: statusesOf(standing),
    rejected: mine.filter(({ item }) => item.delivery.kind === 'rejected'),
  };
}

/** What this match is, from the id that its draw gave it (draw.ts: `3/1` in a bracket, `U2/1`, `L3/2`, `F/1`, `A/5` elsewhere). */
export type MatchName =
  | { readonly kind: 'final' | 'bronze' | 'semiFinal' | 'quarterFinal' }
  /** One of so many matches of its phase. */
  | { readonly kind: 'phase'; readonly matches: number }
  /** For a place and the one after it, or for as many as are still to be had. */
  | { readonly kind: 'places'; readonly from: number; readonly to: number }
  | { readonly kind: 'pool'; readonly pool: string }
  | { readonly kind: 'round'; readonly id: string };

export function nameOfMatch(matchId: string, level: number, topPlace: number): MatchName {
  const [section = ''] = matchId.split('/');
  if (/^\d+$/.test(section)) return nameInBracket(level, topPlace);
  if (section === 'F') return { kind: 'final' };
  return /^[UL]\d+$/.test(section) ? { kind: 'round', id: matchId } : { kind: 'pool', pool: section };
}

function nameInBracket(level: number, topPlace: number): MatchName {
  if (topPlace > 1) {
    if (topPlace === 3 && level === 1) return { kind: 'bronze' };
    return { kind: 'places', from: topPlace, to: topPlace + 2 ** level - 1 };
  }
  if (level === 1) return { kind: 'final' };
  if (level === 2) return { kind: 'semiFinal' };
  return level === 3 ? { kind: 'quarterFinal' } : { kind: 'phase', matches: 2 ** (level - 1) };
}

/** The place that a side has for good when the match is over; undefined where other matches decide. */
export function placeWon({ matchId, level, topPlace }: MatchSheet, isWinner: boolean): number | undefined {
  if (level !== 1 || !/^\d/.test(matchId)) return undefined;
  return isWinner ? topPlace : topPlace + 1;
}
