// Which targets of the control room are looked at, and what is wrong with a tablet. Targets that look the same stay the same objects, so that
// of 128 only those are drawn again that changed.
import type { ControlRoomView, ControlTablet, ControlTarget } from '../../../src/wire/api-control.ts';
import { matches } from '../../store/search.ts';

export const controlFilters = ['all', 'behind', 'tablets', 'differing', 'signing', 'notes', 'matches'] as const;
export type ControlFilter = (typeof controlFilters)[number];

/** Per cent. */
export const lowBattery = 20;

export type TabletTrouble = 'offline' | 'silent' | 'battery' | 'unsent';

/** The worst first. */
export function troublesOf({ online, heardAt, battery, isCharging, unsent }: ControlTablet): readonly TabletTrouble[] {
  return [
    ...(online ? [] : (['offline'] as const)),
    ...(online && heardAt !== null ? (['silent'] as const) : []),
    ...(battery !== null && battery <= lowBattery && !isCharging ? (['battery'] as const) : []),
    ...(unsent > 0 ? (['unsent'] as const) : []),
  ];
}

export function isShown(target: ControlTarget, filter: ControlFilter): boolean {
  const { archers, tablets } = target;
  switch (filter) {
    case 'all':
      return true;
    case 'behind':
      return archers.some(({ behind }) => behind > 0);
    case 'tablets':
      return tablets.some((tablet) => troublesOf(tablet).length > 0);
    case 'differing':
      return archers.some(({ differing }) => differing.length > 0);
    case 'signing':
      return archers.some(({ toSign }) => toSign);
    case 'notes':
      return (
        target.notes > 0 || archers.some(({ notes }) => notes > 0) || target.matches.some(({ notes }) => notes > 0)
      );
    case 'matches':
      return target.matches.length > 0;
  }
}

export function countShown(targets: readonly ControlTarget[]): Readonly<Record<ControlFilter, number>> {
  const count = (filter: ControlFilter) => targets.filter((target) => isShown(target, filter)).length;
  return {
    all: count('all'),
    behind: count('behind'),
    tablets: count('tablets'),
    differing: count('differing'),
    signing: count('signing'),
    notes: count('notes'),
    matches: count('matches'),
  };
}

/** By target (`12`, `12B`), archer or club. */
export function findTargets(targets: readonly ControlTarget[], query: string): readonly ControlTarget[] {
  const wanted = query.trim();
  if (wanted === '') return targets;
  const [, butt] = /^(\d+)[A-H]?$/i.exec(wanted) ?? [];
  if (butt !== undefined) return targets.filter((target) => target.butt === Number(butt));
  return targets.filter(({ archers, matches: shot }) =>
    matches(
      wanted,
      ...archers.flatMap(({ name, club, category }) => [name, club, category]),
      ...shot.flatMap(({ a, b }) => [a, b]),
    ),
  );
}

/** The new answer, with every target that is as it was before as the very object that it was. */
export function withSame(before: ControlRoomView | undefined, now: ControlRoomView): ControlRoomView {
  if (!before) return now;
  const known = new Map(before.targets.map((target) => [target.butt, target]));
  return {
    ...now,
    targets: now.targets.map((target) => {
      const same = known.get(target.butt);
      return same && JSON.stringify(same) === JSON.stringify(target) ? same : target;
    }),
  };
}
