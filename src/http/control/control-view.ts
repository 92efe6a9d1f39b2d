// The control room as the desk sees it: what follows from the competition, worked out once for each state, beside what is known of the
// tablets just now.
import { cardStatesOf } from '../../domain/card/card-state.ts';
import type { Competition, Device } from '../../domain/competition.ts';
import { type ControlRoom, controlRoomOf } from '../../domain/control/control-room.ts';
import type { Seat } from '../../domain/event/event-play.ts';
import { type ScheduledMatch, scheduleOf } from '../../domain/event/schedule.ts';
import type { JudgeNote } from '../../domain/judges-log/judges-log.ts';
import { formatTarget } from '../../domain/target.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import type { ControlRoomView, ControlTablet, ControlTarget } from '../../wire/api-control.ts';
import { remember } from '../remember.ts';
import type { Tablets } from './tablets.ts';

type Shot = Omit<ControlRoomView, 'position' | 'targets'> & {
  readonly targets: ReadonlyMap<number, Omit<ControlTarget, 'tablets'>>;
};

export interface TabletsNow {
  readonly tablets: Tablets;
  /** Whether its scoring connection is there. */
  readonly isOnline: (device: string) => boolean;
}

export function controlViewOf({ id, at, state }: View, now: TabletsNow): ControlRoomView {
  const { targets, ...rest } = remember(state, 'control', shotIn);
  const devices = Map.groupBy(
    [...state.devices.values()].filter(({ revoked }) => !revoked),
    ({ butt }) => butt,
  );
  const butts = [...new Set([...targets.keys(), ...devices.keys()])].sort((a, b) => a - b);
  return {
    position: at,
    targets: butts.map((butt) => ({
      ...(targets.get(butt) ?? { butt, archers: [], matches: [], notes: 0 }),
      tablets: (devices.get(butt) ?? []).map((device) => tabletOf(id, device, now)),
    })),
    ...rest,
  };
}

export function tabletOf(competition: string, { id, label, card }: Device, now: TabletsNow): ControlTablet {
  const found = now.tablets.known(competition, id);
  const { heardAt, report, message } = found;
  return {
    ...{ id, label, card: card ?? 'first', online: now.isOnline(id) },
    heardAt: now.tablets.isSilent(found) ? heardAt : null,
    ...{ battery: report?.battery ?? null, isCharging: report?.isCharging ?? false, unsent: report?.unsent ?? 0 },
    message: message ?? null,
  };
}

function shotIn(state: Competition): Shot {
  const room = controlRoomOf(state);
  const open = [...state.judgesLog.values()].filter(({ ending }) => !ending);
  const targets = new Map<number, Omit<ControlTarget, 'tablets'>>();
  for (const [butt, archers] of archersByButt(state, room, open))
    targets.set(butt, { butt, archers, matches: [], notes: aboutButt(open, butt) });
  for (const found of scheduleOf(state)) {
    const match = matchOf(found, open);
    if (!match) continue;
    for (const butt of new Set([found.slot.butts.a, found.slot.butts.b])) {
      const target = targets.get(butt) ?? { butt, archers: [], matches: [], notes: aboutButt(open, butt) };
      targets.set(butt, { ...target, matches: [...target.matches, match] });
    }
  }
  return {
    targets,
    waitingFor: room.waitingFor.map(({ entry: { number, name, target }, next, behind }) => ({
      ...{ entry: number, name, target: target ? formatTarget(target) : null, end: next ?? 0, behind },
    })),
    fields: [...room.fields],
    openNotes: open.length,
  };
}

type Archers = ControlTarget['archers'];

function archersByButt(
  state: Competition,
  room: ControlRoom,
  open: readonly JudgeNote[],
): ReadonlyMap<number, Archers> {
  const byButt = new Map<number, Archers>();
  for (const card of remember(state, 'cards', cardStatesOf)) {
    const { number, name, club, category, target } = card.entry;
    if (!target) continue;
    const { standing, total, ends, shot, differing, isLocked } = card;
    const { next = null, behind = 0 } = room.progress.get(number) ?? {};
    const archer: Archers[number] = {
      ...{ entry: number, letter: target.letter, name, club, category, standing, total, ends, shot, behind },
      ...{ next, differing, isLocked, toSign: !isLocked && shot > 0 && next === null },
      notes: open.filter(({ about }) => about.entry === number).length,
    };
    byButt.set(target.butt, [...(byButt.get(target.butt) ?? []), archer]);
  }
  for (const [butt, archers] of byButt)
    byButt.set(
      butt,
      archers.toSorted((a, b) => (a.letter < b.letter ? -1 : Number(a.letter > b.letter))),
    );
  return byButt;
}

function aboutButt(open: readonly JudgeNote[], butt: number): number {
  return open.filter(({ about }) => about.butt === butt).length;
}

/** Undefined for one that is over, or whose sides are not known. */
function matchOf(
  { event, eventName, slot, played }: ScheduledMatch,
  open: readonly JudgeNote[],
): ControlTarget['matches'][number] | undefined {
  const { kind, seats, score, winner, hasBegun, drawn } = played;
  if (kind !== 'match' || winner !== undefined || !score) return undefined;
  return {
    ...{ event, eventName, match: drawn.id, at: slot.at, hasBegun, a: nameOf(seats.a), b: nameOf(seats.b) },
    points: { a: score.points.a, b: score.points.b },
    notes: open.filter(({ about }) => about.event === event && about.match === drawn.id).length,
  };
}

function nameOf(seat: Seat): string {
  return seat.kind === 'competitor' ? seat.competitor.name : '';
}
