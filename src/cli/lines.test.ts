// What commands print, from what they are told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompetitionView } from '../wire/api-competitions.ts';
import type { StatusView } from '../wire/api-status.ts';
import { CommandError } from './command-error.ts';
import { chooseDevice, deviceLines, type ListedDevice } from './devices.ts';
import { competitionLines, competitionTable, stateOf } from './event-lines.ts';
import { type ProgressOutput, whileWaiting } from './progress.ts';
import { statusLines } from './status-lines.ts';
import { describeBytes, describeSpan, today } from './units.ts';

test('sizes, spans and days as people say them', () => {
  assert.deepEqual([0, 999, 1_000, 1_540_000, 123_456_789, 32e9].map(describeBytes), [
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '1.5 MB',
    '123 MB',
    '32.0 GB',
  ]);
  assert.deepEqual([-5, 59_999, 60_000, 3_600_000 * 5 + 60_000 * 7, 86_400_000 * 2 + 3_600_000].map(describeSpan), [
    '0 s',
    '59 s',
    '1 min 0 s',
    '5 h 7 min',
    '2 d 1 h',
  ]);
  assert.equal(today(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
});

const competition = {
  ...{ id: 'abcdefgh', name: 'Spring\u001b Cup', venue: 'Depok', from: '2026-05-01', to: '2026-05-02' },
  ...{ discipline: 'outdoor', ruleSetId: 'wa-2026', isClosed: false, scoring: 'one', entryCount: 2 },
  journal: { facts: 3, head: '' },
  categories: [
    { code: 'RM', name: 'Recurve men', roundId: 'wa-70', roundName: 'WA 70 m', entries: 2, isOfficial: false },
  ],
} as const satisfies CompetitionView;

test('a competition is coming, on today, over, or archived', () => {
  const at = (day: string) => stateOf(competition, day);
  assert.deepEqual(['2026-04-30', '2026-05-01', '2026-05-02', '2026-05-03'].map(at), [
    'coming',
    'today',
    'today',
    'over',
  ]);
  assert.equal(stateOf({ ...competition, isClosed: true }, '2026-05-01'), 'archived');
  assert.match(competitionTable([], '2026-05-01').join(), /No competition yet.*tenring events new/);
  const [, row = ''] = competitionTable([competition], '2026-05-01');
  assert.equal(row, 'Spring  Cup  abcdefgh  2026-05-01  2026-05-02  Depok        2  today');
  const lines = competitionLines(competition, '2026-05-01').join('\n');
  assert.match(lines, /Days +2026-05-01 to 2026-05-02\n/);
  assert.match(lines, /RM +Recurve men +wa-70 +2$/);
  assert.ok(!lines.includes('\u001b'), 'a name can do nothing to the terminal');
});

const status: StatusView = {
  ...{ version: '1.2.3', now: 7_260_000, startedAt: 60_000, dataFolder: '/srv/tenring', demo: false },
  addresses: ['http://10.0.0.7:8000', 'http://10.0.0.8:8000'],
  competitions: [
    {
      ...{ id: 'abcdefgh', name: 'Spring Cup', from: '2026-05-01', to: '2026-05-02', isClosed: false },
      ...{ entries: 1_200, arrows: 12_345, devices: { paired: 24, connected: 23 } },
    },
    {
      ...{ id: 'ijklmnop', name: 'Long ago', from: '2020-05-01', to: '2020-05-02', isClosed: true },
      ...{ entries: 1, arrows: 1, devices: { paired: 1, connected: 0 } },
    },
  ],
  sockets: { tablets: 23, viewers: 130 },
  acks: { count: 5_000, medianMs: 2.04, slowMs: 7.26, sample: 1_000 },
  journal: { state: 'up', lagFacts: 0 },
  archive: { facts: 5_100, fileBytes: 5_000_000, lastCommitMs: 3 },
  disk: { freeBytes: 12e9, totalBytes: 32e9 },
  memory: { usedBytes: 210e6, freeBytes: 2e9, totalBytes: 4e9 },
  relay: null,
  publishing: null,
  backup: null,
  certificate: null,
  standbys: [],
  troubles: [],
};

test('the status in lines: what is on, how soon it is saved, what is wrong', () => {
  const text = statusLines(status).join('\n');
  for (const line of [
    /^Tenring 1\.2\.3, up for 2 h 0 min, since /,
    /^ {2}Addresses +http:\/\/10\.0\.0\.7:8000\n +http:\/\/10\.0\.0\.8:8000$/m,
    /^ {2}Spring Cup +1,200 +12,345 +23 of 24$/m,
    /^ {2}Saved within +2\.0 ms as a rule, 99 of 100 within 7\.3 ms \(the last 1,000 of 5,000\)$/m,
    /^ {2}Journal +works, all archived$/m,
    /^ {2}Disk +12\.0 GB of 32\.0 GB free$/m,
    /^ {2}Last backup +none since Tenring was started: tenring backup makes one$/m,
    /^ {2}All is well\.$/m,
  ]) {
    assert.match(text, line);
  }
  assert.doesNotMatch(text, /Long ago|undefined|null/);

  const trouble = { kind: 'missing', message: 'the stick is missing' } as const;
  const backup = { lastAt: 7_200_000, lastFile: 'a.backup', nextAt: null, trouble };
  const certificate = {
    validTo: Date.UTC(2036, 4, 5, 12),
    trouble: { kind: 'authorityEnds', message: 'The authority ends.' },
  } as const;
  const journal = { state: 'down', lagFacts: 1_500 } as const;
  const acks = { count: 0, medianMs: null, slowMs: null, sample: 0 };
  const known = { id: 's1', origin: 'http://10.0.0.9:8000', pairedAt: 0, others: [] };
  const standbys = [
    { ...known, name: 'Mini', seenAt: status.now - 1_000, behind: 0 },
    { ...known, name: 'Old', seenAt: status.now - 120_000, behind: 7 },
    { ...known, name: 'New', seenAt: null, behind: 9 },
  ];
  const troubles = [{ code: 'journalDown', message: 'The journal cannot be reached.' }];
  const bad = statusLines({ ...status, competitions: [], acks, backup, certificate, journal, standbys, troubles }).join(
    '\n',
  );
  for (const line of [
    /No competition yet/,
    /Saved within +nothing yet/,
    /cannot be reached, 1,500 facts on their way/,
    /Last backup +1 min 0 s ago, a\.backup/,
    /Standby +Mini: has everything$/m,
    /Standby +Old: not heard for 2 min 0 s, 7 facts behind$/m,
    /Standby +New: not heard since the start$/m,
    /Certificate +good until 5 May 2036$/m,
    /Trouble: The journal cannot be reached\.\n {2}Trouble: No backup can be made: the stick is missing\n {2}Trouble: The authority ends\.$/,
  ]) {
    assert.match(bad, line);
  }
  assert.doesNotMatch(bad, /All is well/);
});

const device = (id: string, label: string, more: Partial<ListedDevice> = {}): ListedDevice => ({
  ...{ id, label, butt: 5, card: 'first', online: false, revoked: false },
  ...{ competition: 'abcdefgh', competitionName: 'Spring Cup', ...more },
});

test('a tablet is chosen by its id or a name that no other has; one that is shut out is not meant', () => {
  const all = [
    device('aaa', 'Left'),
    device('bbb', 'Twin'),
    device('ccc', 'TWIN'),
    device('ddd', 'Old', { revoked: true }),
  ];
  assert.equal(chooseDevice(all, 'aaa').id, 'aaa');
  assert.equal(chooseDevice(all, ' left ').id, 'aaa');
  assert.equal(chooseDevice([...all, device('eee', 'Old')], 'old').id, 'eee');
  const refuses = (asked: string, words: RegExp) =>
    assert.throws(
      () => chooseDevice(all, asked),
      (error) => error instanceof CommandError && words.test(error.message),
    );
  refuses('twin', /Twin \(bbb\) in Spring Cup, TWIN \(ccc\)/);
  refuses('old', /shut out already/);
  refuses('lef', /no tablet "lef"/);
  assert.match(deviceLines([]).join(), /scan the QR code/);
  const lines = deviceLines([device('aaa', 'Left', { online: true }), device('bbb', '', { card: 'second' })]);
  assert.match(lines[1] ?? '', /Spring Cup +5 +Left +aaa +connected$/);
  assert.match(lines[2] ?? '', /bbb +second +away$/);
});

test('what takes more than a second counts it, on a terminal only, and leaves nothing', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const written: string[] = [];
  const output = (isTTY: boolean): ProgressOutput => ({ isTTY, write: (text) => written.push(text) });
  const wait = async (isTTY: boolean, ticks: number) => {
    const work = Promise.withResolvers<string>();
    const waiting = whileWaiting('Importing', work.promise, output(isTTY));
    t.mock.timers.tick(ticks);
    work.resolve('done');
    assert.equal(await waiting, 'done');
    return written.splice(0);
  };
  assert.deepEqual(await wait(true, 900), []);
  assert.deepEqual(await wait(false, 5_000), []);
  assert.deepEqual(await wait(true, 2_000), ['\r\u001b[KImporting… 1 s', '\r\u001b[KImporting… 2 s', '\r\u001b[K']);
});
