// A match's card in the interchange file, and out of it again.
import { blankMatchCard, type MatchCard, type MatchChange } from '../event/event.ts';
import type { DocumentMatchCard, DocumentMatchChange } from './document.ts';

export function documentMatchCardOf(match: string, card: MatchCard): DocumentMatchCard {
  const { attendance, ends, shootOffs, begins, hits, changes } = card;
  return {
    match,
    ...(attendance.a === 'present' && attendance.b === 'present' ? {} : { attendance }),
    ends,
    ...(shootOffs.length > 0 ? { shootOffs: shootOffs.map(documentShootOffOf) } : {}),
    ...(begins ? { begins } : {}),
    ...(hits.length > 0 ? { hits } : {}),
    ...(changes.length > 0 ? { changes: changes.map(documentMatchChangeOf) } : {}),
  };
}

function documentShootOffOf({ arrows, closest }: MatchCard['shootOffs'][number]) {
  return { arrows, ...(closest ? { closest } : {}) };
}

function documentMatchChangeOf(change: MatchChange): DocumentMatchChange {
  const { kind, side, part, number, was, now, closest, attendance, by, reason } = change;
  return {
    at: change.at,
    actor: change.actor,
    kind,
    ...(side ? { side } : {}),
    ...(part ? { part } : {}),
    ...(number === undefined ? {} : { number }),
    ...(was ? { was } : {}),
    ...(now ? { now } : {}),
    ...(closest ? { closest } : {}),
    ...(attendance ? { attendance } : {}),
    by,
    reason,
  };
}

export function matchCardOf({ attendance, ends, shootOffs, begins, hits, changes }: DocumentMatchCard): MatchCard {
  return {
    attendance: attendance ?? blankMatchCard.attendance,
    ends,
    shootOffs: shootOffs?.map(({ arrows, closest }) => ({ arrows, closest })) ?? [],
    begins,
    hits: hits ?? [],
    changes: changes?.map(matchChangeOf) ?? [],
  };
}

function matchChangeOf(change: DocumentMatchChange): MatchChange {
  const { at, actor, kind, side, part, number, was, now, closest, attendance, by, reason } = change;
  return { at, actor, kind, side, part, number, was, now, closest, attendance, by, reason };
}
