// What goes on around scoring all day: viewers that come and go, tablets whose Wi-Fi breaks, people and programs that read, exports,
// backups. Each every so often; a fault in one of them ends the soak.
import type { ApplianceClient } from '../../cli/appliance-client.ts';
import type { Clock } from '../../kit/clock.ts';
import type { SoakDay } from './soak-day.ts';

export interface Bystanders {
  /** How often each did what it does. */
  readonly counts: Readonly<Record<string, number>>;
  /** Rejects when one of them cannot do it. Resolves when the signal comes. */
  readonly ended: Promise<void>;
}

export interface BystanderParts {
  readonly client: ApplianceClient;
  readonly day: () => SoakDay;
  /** How much faster than in life. */
  readonly speed: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface Habit {
  readonly name: string;
  readonly everySeconds: number;
  readonly act: (turn: number) => Promise<void> | void;
}

const leavingAtOnce = 5;

function readPaths({ made: { id }, place: { categories } }: SoakDay): readonly string[] {
  const path = `/api/competitions/${id}`;
  const [category = ''] = categories;
  return [
    `${path}/leaderboards/${category}`,
    `${path}/rankings/${category}?basis=average`,
    `${path}/entries?limit=50`,
    `${path}/targets`,
    `${path}/cards`,
    '/api/status',
    '/readyz',
  ];
}

function habitsOf({ client, day }: BystanderParts): readonly Habit[] {
  return [
    { name: 'viewers', everySeconds: 20, act: () => day().load.viewers.replace(leavingAtOnce) },
    { name: 'cuts', everySeconds: 30, act: (turn) => day().load.tablets.cut(turn % day().place.tablets.length) },
    {
      name: 'reads',
      everySeconds: 8,
      act: async (turn) => {
        const paths = readPaths(day());
        await client.ask('GET', paths[turn % paths.length] ?? '');
      },
    },
    {
      name: 'exports',
      everySeconds: 120,
      act: async () => {
        await client.ask('GET', `/api/competitions/${day().made.id}/export`);
      },
    },
    {
      name: 'backups',
      everySeconds: 300,
      act: async () => {
        for await (const chunk of await client.download('/api/backup')) if (chunk.length === 0) return;
      },
    },
  ];
}

export function startBystanders(parts: BystanderParts): Bystanders {
  const { speed, clock, signal } = parts;
  const counts: Record<string, number> = {};

  async function live({ name, everySeconds, act }: Habit): Promise<void> {
    for (let turn = 0; !signal.aborted; turn += 1) {
      await clock.sleep((everySeconds * 1_000) / speed, signal).catch(() => undefined);
      if (signal.aborted) return;
      await act(turn);
      counts[name] = turn + 1;
    }
  }

  const ended = Promise.all(habitsOf(parts).map(live)).then(() => undefined);
  return { counts, ended };
}
