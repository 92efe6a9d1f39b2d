// The butts, who shoots there and which devices belong to them: for the organiser.
import type { Competition } from '../../domain/competition.ts';
import type { CompetitionView as View } from '../../intake/intake.ts';
import type { DeviceView, TargetView } from '../../wire/api-targets.ts';

export interface TargetViewParts {
  readonly joinKey: (butt: number) => string;
  readonly isOnline: (device: string) => boolean;
}

export function targetViewsOf({ id, state }: View, { joinKey, isOnline }: TargetViewParts): readonly TargetView[] {
  const devices = devicesByButt(state, isOnline);
  return Array.from(state.entriesByButt.entries(), ([butt, numbers]) => ({
    butt,
    archers: numbers.flatMap((number) => archerOf(state, number)),
    devices: devices.get(butt) ?? [],
    joinPath: `/tablet#join=${id}.${butt}.${joinKey(butt)}`,
  }));
}

function archerOf(state: Competition, number: number): TargetView['archers'] {
  const entry = state.entries.at(number);
  if (!entry?.target) return [];
  const { name, club, category, target } = entry;
  return [{ entry: number, letter: target.letter, name, club, category }];
}

function devicesByButt(state: Competition, isOnline: (device: string) => boolean): ReadonlyMap<number, DeviceView[]> {
  const byButt = new Map<number, DeviceView[]>();
  for (const { id, label, butt, revoked } of state.devices.values()) {
    const device = { id, label, butt, online: isOnline(id), revoked };
    const others = byButt.get(butt);
    if (others) others.push(device);
    else byButt.set(butt, [device]);
  }
  return byButt;
}
