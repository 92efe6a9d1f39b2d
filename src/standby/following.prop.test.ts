// A standby after a primary, in memory: the way between them fails, the standby's journal fails before and after it has appended, the standby
// starts anew, the primary trims, deletes, and comes back from an older backup. What the standby has is always the beginning of what the
// primary had, and in the end all of it.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { accessFileIn, createAccessFile, writeAccessFile } from '../access/access-file.ts';
import type { CommittedFacts, CompetitionView } from '../intake/intake.ts';
import { createMemoryJournal, createMemoryJournalStore } from '../journal/memory-journal.ts';
import { createMemoryShortLived } from '../journal/memory-short-lived.ts';
import { hashOfRecord, noHash } from '../journal/record-chain.ts';
import type { Clock } from '../kit/clock.ts';
import { silentLog } from '../kit/log.ts';
import { findBreak } from '../testing/chained-records.ts';
import { createFaultyJournal } from '../testing/faulty-journal.ts';
import type { SealedPlace } from '../wire/api-standby.ts';
import { factToBytes } from '../wire/fact-record.ts';
import { type AskPrimary, PrimaryAwayError, PrimaryRefusedError } from './ask-primary.ts';
import { createFollowing, type Following } from './following.ts';
import { readStandbyCode, unseal } from './sealed.ts';
import { openStandbys } from './standbys.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const impatient: Clock = { now: () => 0, sleep: turn };
const ids = ['c1', 'c2'] as const;

function recordAfter(previous: Uint8Array, number: number): Uint8Array {
  const commandId = number.toString(16).padStart(32, '0');
  const actor = { role: 'organiser' } as const;
  return factToBytes({ at: number, commandId, actor, fact: { kind: 'scoringSet', mode: 'one' } }, previous);
}

interface World {
  readonly folders: readonly [string, string];
  /** By competition: all that the primary has. */
  readonly records: Map<string, Uint8Array[]>;
  readonly other: Set<string>;
  /** How the next questions go: lost on the way there or back. */
  readonly faults: ('there' | 'back')[];
  count: number;
}

function openPrimary(world: World) {
  const journal = createMemoryJournal();
  const listeners: ((facts: CommittedFacts) => void)[] = [];
  const headOf = (id: string) => {
    const last = world.records.get(id)?.at(-1);
    return last ? hashOfRecord(last) : noHash;
  };
  const viewOf = (id: string) =>
    ({ id, at: { epoch: 'p', seq: world.records.get(id)?.length ?? 0 }, head: headOf(id) }) as CompetitionView;
  const standbys = openStandbys({
    folder: world.folders[0],
    intake: {
      find: (id) => (world.records.has(id) ? viewOf(id) : undefined),
      list: () => [...world.records.keys()].map(viewOf),
      onCommitted: (listener) => void listeners.push(listener),
    },
    journal,
    archive: {
      read: async (id, after, limit) =>
        (world.records.get(id) ?? []).slice(after, after + limit).map((bytes, at) => ({ seq: after + at + 1, bytes })),
    },
    ...{ shortLived: createMemoryShortLived({ now: () => 0 }), clock: impatient, log: silentLog },
    ...{ random: randomBytes, allowedHosts: ['scores.example'], root: undefined, replaced: () => undefined },
  });

  async function append(id: string, howMany: number) {
    const records = world.records.get(id) ?? [];
    world.records.set(id, records);
    const at = await journal.head(id);
    const fresh: Uint8Array[] = [];
    for (let index = 0; index < howMany; index += 1) {
      world.count += 1;
      const last = fresh.at(-1) ?? records.at(-1);
      fresh.push(recordAfter(last ? hashOfRecord(last) : noHash, world.count));
    }
    const outcome = await journal.append(id, at, fresh);
    assert.equal(outcome.kind, 'appended');
    records.push(...fresh);
    for (const listener of listeners) listener({ competition: id } as CommittedFacts);
  }

  /** An older state comes back, and goes on otherwise. */
  async function restore(id: string, lost: number) {
    const records = world.records.get(id) ?? [];
    if (records.length <= lost || lost === 0) return;
    records.splice(records.length - lost);
    world.other.add(id);
    await journal.remove(id);
    await journal.seed(id, records.length);
    await append(id, lost + 1);
  }

  return { journal, standbys, append, restore };
}

function openStandby(
  world: World,
  primary: ReturnType<typeof openPrimary>,
  { token, key }: Record<'token' | 'key', string>,
) {
  const store = createMemoryJournalStore();
  const inner = createMemoryJournal(store);
  const journal = createFaultyJournal(inner);
  const ask: AskPrimary = {
    place: () => Promise.reject(new Error('not asked')),
    tookOver: () => Promise.reject(new Error('not asked')),
    async sync(given, asked) {
      const fault = world.faults.shift();
      if (fault === 'there') throw new PrimaryAwayError('lost');
      const answer = await primary.standbys.sync(given, structuredClone(asked), '::ffff:192.168.1.6');
      if (!answer) throw new PrimaryRefusedError('notAStandby', 'not known');
      if (fault === 'back') throw new PrimaryAwayError('lost');
      return structuredClone(answer);
    },
  };
  const archive = {
    list: async () => [],
    read: async () => [],
    remove: async () => undefined,
    forgetRemoved: async () => undefined,
  };
  let following: Following;
  let stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();

  function begin() {
    stopping = new AbortController();
    following = createFollowing({
      followed: { origin: 'http://p:8000', id: 's', token, key, allowedHosts: [] },
      folder: world.folders[1],
      ...{ journal, archive, ask, clock: impatient, log: silentLog },
      ports: () => ({ port: 8000, realtimePort: 8001 }),
      hostsLearned: () => undefined,
      authorityLearned: () => undefined,
    });
    running = following.run(stopping.signal);
    running.catch(() => undefined);
  }

  async function end() {
    stopping.abort(new Error('stop'));
    await running;
  }

  begin();
  return {
    journal,
    status: () => following.status,
    end,
    async restart() {
      await end();
      begin();
    },
    recordsOf: async (id: string) => (await inner.read(id, 0, 100_000)).map(({ bytes }) => Buffer.from(bytes)),
  };
}

type Step = (world: World, primary: ReturnType<typeof openPrimary>, standby: ReturnType<typeof openStandby>) => unknown;

const id = fc.constantFrom(...ids);
const small = fc.integer({ min: 1, max: 5 });
const named = (name: string, act: Step) => [name, act] as const;
const steps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(id, small).map(([of, n]) => named(`append ${of} ${n}`, (_, { append }) => append(of, n))),
  },
  fc
    .constantFrom<'there' | 'back'>('there', 'back')
    .map((fault) => named(`lost ${fault}`, ({ faults }) => faults.push(fault))),
  fc
    .constantFrom<'before' | 'replyLost'>('before', 'replyLost')
    .map((fault) => named(`append fails ${fault}`, (_, __, { journal }) => journal.faults.push(fault))),
  fc.constant(named('restart', (_, __, { restart }) => restart())),
  id.map((of) =>
    named(`trim ${of}`, ({ records }, { journal }) =>
      journal.trim(of, Math.max(1, (records.get(of)?.length ?? 0) - 1)),
    ),
  ),
  fc.tuple(id, small).map(([of, n]) => named(`restore ${of} ${n}`, (_, { restore }) => restore(of, n))),
  fc.integer({ min: 1, max: 40 }).map((n) => named(`wait ${n}`, () => turns(n))),
);

async function turns(count: number) {
  for (let each = 0; each < count; each += 1) await turn();
}

async function assertBeginning({ records, other }: World, standby: ReturnType<typeof openStandby>) {
  for (const each of ids) {
    const here = await standby.recordsOf(each);
    assert.equal(findBreak(here.map((bytes, at) => ({ seq: at + 1, bytes }))), undefined, 'one history, never two');
    if (other.has(each)) continue;
    const there = (records.get(each) ?? []).slice(0, here.length);
    assert.deepEqual(
      here,
      there.map((bytes) => Buffer.from(bytes)),
    );
  }
}

test('a standby has the beginning of what the primary has, whatever fails, and in the end all of it, byte by byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 30 }), async (list) => {
      const base = mkdtempSync(join(tmpdir(), 'tenring-follow-'));
      const folders = [mkdtempSync(join(base, 'p-')), mkdtempSync(join(base, 's-'))] as const;
      writeAccessFile(
        folders[0],
        createAccessFile((count) => new Uint8Array(count)),
      );
      const world: World = { folders, records: new Map(), other: new Set(), faults: [], count: 0 };
      const primary = openPrimary(world);
      const code = readStandbyCode((await primary.standbys.createCode()).code);
      assert.ok(code);
      const pairing = await primary.standbys.pair({ code: code.open, name: 'Mini' }, '192.168.1.6');
      assert.equal(pairing.kind, 'paired');
      const opened = pairing.kind === 'paired' ? unseal(pairing.sealed, code.key, 'place') : undefined;
      const { token }: SealedPlace = JSON.parse(opened ?? '{}');
      const standby = openStandby(world, primary, { token, key: code.key });
      try {
        for (const [, step] of list) {
          await step(world, primary, standby);
          await turns(2);
          await assertBeginning(world, standby);
        }
        world.faults.length = 0;
        standby.journal.faults.length = 0;
        const isWhole = () => standby.status().state === 'following' && standby.status().behind === 0;
        for (let tries = 0; tries < 300 || !isWhole(); tries += 1) {
          assert.ok(tries < 5_000, JSON.stringify(standby.status()));
          await turn();
        }
        await standby.end();
        await assertBeginning(world, standby);
        for (const each of ids) {
          if (world.other.has(each)) continue;
          assert.equal((await standby.recordsOf(each)).length, world.records.get(each)?.length ?? 0);
        }
        const [known] = primary.standbys.list();
        if (world.other.size === 0) assert.equal(known?.behind, 0);
        assert.equal(known?.origin, 'http://192.168.1.6:8000');
        assert.deepEqual(primary.standbys.liveAddresses(), ['192.168.1.6:8001']);
        assert.equal(readFileSync(accessFileIn(folders[1]), 'utf8'), readFileSync(accessFileIn(folders[0]), 'utf8'));
      } finally {
        await standby.end();
        primary.standbys.close();
        rmSync(base, { recursive: true, force: true });
      }
    }),
    { numRuns: 25 },
  );
});
