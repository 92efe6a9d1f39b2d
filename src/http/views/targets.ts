// The butts, who shoots there and which devices belong to them: for the organiser.
import type { Competition, Device } from '../../domain/competition.ts';
import { matchButtsOf } from '../../domain/event/schedule.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import type { DeviceView, TargetView } from '../../wire/api-targets.ts';

export interface TargetViewParts {
  readonly joinKey: (butt: number) => string;
  readonly isOnline: (device: string) => boolean;
}

export function targetViewsOf(view: View, { joinKey, isOnline }: TargetViewParts): readonly TargetView[] {
  const { state } = view;
  const devices = devicesByButt(state, isOnline);
  return Array.from(joinPathsOf(view, joinKey), ([butt, joinPath]) => ({
    butt,
    archers: (state.entriesByButt.at(butt) ?? []).flatMap((number) => archerOf(state, number)),
    devices: devices.get(butt) ?? [],
    joinPath,
  }));
}

/** Every butt at which somebody shoots, in their order, and the path by which a tablet joins it. */
export function joinPathsOf({ id, state }: View, joinKey: TargetViewParts['joinKey']): ReadonlyMap<number, string> {
  const butts = new Set([...Array.from(state.entriesByButt.entries(), ([butt]) => butt), ...matchButtsOf(state)]);
  return new Map([...butts].sort((a, b) => a - b).map((butt) => [butt, `/tablet#join=${id}.${butt}.${joinKey(butt)}`]));
}

function archerOf(state: Competition, number: number): TargetView['archers'] {
  const entry = state.entries.at(number);
  if (!entry?.target) return [];
  const { name, club, category, target } = entry;
  return [{ entry: number, letter: target.letter, name, club, category }];
}

export function deviceViewOf(
  { id, label, butt, card, revoked }: Device,
  isOnline: (device: string) => boolean,
): DeviceView {
  return { id, label, butt, card: card ?? 'first', online: isOnline(id), revoked };
}

function devicesByButt(state: Competition, isOnline: (device: string) => boolean): ReadonlyMap<number, DeviceView[]> {
  const byButt = new Map<number, DeviceView[]>();
  for (const known of state.devices.values()) {
    const device = deviceViewOf(known, isOnline);
    const others = byButt.get(device.butt);
    if (others) others.push(device);
    else byButt.set(device.butt, [device]);
  }
  return byButt;
}
