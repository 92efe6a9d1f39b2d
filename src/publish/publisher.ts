// Keeps the published files as the competitions are: asks for what has changed every so often, makes the files anew and writes those that are
// different. What fails is tried again, later each time, and is by then the newest.
import { backoffMs } from '../kit/backoff.ts';
import type { OutletWork, OutletWorld } from '../relay/outlet-thread.ts';
import { readWhole } from '../relay/read-whole.ts';
import type { PublishingStatus } from '../wire/api-relay.ts';
import { KnownCompetitions } from './known-competitions.ts';
import { PublishError, type PublishTarget } from './publish-target.ts';
import { timeMark } from './render-page.ts';
import type { PageLanguage } from './words.ts';

export interface PublisherWorld extends OutletWorld<PublishingStatus> {
  readonly target: PublishTarget;
  /** As a person is told: without a password. */
  readonly to: string;
  readonly everyMs: number;
  readonly language: PageLanguage;
}

const mostPulled = 40;
const mostPulls = 100;
const again = { firstMs: 5_000, limitMs: 300_000 };

export function createPublisher(world: PublisherWorld): OutletWork {
  const { target, clock, log } = world;
  const known = new KnownCompetitions();
  const stopping = new AbortController();
  /** By name, without the time of writing. */
  const written = new Map<string, string>();
  let status: PublishingStatus = { to: world.to, lastAt: null, files: 0, written: 0, trouble: null };
  let failures = 0;

  function tell(change: Partial<PublishingStatus>) {
    status = { ...status, ...change };
    world.tell(status);
  }

  async function pullAll() {
    for (let pulls = 0; pulls < mostPulls; pulls += 1) {
      const wholes = await world.pull(mostPulled);
      for (const whole of wholes) known.take(whole.competition, whole.name, readWhole(whole));
      if (wholes.length < mostPulled) return;
    }
  }

  async function writeOne(name: string, text: string) {
    const isFirst = !written.has(name);
    if (written.get(name) === text) return;
    const content = text.replace(timeMark, () => new Date(clock.now()).toLocaleString('sv-SE').slice(0, 16));
    if (isFirst && isSameButTime(await target.read(name), text)) {
      written.set(name, text);
      return;
    }
    await target.write(name, content);
    written.set(name, text);
    tell({ written: status.written + 1, lastAt: clock.now() });
  }

  async function writeAll() {
    const files = known.files(world.language, clock.now());
    for (const [name, text] of files) {
      if (stopping.signal.aborted) return;
      await writeOne(name, text);
    }
    tell({ files: files.size });
  }

  async function round() {
    await pullAll();
    try {
      await writeAll();
      if (failures > 0) log.info({ to: world.to }, 'results are published again');
      failures = 0;
      tell({ trouble: null });
    } catch (error) {
      if (!(error instanceof PublishError)) throw error;
      if (failures === 0) log.warn({ to: world.to, error: error.message }, 'results cannot be published');
      failures += 1;
      tell({ trouble: error.message });
    }
  }

  return {
    async run() {
      tell({});
      while (!stopping.signal.aborted) {
        await round();
        const waitMs = failures > 0 ? backoffMs(failures - 1, { ...again, random: world.random }) : world.everyMs;
        try {
          await clock.sleep(waitMs, stopping.signal);
        } catch (error) {
          if (!stopping.signal.aborted) throw error;
        }
      }
    },
    forget: (names) => known.forget(names),
    stop: () => stopping.abort(new Error('stopping')),
  };
}

/** What an earlier run has written differs in its time at most. */
function isSameButTime(there: string | undefined, text: string): boolean {
  if (there === undefined) return false;
  const [before = '', after = ''] = text.split(timeMark);
  return text.includes(timeMark) ? there.startsWith(before) && there.endsWith(after) : there === text;
}
