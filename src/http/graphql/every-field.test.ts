// Walks the schema, so that a field which nobody resolves, or which is never anything but null, cannot be added.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { clockOfMatch, lineClockOf } from '../../domain/clock/kept-clock.ts';
import { codesOf, post } from '../../testing/graphql-client.ts';
import { openHttpDesk } from '../../testing/http-desk.ts';
import { holdTournament } from '../../testing/tournament-day.ts';
import { schemaText } from './schema.ts';

const schema = buildSchema(schemaText);
const objectTypes = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'));
const allFields = objectTypes
  .filter(({ name }) => name !== 'Subscription')
  .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

/** Each object type once, as a fragment of all its fields but those left out. */
function everything(
  query: string,
  leftOut: readonly string[],
  withArguments: Readonly<Record<string, string>>,
): string {
  const fragments = objectTypes
    .filter(({ name }) => name !== 'Subscription' && name !== 'Query')
    .map((type) => {
      const fields = Object.values(type.getFields()).flatMap(({ name, type: of }) => {
        const field = `${type.name}.${name}`;
        const below = getNamedType(of);
        if (leftOut.includes(field)) return [];
        return [`${name}${withArguments[field] ?? ''}${isObjectType(below) ? ` { ...${below.name} }` : ''}`];
      });
      return `fragment ${type.name} on ${type.name} { __typename ${fields.join(' ')} }`;
    });
  return [query, ...fragments].join('\n');
}

/** `Type.field` of every value that is not null. */
function* fieldsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* fieldsIn(each);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
  const { __typename: type, ...fields } = value as Record<string, unknown>;
  for (const [name, field] of Object.entries(fields)) {
    if (field !== null && type !== undefined) yield `${type}.${name}`;
    yield* fieldsIn(field);
  }
}

const lists = ['Query.competitions', 'Competition.events', 'Event.matches'];

/** What each query asks for; together they are to meet everything. */
const asked = [
  { entry: 1, ranking: 'RM', event: 'RM', match: '2/1' },
  { entry: 3, ranking: 'BM', event: 'RM', match: '1/1' },
  { entry: 6, ranking: 'RW', event: 'RM', match: '2/2' },
  { entry: 10, ranking: 'RW', event: 'RW', match: 'A/1' },
  { entry: 10, ranking: 'RW', event: 'RW', match: '1/1' },
  { entry: 5, ranking: 'RU21M', event: 'R-mixed', match: 'none' },
];

function queryAbout({ entry, ranking, event, match }: (typeof asked)[number]): string {
  return everything('{ __typename competition(id: "tournament") { ...Competition } }', lists, {
    'Competition.category': `(code: "${ranking}")`,
    'Competition.entries': '(first: 2)',
    'Competition.entry': `(number: ${entry})`,
    'Competition.ranking': `(category: "${ranking}", first: 5)`,
    'Competition.runningRanking': '(category: "RM", basis: sameEnd, first: 6)',
    'Competition.matchClock': '(event: "RM", match: "1/1")',
    'Competition.event': `(id: "${event}")`,
    'Event.match': `(id: "${match}")`,
    'Event.qualification': '(first: 6)',
    'Event.finalRanking': '(first: 6)',
  });
}

test('every field has a value somewhere in a tournament of everything', async (t) => {
  const desk = await openHttpDesk(t);
  const { submit } = await holdTournament(desk.intake);
  await desk.logIn();
  const found = new Set<string>();
  const shortLists = [
    '{ __typename competitions { __typename id } }',
    '{ competition(id: "tournament") { __typename events { __typename matches { id } } } }',
  ];
  for (const query of [...shortLists, ...asked.map(queryAbout)]) {
    const answer = await post(desk, query);
    assert.deepEqual([answer.status, codesOf(answer)], [200, []], answer.text);
    for (const field of fieldsIn(answer.read())) found.add(field);
  }
  // A clock runs or stands, never both.
  const { state } = desk.intake.find('tournament') ?? {};
  const clock = state && lineClockOf(state.clocks, 0);
  const ofFinal = state && clockOfMatch(state.clocks, 'RM', '1/1');
  assert.ok(clock && ofFinal);
  const phase = { kind: 'paused', elapsedMs: 5_000, isEmergency: true } as const;
  await submit({ kind: 'setClock', clock: { ...clock, phase } });
  await submit({ kind: 'setMatchClock', event: 'RM', match: '1/1', clock: { ...ofFinal, phase } });
  const stopped = await post(
    desk,
    '{ competition(id: "tournament") { clock { __typename elapsedMs } matchClock(event: "RM", match: "1/1") { __typename elapsedMs } } }',
  );
  for (const field of fieldsIn(stopped.read())) found.add(field);
  const told = { kind: 'announce', announcement: 'lunch', text: 'Lunch at noon', place: 'everywhere' } as const;
  await submit({ ...told, until: Date.now() + 3_600_000 });
  for (const held of [
    { kind: 'category', category: 'BM' },
    { kind: 'match', event: 'RM', match: '1/1' },
  ] as const)
    await submit({ kind: 'freezePublic', held, by: 'Hakim', reason: 'A protest' });
  await submit({ kind: 'setOfficials', officials: [{ name: 'Ketut', role: 'Chair of judges' }] });
  const show = `{ competition(id: "tournament") { officials { __typename name role } show { __typename
    announcements { __typename id text place from until } underReview { __typename category event match at } } } }`;
  for (const field of fieldsIn((await post(desk, show)).read())) found.add(field);
  assert.deepEqual(
    allFields.filter((field) => !found.has(field)),
    [],
  );
});
