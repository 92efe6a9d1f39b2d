// What holds for every operation alike, tried on the steps of one small tournament.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { type Step, tournament } from '../testing/rest-tournament.ts';
import { askStep, type Names, takeStep, takeSteps } from '../testing/take-steps.ts';

const changesNothing = /preview$|message$|report$|propose$|join-code$|\/prints/;

function isCommand({ operation }: Step): boolean {
  return /^(POST|PUT|PATCH|DELETE) \/api\/competitions/.test(operation) && !changesNothing.test(operation);
}

const commandId = (number: number) => number.toString(16).padStart(32, '0');

test('a command that is sent again with its id takes effect once, and is answered as well', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const names: Names = {};
  for (const [index, step] of tournament.entries()) {
    const headers = { 'x-command-id': commandId(index) };
    await takeStep(desk, step, names, headers);
    if (!isCommand(step)) continue;
    const facts = desk.intake.facts.length;
    const again = await askStep(desk, step, names, headers);
    assert.ok(again.status === step.status || again.status === 200, `${step.operation}: ${again.text}`);
    assert.equal(desk.intake.facts.length, facts, step.operation);
  }
});

test('nothing is decided for an id that is none', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const names: Names = {};
  for (const step of tournament) {
    if (isCommand(step)) {
      const facts = desk.intake.facts.length;
      const answer = await askStep(desk, step, names, { 'x-command-id': 'nonsense' });
      assert.deepEqual([answer.status, answer.code], [400, 'badRequest'], step.operation);
      assert.equal(desk.intake.facts.length, facts, step.operation);
    }
    await takeStep(desk, step, names);
  }
});

test('with the journal away every command is put off and says so', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const names: Names = {};
  for (const step of tournament) {
    if (isCommand(step)) {
      desk.intake.defer = 'journalDown';
      const answer = await askStep(desk, step, names);
      assert.deepEqual([answer.status, answer.code], [503, 'journalDown'], step.operation);
      desk.intake.defer = undefined;
    }
    await takeStep(desk, step, names);
  }
});

test('what everybody may see has the position as its ETag, and is not sent twice', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const names = await takeSteps(desk, tournament);
  const isRead = /^GET \/api\/(competitions|rounds|faces|rule)/;
  const isGone = (url = '') => url.includes('/clubs/');
  const isPrint = /\/(prints\/|tables$|site$|tables\/|logo$)/;
  const reads = tournament.filter(
    ({ operation, url }) => isRead.test(operation) && !isPrint.test(operation) && !isGone(url),
  );
  const forOrganiser = /targets$|devices$|changes$|export$|ties$|cards$|feed$|screens$|notes$|papers$|stages$/;
  let held = 0;
  for (const step of reads) {
    const first = await askStep(desk, step, names);
    if (forOrganiser.test(step.operation)) {
      assert.equal(first.headers.etag, undefined, step.operation);
      assert.equal(first.headers['cache-control'], 'no-store', step.operation);
      continue;
    }
    const etag = String(first.headers.etag);
    assert.match(etag, /^"9\.9\.9/, step.operation);
    const second = await askStep(desk, step, names, { 'if-none-match': etag });
    assert.deepEqual([second.status, second.text], [304, ''], step.operation);
    held += 1;
  }
  assert.ok(held > 20);
});

test('a property that is not described is refused, and so is a body without end', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const names: Names = {};
  const tried = new Set(['POST /api/competitions', 'POST /api/competitions/import']);
  for (const step of tournament) {
    const { json, operation } = step;
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    if (operation.includes('/competitions') && isObject && !tried.has(operation)) {
      tried.add(operation);
      const facts = desk.intake.facts.length;
      const answer = await askStep(desk, { ...step, json: { ...json, surprise: 1 } }, names);
      assert.deepEqual([answer.status, answer.code], [400, 'badRequest'], `${operation} ${answer.text}`);
      const endless = await askStep(desk, { ...step, json: { ...json, surprise: 'x'.repeat(9_000_000) } }, names);
      assert.deepEqual([endless.status, endless.code], [413, 'tooLarge'], operation);
      assert.equal(desk.intake.facts.length, facts, operation);
    }
    await takeStep(desk, step, names);
  }
});

test('nothing is found in a competition, event, entry or match that is not there', async (t) => {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const names = await takeSteps(desk, tournament);
  const rm = `/api/competitions/${names.id}/events/RM`;
  for (const step of tournament) {
    const { operation } = step;
    if (!(step.url ?? operation).includes('{id}')) continue;
    const facts = desk.intake.facts.length;
    const answer = await askStep(desk, step, { ...names, id: 'nosuchid' });
    assert.deepEqual([answer.status, answer.code], [404, 'unknownCompetition'], operation);
    assert.equal(desk.intake.facts.length, facts, operation);
  }
  for (const [url, code] of [
    [`/api/competitions/${names.id}/events/XX`, 'unknownEvent'],
    [`/api/competitions/${names.id}/events/XX/bracket`, 'unknownEvent'],
    [`/api/competitions/${names.id}/events/XX/qualification`, 'unknownEvent'],
    [`/api/competitions/${names.id}/events/XX/final-ranking`, 'unknownEvent'],
    [`${rm}/matches/9-9`, 'unknownMatch'],
    [`/api/competitions/${names.id}/entries/99`, 'unknownEntry'],
    [`/api/competitions/${names.id}/entries/99/scorecard`, 'unknownEntry'],
    [`/api/competitions/${names.id}/rankings/XX`, 'unknownCategory'],
    [`/api/competitions/${names.id}/categories/XX`, 'unknownCategory'],
  ] as const) {
    const answer = await desk.ask('GET', url);
    assert.deepEqual([answer.status, answer.code], [404, code], url);
  }
});
