import assert from 'node:assert/strict';
import { test } from 'node:test';
import { competitionToDocument } from '../domain/document/competition-to-document.ts';
import type { DocumentFlaw } from '../domain/document/document.ts';
import { wholeCompetition } from '../testing/whole-competition.ts';
import { documentOfJson, readDocument } from './read-document.ts';

const whole = competitionToDocument(wholeCompetition());
const text = JSON.stringify(whole, undefined, 2);

function flawOf(read: ReturnType<typeof readDocument>): DocumentFlaw {
  assert.ok(read.kind === 'flaw', 'nothing was read');
  return read.flaw;
}

test('a file is read as it was written, also with a byte order mark and without a line break', () => {
  for (const written of [text, `\ufeff${text}`, JSON.stringify(whole)]) {
    assert.deepEqual(readDocument(written), { kind: 'document', document: whole });
  }
});

test('what a file leaves out is empty', () => {
  const { format, version, name, venue, from, to, discipline, ruleSetId } = whole;
  const least = { format, version, name, venue, from, to, discipline, ruleSetId };
  const empty = { rounds: [], categories: [], sessions: [], records: [], entries: [], cards: [], events: [] };
  assert.deepEqual(documentOfJson({ $schema: 'x', ...least }), { kind: 'document', document: { ...least, ...empty } });
  const [setup] = whole.events.map((event) => event.setup);
  const entries = [{ number: 1, name: 'A', club: '', category: 'RM' }];
  const read = documentOfJson({
    ...least,
    entries,
    cards: [{ entry: 1 }],
    events: [{ setup, cards: [{ match: 'x' }] }],
  });
  assert.ok(read.kind === 'document');
  assert.deepEqual(read.document.entries, [{ ...entries[0], target: null }]);
  assert.deepEqual(read.document.cards, [{ entry: 1, ends: [] }]);
  assert.deepEqual(read.document.events, [{ setup, ties: [], cards: [{ match: 'x', ends: [] }], schedule: [] }]);
});

test('a file that is cut off is refused wherever that was, at the member that was being read', () => {
  for (let length = 0; length < text.length; length += 37) {
    const { problem, found } = flawOf(readDocument(text.slice(0, length)));
    assert.equal(problem, 'notJson');
    const lines = text.slice(0, length).split('\n');
    assert.match(found, new RegExp(`^${lines.length}:\\d+$`));
  }
  const at = text.indexOf('"club": "Elang"', text.indexOf('"number": 7'));
  assert.equal(flawOf(readDocument(text.slice(0, at + 12))).pointer, '/entries/6/club');
});

for (const [title, value, problem, pointer, found] of [
  ['a list', [], 'notTenring', '/format', ''],
  ['a file of another program', { format: 'ianseo' }, 'notTenring', '/format', '"ianseo"'],
  ['a newer version, whatever else it has', { ...whole, version: 2, wind: 3 }, 'newerVersion', '/version', '2'],
  ['no version', { ...whole, version: undefined }, 'shape', '/version', ''],
  ['a version that never was', { ...whole, version: 0.5 }, 'shape', '/version', '0.5'],
  ['a member with a slip in its name', { ...whole, catagories: [] }, 'unknown', '/catagories', '[]'],
  ['a name that is missing', { ...JSON.parse(text), name: undefined }, 'shape', '/name', ''],
  ['a number for a text', { ...whole, venue: 7 }, 'shape', '/venue', '7'],
  ['an unknown discipline', { ...whole, discipline: 'run-archery' }, 'shape', '/discipline', '"run-archery"'],
  ['an object for a list', { ...whole, entries: {} }, 'shape', '/entries', '{}'],
] as const) {
  test(`refused: ${title}`, () => {
    assert.deepEqual(flawOf(documentOfJson(value)), { problem, pointer, found });
  });
}

/** The whole file with one place changed; undefined takes the member away. */
function changed(place: string, value: unknown): unknown {
  const document = JSON.parse(text);
  const steps = place.split('/').slice(1);
  const last = steps.pop() ?? '';
  const holder = steps.reduce((inner, step) => inner[step], document);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return document;
}

for (const [place, value, problem, pointer, found] of [
  ['/name', undefined, 'missing', '/name', ''],
  ['/entries/3/club', undefined, 'missing', '/entries/3/club', ''],
  ['/entries/3/number', 0, 'shape', '/entries/3/number', '0'],
  ['/entries/3/number', 1e9, 'shape', '/entries/3/number', '1000000000'],
  ['/entries/3/name', 'x'.repeat(501), 'shape', '/entries/3/name', `"${'x'.repeat(59)}…`],
  ['/entries/3/a~1b', 1, 'unknown', '/entries/3/a~01b', '1'],
  ['/cards/0/ends/0/3', '9.5', 'shape', '/cards/0/ends/0/3', '"9.5"'],
  ['/cards/0/ends/0/3', 9, 'shape', '/cards/0/ends/0/3', '9'],
  ['/cards/0/ends/0', 'X', 'shape', '/cards/0/ends/0', '"X"'],
  ['/cards/0/standing', 'DNX', 'shape', '/cards/0/standing', '"DNX"'],
  ['/cards/0/lock/actor', { role: 'judge' }, 'shape', '/cards/0/lock/actor/role', '"judge"'],
  ['/cards/0/lock/actor', {}, 'missing', '/cards/0/lock/actor/role', ''],
  ['/cards/0/lock/actor', { role: 'scorer' }, 'missing', '/cards/0/lock/actor/device', ''],
  ['/cards/0/lock/at', 'today', 'shape', '/cards/0/lock/at', '"today"'],
  ['/rounds/1/distances/0/face/spots', 2, 'shape', '/rounds/1/distances/0/face/spots', '2'],
  ['/events/0/setup/elimination/chart', 6, 'shape', '/events/0/setup/elimination/chart', '6'],
  ['/events/0/setup/elimination/system', 'ladder', 'shape', '/events/0/setup/elimination/system', '"ladder"'],
  ['/events/0/setup/elimination/pools', 2, 'unknown', '/events/0/setup/elimination/pools', '2'],
  ['/events/1/setup/contest/teamsOf', 'school', 'shape', '/events/1/setup/contest/teamsOf', '"school"'],
  ['/events/0/draw/matches/0/a', { from: 'hat' }, 'shape', '/events/0/draw/matches/0/a/from', '"hat"'],
  ['/events/0/draw/matches/0/a/seed', undefined, 'missing', '/events/0/draw/matches/0/a/seed', ''],
  ['/events/0/cards/0/ends/2/b/0', '0', 'shape', '/events/0/cards/0/ends/2/b/0', '"0"'],
] as const) {
  test(`refused: ${place} as ${JSON.stringify(value)?.slice(0, 40)}`, () => {
    assert.deepEqual(flawOf(documentOfJson(changed(place, value))), { problem, pointer, found });
  });
}
