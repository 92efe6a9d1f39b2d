// How each tablet is, by what it last said of itself, and what the desk tells one of them until somebody there has seen it. In memory only:
// worth little after a restart, when every tablet says it again within seconds.
import type { Clock } from '../../kit/clock.ts';
import type { TabletReport } from '../../wire/api-control.ts';

export interface TabletMessage {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly deliveredAt: number | null;
  readonly seenAt: number | null;
}

export interface KnownTablet {
  readonly heardAt: number | null;
  readonly report: Pick<TabletReport, 'battery' | 'isCharging' | 'unsent'> | undefined;
  readonly message: TabletMessage | undefined;
}

export interface Tablets {
  /** What the tablet is to show, if anything. */
  hear(competition: string, device: string, report: TabletReport): TabletMessage | undefined;
  /** In place of a message before. */
  tell(competition: string, device: string, text: string): void;
  takeBack(competition: string, device: string): void;
  known(competition: string, device: string): KnownTablet;
  /** Not heard of for longer than a tablet that is well would be silent. */
  isSilent(tablet: KnownTablet): boolean;
  /** Another number whenever something is known that was not. */
  revision(): number;
}

/** A tablet reports every five seconds. */
export const silentAfterMs = 20_000;
/** Devices of all competitions; who was heard longest ago goes first. */
const mostTablets = 4_000;

const nothing: KnownTablet = { heardAt: null, report: undefined, message: undefined };

export function createTablets({ now }: Pick<Clock, 'now'>, createId: () => string): Tablets {
  // The longest silent first.
  const tablets = new Map<string, KnownTablet>();
  let revision = 0;

  const keyOf = (competition: string, device: string) => `${competition}/${device}`;
  const known = (competition: string, device: string) => tablets.get(keyOf(competition, device)) ?? nothing;

  function keep(key: string, tablet: KnownTablet): void {
    tablets.delete(key);
    tablets.set(key, tablet);
    for (const oldest of tablets.keys()) {
      if (tablets.size <= mostTablets) break;
      tablets.delete(oldest);
    }
  }

  return {
    hear(competition, device, { battery, isCharging, unsent, seen }) {
      const before = known(competition, device);
      const report = { battery, isCharging, unsent };
      const message = before.message && messageAfter(before.message, seen, now());
      if (message !== before.message || !before.report || !sameReport(before.report, report)) revision += 1;
      keep(keyOf(competition, device), { heardAt: now(), report, message });
      return message && message.seenAt === null ? message : undefined;
    },
    tell(competition, device, text) {
      const message = { id: createId(), text, at: now(), deliveredAt: null, seenAt: null };
      keep(keyOf(competition, device), { ...known(competition, device), message });
      revision += 1;
    },
    takeBack(competition, device) {
      const before = known(competition, device);
      if (!before.message) return;
      keep(keyOf(competition, device), { ...before, message: undefined });
      revision += 1;
    },
    known,
    isSilent: ({ heardAt }) => heardAt !== null && now() - heardAt > silentAfterMs,
    revision: () => revision,
  };
}

function messageAfter(message: TabletMessage, seen: string | null, at: number): TabletMessage {
  if (message.seenAt === null && message.id === seen)
    return { ...message, deliveredAt: message.deliveredAt ?? at, seenAt: at };
  return message.deliveredAt === null ? { ...message, deliveredAt: at } : message;
}

type Report = NonNullable<KnownTablet['report']>;

function sameReport(a: Report, b: Report): boolean {
  return a.battery === b.battery && a.isCharging === b.isCharging && a.unsent === b.unsent;
}
