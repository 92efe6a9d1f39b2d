// Publishing by a clock that the test moves: into a folder, and by PUT to a web space that is not always there.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Command } from '../domain/commands.ts';
import { relayedAnswerAt } from '../http/relayed-answers.ts';
import { publicIntake } from '../intake/public-intake.ts';
import type { Clock } from '../kit/clock.ts';
import { type Changes, createChanges } from '../relay/changes.ts';
import { createMemoryIntake, type MemoryIntake } from '../testing/memory-intake.ts';
import { categoryOf, creation, newEntry, organiser, score } from '../testing/small-competition.ts';
import { openWebSpace } from '../testing/web-space.ts';
import type { PublishingStatus } from '../wire/api-relay.ts';
import { fileStem } from './competition-files.ts';
import { createFolderTarget } from './folder-target.ts';
import type { PublishTarget } from './publish-target.ts';
import { createPublisher } from './publisher.ts';
import { createPutTarget } from './put-target.ts';

let commands = 0;

async function ask(intake: MemoryIntake, command: Command): Promise<void> {
  commands += 1;
  const context = { commandId: String(commands).padStart(32, '0'), at: 0, actor: organiser };
  assert.equal((await intake.submit('c1', command, context)).kind, 'accepted');
}

const evil = '<script>alert("x")</script> & Co';

async function competition(): Promise<MemoryIntake> {
  const intake = createMemoryIntake();
  await ask(intake, { ...creation, name: `Piala ${evil}` });
  const entries = [
    newEntry('Adi Pranata', 'RM', '1A'),
    newEntry(evil, 'RM', '1B', evil),
    newEntry('Citra', 'CW', '2A'),
  ];
  await ask(intake, { kind: 'importEntries', categories: [categoryOf('RM'), categoryOf('CW')], entries });
  return intake;
}

interface Rounds {
  /** Lets the publisher go round once more: the wait is over. */
  next(): Promise<void>;
  readonly waits: number[];
  readonly status: PublishingStatus | undefined;
}

function publish(t: { after(step: () => unknown): void }, intake: MemoryIntake, target: PublishTarget): Rounds {
  const waits: number[] = [];
  let wake: (() => void) | undefined;
  let slept = Promise.withResolvers<void>();
  let nowMs = 1_780_000_000_000;
  let status: PublishingStatus | undefined;
  const clock: Clock = {
    now: () => nowMs,
    sleep(ms, signal) {
      waits.push(ms);
      slept.resolve();
      return new Promise((resolve, reject) => {
        wake = () => {
          nowMs += ms;
          resolve();
        };
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    },
  };
  const changes: Changes = createChanges({ intake: publicIntake(intake), clock, answerAt: relayedAnswerAt });
  intake.onCommitted(changes.committed);
  const publisher = createPublisher({
    ...{ target, to: 'there', everyMs: 60_000, language: 'en', clock, random: () => 1 },
    pull: changes.take,
    tell: (next) => {
      status = next;
    },
    log: { info: () => undefined, warn: () => undefined },
  });
  const running = publisher.run();
  t.after(async () => {
    publisher.stop();
    await running;
  });
  return {
    waits,
    async next() {
      await slept.promise;
      slept = Promise.withResolvers();
      wake?.();
      await slept.promise;
    },
    get status() {
      return status;
    },
  };
}

function folderFor(t: { after(step: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-publish-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'www');
}

describe('published results', () => {
  test('are pages without script and JSON, escaped, ranked, in the folder', async (t) => {
    const [intake, folder] = [await competition(), folderFor(t)];
    const rounds = publish(t, intake, createFolderTarget(folder));
    await rounds.next();
    assert.deepEqual(readdirSync(folder).sort(), [
      ...['c1.CW.html', 'c1.CW.json', 'c1.RM.html', 'c1.RM.json', 'c1.html', 'c1.json', 'index.html'],
    ]);
    await ask(intake, score(1, 1, 0, '9', '9', '9', '9', '9', '9'));
    await ask(intake, score(2, 1, 0, 'X', '10', '9', '9', '9', '9'));
    await rounds.next();
    const page = readFileSync(join(folder, 'c1.RM.html'), 'utf8');
    assert.ok(!page.includes('<script'), 'whatever names have in them');
    assert.match(page, /&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; Co/);
    assert.ok(page.indexOf('alert', page.indexOf('<tbody>')) < page.indexOf('Adi Pranata'), '56 before 54');
    const { rows } = JSON.parse(readFileSync(join(folder, 'c1.RM.json'), 'utf8'));
    assert.deepEqual(
      rows.map(({ rank, name, total }: { rank: number; name: string; total: number }) => [rank, name, total]),
      [
        [1, evil, 56],
        [2, 'Adi Pranata', 54],
      ],
    );
  });

  test('say what is announced and what is under review, for as long as it is', async (t) => {
    const [intake, folder] = [await competition(), folderFor(t)];
    const rounds = publish(t, intake, createFolderTarget(folder));
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    await ask(intake, { kind: 'announce', announcement: 'a', text: `Lunch ${evil}`, place: 'everywhere' });
    await ask(intake, { kind: 'announce', announcement: 'b', text: 'For the hall only', place: 'screens' });
    const until = 1_780_000_000_000 + 90_000;
    await ask(intake, { kind: 'announce', announcement: 'c', text: 'Soon over', place: 'everywhere', until });
    const held = { kind: 'category', category: 'RM' } as const;
    await ask(intake, { kind: 'freezePublic', held, by: 'Hakim', reason: 'A protest' });
    await ask(intake, score(1, 1, 0, '9', '9', '9', '9', '9', '9'));
    await rounds.next();
    for (const page of ['c1.html', 'c1.RM.html', 'c1.CW.html'].map(read)) {
      assert.match(page, /Lunch &lt;script&gt;/);
      assert.match(page, /Soon over/);
      assert.doesNotMatch(page, /For the hall only|Hakim|protest|<script/);
    }
    assert.match(read('c1.RM.html'), /Under review/);
    assert.doesNotMatch(read('c1.RM.html'), /54/, 'as it stood');
    assert.doesNotMatch(read('c1.CW.html'), /Under review/);
    const told = JSON.parse(read('c1.json'));
    assert.deepEqual(told.underReview, [{ held, at: 0 }]);
    assert.equal(told.announcements.length, 2);
    await ask(intake, { kind: 'releasePublic', held });
    await rounds.next();
    assert.doesNotMatch(read('c1.RM.html'), /Under review|Soon over/);
    assert.match(read('c1.RM.html'), /54/);
  });

  test('are written only where they say something new, also by another run', async (t) => {
    const [intake, folder] = [await competition(), folderFor(t)];
    const rounds = publish(t, intake, createFolderTarget(folder));
    await rounds.next();
    assert.equal(rounds.status?.written, 7);
    await rounds.next();
    assert.equal(rounds.status?.written, 7);
    await ask(intake, score(3, 1, 0, '9'));
    await rounds.next();
    assert.equal(rounds.status?.written, 9, 'CW.html and CW.json');
    const again = publish(t, intake, createFolderTarget(folder));
    await again.next();
    assert.equal(again.status?.written, 0);
  });

  test('go by PUT with name and password; what fails is tried again, later each time, and is the newest then', async (t) => {
    const [intake, space] = [await competition(), await openWebSpace(t, 'club', 'pässword')];
    const rounds = publish(t, intake, createPutTarget({ url: space.url, user: 'club', password: 'pässword' }));
    await rounds.next();
    assert.equal(space.puts.length, 7);
    assert.equal(rounds.status?.trouble, null);
    space.status = 500;
    for (let box = 0; box < 3; box += 1) {
      await ask(intake, score(3, 1, box, '9'));
      await rounds.next();
    }
    assert.match(rounds.status?.trouble ?? '', /did not take c1\.CW\.html \(500\)/);
    const late = rounds.waits.slice(-3);
    assert.ok(late[0] === 5_000 && (late[2] ?? 0) > (late[1] ?? 0), late.join(' '));
    space.status = undefined;
    await rounds.next();
    assert.equal(rounds.status?.trouble, null);
    assert.equal(space.puts.length, 9, 'each once');
    assert.match(space.files.get('c1.CW.json') ?? '', /"total": 27/);
  });

  test('that nobody lets in, or that lead elsewhere, say so without the password', async (t) => {
    const [intake, space] = [await competition(), await openWebSpace(t, 'club', 'right')];
    const rounds = publish(t, intake, createPutTarget({ url: space.url, user: 'club', password: 'wrong-secret' }));
    await rounds.next();
    assert.match(rounds.status?.trouble ?? '', /does not let us in \(401\)/);
    assert.ok(!JSON.stringify(rounds.status).includes('wrong-secret'));
    space.status = 302;
    await rounds.next();
    assert.match(rounds.status?.trouble ?? '', /\(302\)/);
    assert.equal(space.puts.length, 0);
  });

  test('a folder that cannot be made is told', async (t) => {
    const file = join(folderFor(t), '..', 'a file');
    writeFileSync(file, '');
    const rounds = publish(t, await competition(), createFolderTarget(join(file, 'www')));
    await rounds.next();
    assert.match(rounds.status?.trouble ?? '', /a file\/www cannot be/);
  });
});

test('names of files keep apart what differs only in what they cannot have', () => {
  const stems = [
    fileStem('c1', 'R M'),
    fileStem('c1', 'R/M'),
    fileStem('c1', 'R_M'),
    fileStem('c1-R', 'M'),
    fileStem('c1'),
  ];
  assert.equal(new Set(stems).size, stems.length);
  for (const stem of stems) assert.match(stem, /^[\w.-]+$/);
});
