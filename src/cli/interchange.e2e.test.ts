// A competition leaves a running Tenring as a file and comes back, by the commands and the real program; what the file says without a server
// is what the server says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { exitCodes } from '../config/exit-codes.ts';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import type { Results } from '../interchange/results.ts';
import { readXlsx } from '../tables/read-xlsx.ts';
import { type DeskClient, openDesk } from '../testing/desk-client.ts';
import { createDataFolder, type RunningAppliance, runAppliance } from '../testing/run-appliance.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { tableNames } from '../wire/tables.ts';

const main = resolve(import.meta.dirname, '..', 'main.ts');
const folder = createDataFolder();
const password = 'correct horse battery';
const file = (name: string) => join(folder.path, name);
const document = competitionToDocument(wholeCompetition());

let appliance: RunningAppliance;
let desk: DeskClient;

before(async () => {
  appliance = await runAppliance({ dataFolder: file('data') });
  desk = await openDesk(appliance.origin, appliance.ready.deskCode, password);
  writeFileSync(file('password'), `${password}\n`);
  writeFileSync(file('whole.json'), JSON.stringify(document, undefined, 2));
});

after(async () => {
  await appliance.stop();
  folder.remove();
});

function tenring(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    input,
    timeout: 60_000,
  });
  return { code: status, out: stdout, said: stderr };
}

/** Without where it comes from, which differs between a competition and its copy. */
function contentOf(text: string): string {
  const { journal, ...content } = JSON.parse(text);
  assert.match(journal.head, /^[0-9a-f]{64}$/);
  return JSON.stringify(content);
}

const there = () => ['--url', appliance.origin, '--password-file', file('password')];
const names = async () => desk.request<readonly { readonly id: string }[]>('GET', '/api/competitions');

test('results as spreadsheets: one table as CSV, everything as a workbook that is not replaced unasked', () => {
  const csv = tenring(['results', file('whole.json'), '--csv', 'qualification', '--language', 'fr']);
  assert.equal(csv.code, exitCodes.ok, csv.said);
  assert.match(csv.out, /^\ufeffCatégorie,.*\r\nRM,Recurve Men,/);
  const book = ['results', file('whole.json'), '--xlsx', file('whole.xlsx')];
  assert.equal(tenring(book).code, exitCodes.ok);
  const { sheets } = readXlsx(readFileSync(file('whole.xlsx')));
  assert.deepEqual([sheets.length, sheets[0]], [tableNames.length, 'Entries']);
  assert.equal(tenring(book).code, exitCodes.fileExists);
  const unknown = tenring(['results', file('whole.json'), '--csv', 'secrets']);
  assert.deepEqual([unknown.code, unknown.out], [exitCodes.usage, '']);
  assert.match(unknown.said, /no table "secrets".*qualification/);
});

test('import, export, import, export: the same file, also after a restart', async () => {
  const imported = tenring(['import', file('whole.json'), ...there()]);
  assert.equal(imported.code, exitCodes.ok, imported.said);
  assert.match(imported.out, /^[a-z2-7]{8}\n$/);
  assert.match(imported.said, /Piala Uji is imported, 11 entries/);

  const exported = tenring(['export', 'piala', file('one.json'), ...there(), '--json']);
  assert.equal(exported.code, exitCodes.ok, exported.said);
  assert.equal(JSON.parse(exported.out).competition, imported.out.trim());
  const one = readFileSync(file('one.json'), 'utf8');
  assert.equal(contentOf(one), JSON.stringify(document));

  const again = tenring(['import', '-', ...there(), '--json'], one);
  assert.equal(again.code, exitCodes.ok, again.said);
  const { id, entryCount } = JSON.parse(again.out);
  assert.notEqual(id, imported.out.trim(), 'another competition');
  assert.equal(entryCount, 11);
  const two = tenring(['export', id, '-', '--url', appliance.origin], password);
  assert.equal(two.code, exitCodes.ok, two.said);
  assert.equal(contentOf(two.out), contentOf(one));
  assert.equal(two.said, '');

  assert.equal(await appliance.stop(), exitCodes.ok, appliance.log());
  appliance = await runAppliance({ dataFolder: file('data') });
  desk = await openDesk(appliance.origin, undefined, password);
  assert.equal(tenring(['export', id, '-', ...there()]).out, two.out, 'the head too');
});

test('nothing is overwritten unless that is asked for, and no competition is guessed', async () => {
  const [first, second] = await names();
  writeFileSync(file('mine.json'), 'mine');
  const refused = tenring(['export', first?.id ?? '', file('mine.json'), ...there()]);
  assert.deepEqual([refused.code, readFileSync(file('mine.json'), 'utf8')], [exitCodes.fileExists, 'mine']);
  const forced = tenring(['export', first?.id ?? '', file('mine.json'), ...there(), '--force']);
  assert.equal(forced.code, exitCodes.ok, forced.said);
  assert.equal(contentOf(readFileSync(file('mine.json'), 'utf8')), contentOf(readFileSync(file('one.json'), 'utf8')));

  const ambiguous = tenring(['export', 'Piala', file('x.json'), ...there()]);
  assert.equal(ambiguous.code, exitCodes.notFound);
  assert.ok(first && second && ambiguous.said.includes(first.id) && ambiguous.said.includes(second.id), ambiguous.said);
  assert.ok(!existsSync(file('x.json')));
});

test('what the file says without a server is what the server says', async () => {
  const [first] = await names();
  const run = tenring(['results', file('one.json'), '--json']);
  assert.equal(run.code, exitCodes.ok, run.said);
  const results: Results = JSON.parse(run.out);
  const ask = (path: string) => desk.request<Answer>('GET', `/api/competitions/${first?.id}/${path}`);
  for (const { category, rows, cut, tieBreak } of results.categories) {
    const answer = await ask(`rankings/${category}`);
    assert.deepEqual([answer.cut, answer.tieBreak], [cut, tieBreak]);
    assertSame(rows, answer.rows, ['entry', 'rank', 'rankByScore', 'total', 'counts', 'decidedBy', 'isIn', 'records']);
  }
  assert.equal(results.events.length, 3);
  for (const { event, qualification, matches, pools, finalRanking } of results.events) {
    const { rows, openTies, unfinished } = await ask(`events/${event}/qualification`);
    assertSame(qualification.rows, rows, ['key', 'rank', 'total', 'isIn']);
    assert.deepEqual([openTies, unfinished], [qualification.openTies, qualification.unfinished]);
    const bracket = await ask(`events/${event}/bracket`);
    assertSame(matches, bracket.matches, ['id', 'winner', 'points', 'totals', 'hasBegun', 'slot', 'pool']);
    assertSame(
      pools.flatMap((pool) => pool.rows),
      bracket.pools?.flatMap((pool) => pool.rows),
      ['seed', 'place', 'won'],
    );
    assertSame(finalRanking, (await ask(`events/${event}/final-ranking`)).rows, ['key', 'place', 'medal']);
  }
  for (const table of ['club', 'country'] as const) {
    assert.deepEqual((await ask(`medals?of=${table}`)).rows, results.medals[table]);
  }
});

interface Answer {
  readonly cut?: number | null;
  readonly tieBreak?: readonly string[];
  readonly rows?: readonly object[];
  readonly openTies?: unknown;
  readonly unfinished?: unknown;
  readonly matches?: readonly object[];
  readonly pools?: readonly { readonly rows: readonly object[] }[];
}

function assertSame(mine: readonly object[], theirs: readonly object[] | undefined, members: readonly string[]): void {
  const only = (rows: readonly object[] | undefined) =>
    rows?.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => members.includes(name))));
  for (const row of mine) for (const member of members) assert.ok(member in row, member);
  assert.deepEqual(only(mine)?.map(sorted), only(theirs)?.map(sorted));
}

function sorted(row: object): object {
  return Object.fromEntries(Object.entries(row).toSorted());
}

for (const [title, change, pointer] of [
  ['cut off', (text: string) => text.slice(0, text.indexOf('"Archer 3"') + 4), '/entries/2/name'],
  [
    'with a circle in its bracket',
    (text: string) => text.replace(/"from": "seed",\s+"seed": 4/, '"from": "winner", "match": "1/1"'),
    '/events/0/draw/matches/0/b',
  ],
] as const) {
  test(`a file ${title} is refused at its place, by the server and without one, and nothing is imported`, async () => {
    const whole = readFileSync(file('whole.json'), 'utf8');
    const broken = change(whole);
    assert.notEqual(broken, whole);
    writeFileSync(file('broken.json'), broken);
    const competitions = await names();
    for (const run of [
      tenring(['import', file('broken.json'), ...there()]),
      tenring(['results', file('broken.json')]),
    ]) {
      assert.equal(run.code, exitCodes.badFile, run.said);
      assert.equal(run.out, '');
      assert.match(run.said, /^tenring: .*broken\.json .*\n$/);
      assert.ok(run.said.includes(pointer), run.said);
    }
    assert.deepEqual(await names(), competitions);
  });
}

test('bad days: a wrong password, none, no such competition, no file, nobody there', () => {
  const at = ['--url', appliance.origin];
  const wrong = tenring(['export', 'x', '-', ...at], 'wrong');
  assert.deepEqual([wrong.code, wrong.out], [exitCodes.notAllowed, '']);
  assert.equal(tenring(['import', '-', ...at], '{}').code, exitCodes.usage, 'file and password both from stdin');
  const unknown = tenring(['export', 'Nowhere', '-', ...there()]);
  assert.equal(unknown.code, exitCodes.notFound);
  assert.match(unknown.said, /no competition "Nowhere".*Piala Uji/);
  assert.equal(tenring(['results', file('no')]).code, exitCodes.noFile);
  const nobody = tenring(['export', 'x', '-', '--url', 'http://127.0.0.1:9'], password);
  assert.equal(nobody.code, exitCodes.noAnswer);
  assert.match(nobody.said, /Nothing answers.*tenring start/);
});
