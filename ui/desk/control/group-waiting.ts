// Archers of one target who are waited for at the same end are one line: `9ABC, end 4`.
import type { ControlRoomView } from '../../../src/wire/api-control.ts';

type Waiting = ControlRoomView['waitingFor'][number];

export interface WaitingGroup {
  readonly key: string;
  /** `9ABC`; empty for somebody without a target. */
  readonly targets: string;
  readonly butt: number | undefined;
  readonly names: readonly string[];
  readonly end: number;
  readonly behind: number;
}

/** In the order given, each where its first archer stands. */
export function groupWaiting(waiting: readonly Waiting[]): readonly WaitingGroup[] {
  const groups = new Map<string, WaitingGroup>();
  for (const { entry, name, target, end, behind } of waiting) {
    const [, butt, letter = ''] = /^(\d+)(\D*)$/.exec(target ?? '') ?? [];
    const key = butt === undefined ? `entry ${entry}` : `${butt}/${end}/${behind}`;
    const before = groups.get(key);
    if (before) groups.set(key, { ...before, targets: before.targets + letter, names: [...before.names, name] });
    else
      groups.set(key, {
        ...{ key, targets: target ?? '', butt: butt === undefined ? undefined : Number(butt) },
        ...{ names: [name], end, behind },
      });
  }
  return [...groups.values()];
}
