// What every journal does, whatever it is made of. Each test uses a competition of its own, so that one store serves all.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import { type Journal, JournalGapError, type JournalRecord } from './journal.ts';

export interface JournalHarness {
  /** Another journal on the same store, as another node would have. */
  open(): Promise<Journal>;
  trim(competition: string, beforeSeq: number): Promise<void>;
}

export const nowhere = { epoch: '', seq: 0 };

export function recordsOf(...texts: readonly string[]): Uint8Array[] {
  return texts.map((text) => new TextEncoder().encode(text));
}

export function textsOf(records: readonly JournalRecord[]): string[] {
  return records.map(({ seq, bytes }) => `${seq}:${new TextDecoder().decode(bytes)}`);
}

export async function appended(journal: Journal, competition: string, ...texts: readonly string[]) {
  const outcome = await journal.append(competition, await journal.head(competition), recordsOf(...texts));
  assert.equal(outcome.kind, 'appended');
  return journal.head(competition);
}

export interface Watched {
  readonly journal: Journal;
  /** `competition:seq`, in the order in which they were told. */
  readonly told: readonly string[];
  /** How often it was said that something may have been missed. */
  readonly missed: () => number;
  /** Resolves when `isSo`, asked after each word of the watcher. */
  until(isSo: () => boolean): Promise<void>;
  stop(): void;
}

/** Resolves once appends are told. */
export async function watched(journal: Journal): Promise<Watched> {
  const told: string[] = [];
  const stop = new AbortController();
  const heard = new EventEmitter();
  let missed = 0;
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await once(heard, 'word');
  }
  journal.watch(
    {
      appended(competition, seq) {
        told.push(`${competition}:${seq}`);
        heard.emit('word');
      },
      missed() {
        missed += 1;
        heard.emit('word');
      },
    },
    stop.signal,
  );
  await until(() => missed > 0);
  return { journal, told, missed: () => missed, until, stop: () => stop.abort(new Error('enough')) };
}

let made = 0;
export function newCompetition(): string {
  made += 1;
  return `competition-${made}`;
}

export function journalContract(name: string, harness: () => JournalHarness): void {
  function check(what: string, body: (journal: Journal, competition: string) => Promise<void>) {
    test(`${name}: ${what}`, async () => {
      const journal = await harness().open();
      try {
        await body(journal, newCompetition());
      } finally {
        await journal.close();
      }
    });
  }

  check('a competition that nobody wrote to is nowhere', async (journal, competition) => {
    assert.deepEqual(await journal.head(competition), nowhere);
    assert.deepEqual(await journal.read(competition, 0, 10), []);
    assert.ok(!(await journal.competitions()).includes(competition));
  });

  check('the first append makes an epoch, the next ones keep it', async (journal, competition) => {
    const first = await journal.append(competition, nowhere, recordsOf('a', 'b'));
    assert.ok(first.kind === 'appended');
    assert.equal(first.at.seq, 2);
    assert.notEqual(first.at.epoch, '');
    const second = await journal.append(competition, first.at, recordsOf('c'));
    assert.deepEqual(second, { kind: 'appended', at: { epoch: first.at.epoch, seq: 3 } });
    assert.deepEqual(textsOf(await journal.read(competition, 0, 10)), ['1:a', '2:b', '3:c']);
    assert.ok((await journal.competitions()).includes(competition));
  });

  check('another seq is a conflict, and nothing is written', async (journal, competition) => {
    const head = await appended(journal, competition, 'a');
    for (const seq of [0, 2]) {
      const outcome = await journal.append(competition, { ...head, seq }, recordsOf('x'));
      assert.deepEqual(outcome, { kind: 'conflict', head });
    }
    assert.deepEqual(await journal.append(competition, nowhere, recordsOf('x')), { kind: 'conflict', head });
    assert.deepEqual(textsOf(await journal.read(competition, 0, 10)), ['1:a']);
  });

  check('another epoch is a conflict, and nothing is written', async (journal, competition) => {
    const head = await appended(journal, competition, 'a');
    const outcome = await journal.append(competition, { epoch: 'another', seq: 1 }, recordsOf('x'));
    assert.deepEqual(outcome, { kind: 'conflict', head });
    assert.deepEqual(await journal.append(newCompetition(), { epoch: 'another', seq: 0 }, recordsOf('x')), {
      kind: 'conflict',
      head: nowhere,
    });
  });

  check('competitions do not mix', async (journal, competition) => {
    const other = newCompetition();
    await appended(journal, competition, 'a');
    await appended(journal, other, 'b');
    assert.deepEqual(textsOf(await journal.read(competition, 0, 10)), ['1:a']);
    assert.deepEqual(textsOf(await journal.read(other, 0, 10)), ['1:b']);
  });

  check('reads go on where the last one ended', async (journal, competition) => {
    await appended(journal, competition, 'a', 'b', 'c', 'd', 'e');
    assert.deepEqual(textsOf(await journal.read(competition, 0, 2)), ['1:a', '2:b']);
    assert.deepEqual(textsOf(await journal.read(competition, 2, 2)), ['3:c', '4:d']);
    assert.deepEqual(textsOf(await journal.read(competition, 4, 2)), ['5:e']);
    assert.deepEqual(await journal.read(competition, 5, 2), []);
    assert.deepEqual(await journal.read(competition, 7, 2), []);
  });

  check('records come back byte for byte', async (journal, competition) => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const awkward = [
      every,
      new Uint8Array(),
      new TextEncoder().encode('\r\n*3\r\n$3'),
      new Uint8Array(200_000).fill(0xfe),
    ];
    await journal.append(competition, nowhere, awkward);
    const read = await journal.read(competition, 0, 10);
    assert.deepEqual(
      read.map(({ bytes }) => Uint8Array.from(bytes)),
      awkward,
    );
  });

  check('five thousand records in one append', async (journal, competition) => {
    const texts = Array.from({ length: 5_000 }, (_, index) => `record ${index + 1}`);
    await journal.append(competition, nowhere, recordsOf(...texts));
    assert.equal((await journal.head(competition)).seq, 5_000);
    const read = await journal.read(competition, 0, 10_000);
    assert.deepEqual(
      textsOf(read),
      texts.map((text, index) => `${index + 1}:${text}`),
    );
  });

  check('two writers race: every record is there exactly once', async (journal, competition) => {
    const other = await harness().open();
    const perWriter = 40;
    async function write(writer: Journal, mark: string) {
      let at = await writer.head(competition);
      for (let done = 0; done < perWriter; ) {
        const outcome = await writer.append(competition, at, recordsOf(`${mark}${done}`));
        at = outcome.kind === 'appended' ? outcome.at : outcome.head;
        if (outcome.kind === 'appended') done += 1;
      }
    }
    await Promise.all([write(journal, 'a'), write(other, 'b')]);
    await other.close();
    const texts = (await journal.read(competition, 0, 1_000)).map(({ bytes }) => new TextDecoder().decode(bytes));
    const expected = ['a', 'b'].flatMap((mark) => Array.from({ length: perWriter }, (_, index) => `${mark}${index}`));
    assert.deepEqual(texts.toSorted(), expected.toSorted());
    assert.deepEqual(
      texts.filter((text) => text.startsWith('a')),
      expected.slice(0, perWriter),
    );
  });

  check('what was trimmed is a gap, what is left reads on', async (journal, competition) => {
    await appended(journal, competition, 'a', 'b', 'c', 'd');
    await harness().trim(competition, 3);
    await assert.rejects(journal.read(competition, 0, 10), JournalGapError);
    await assert.rejects(journal.read(competition, 1, 10), JournalGapError);
    assert.deepEqual(textsOf(await journal.read(competition, 2, 10)), ['3:c', '4:d']);
    await harness().trim(competition, 5);
    await assert.rejects(journal.read(competition, 3, 10), JournalGapError);
    assert.deepEqual(await journal.read(competition, 4, 10), []);
    assert.equal((await appended(journal, competition, 'e')).seq, 5);
  });

  check('what was forgotten is a gap, and the head stays', async (journal, competition) => {
    const at = await appended(journal, competition, 'a', 'b', 'c');
    await journal.forget(competition, 2);
    await assert.rejects(journal.read(competition, 1, 10), JournalGapError);
    assert.deepEqual(textsOf(await journal.read(competition, 2, 10)), ['3:c']);
    await journal.forget(competition, 3);
    assert.deepEqual(await journal.head(competition), at);
    assert.equal((await appended(journal, competition, 'd')).seq, 4);
    await journal.forget('nobody', 3);
  });

  check('seed goes on after the archive, in a new epoch', async (journal, competition) => {
    const seeded = await journal.seed(competition, 7);
    assert.equal(seeded.seq, 7);
    assert.notEqual(seeded.epoch, '');
    assert.deepEqual(await journal.head(competition), seeded);
    assert.ok((await journal.competitions()).includes(competition));
    await assert.rejects(async () => {
      await appended(journal, competition, 'h');
      await journal.read(competition, 0, 10);
    }, JournalGapError);
    assert.deepEqual(textsOf(await journal.read(competition, 7, 10)), ['8:h']);
    assert.deepEqual(await journal.seed(competition, 8), { epoch: seeded.epoch, seq: 8 });
    assert.deepEqual(textsOf(await journal.read(competition, 7, 10)), ['8:h']);
  });

  check(
    'what is removed is gone, and a later competition of the same name has nothing of it',
    async (journal, competition) => {
      const other = newCompetition();
      await appended(journal, other, 'x');
      const before = await appended(journal, competition, 'a', 'b');
      await journal.remove(competition);
      assert.deepEqual(await journal.head(competition), nowhere);
      assert.deepEqual(await journal.read(competition, 0, 10), []);
      const known = await journal.competitions();
      assert.deepEqual([known.includes(competition), known.includes(other)], [false, true]);
      await journal.remove(competition);
      const after = await appended(journal, competition, 'c');
      assert.equal(after.seq, 1);
      assert.notEqual(after.epoch, before.epoch);
      assert.deepEqual(textsOf(await journal.read(competition, 0, 10)), ['1:c']);
    },
  );

  check('seed beyond what is there drops the older rest', async (journal, competition) => {
    const before = await appended(journal, competition, 'a', 'b');
    const seeded = await journal.seed(competition, 5);
    assert.equal(seeded.seq, 5);
    assert.notEqual(seeded.epoch, before.epoch);
    assert.deepEqual(await journal.append(competition, before, recordsOf('x')), { kind: 'conflict', head: seeded });
    assert.deepEqual(await journal.read(competition, 5, 10), []);
  });

  check('others are told of each append and seeding, and where the competition ends', async (journal, competition) => {
    const { told, until } = await watched(journal);
    const other = await harness().open();
    await appended(other, competition, 'a', 'b');
    await appended(other, competition, 'c');
    await other.seed(competition, 9);
    await until(() => told.includes(`${competition}:9`));
    // Of what came before, on the same servers, a word may still be under way.
    assert.deepEqual(
      [...new Set(told)].filter((each) => each.startsWith(`${competition}:`)),
      [2, 3, 9].map((seq) => `${competition}:${seq}`),
    );
    await other.close();
  });

  check('who appended is not told, nor is anybody of a conflict, nor after the end', async (journal, competition) => {
    const [own, other] = [await watched(journal), await watched(await harness().open())];
    await appended(journal, competition, 'a');
    await journal.append(competition, nowhere, recordsOf('x'));
    await own.journal.seed(competition, 1);
    other.stop();
    await appended(journal, competition, 'b');
    const last = newCompetition();
    await appended(other.journal, last, 'z');
    await own.until(() => own.told.includes(`${last}:1`));
    // What other tests did may still be on its way.
    assert.ok(!own.told.some((told) => told.startsWith(`${competition}:`)));
    assert.ok(!other.told.includes(`${competition}:2`));
    await other.journal.close();
  });
}
