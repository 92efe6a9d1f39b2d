// Every message that a client may send × everybody who may send it, on real sockets and the real rules. The good command is first sent by
// all who may not: each is refused or closed with a code; then the device of that target sends it, and its facts are the only ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScoringCommand } from '../domain/commands.ts';
import { type Devices, joinDevices, openRoles } from '../testing/every-role.ts';
import type { Headers, LiveClient } from '../testing/live-client.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';
import type { ClientMessage, DeviceCredentials } from '../wire/client-to-server.ts';
import { closeCodes } from '../wire/codes.ts';

const round = {
  name: 'One end',
  discipline: 'outdoor',
  distances: [{ metres: 70, faceId: '122', ends: 1, arrowsPerEnd: 3 }],
};
const final = {
  name: 'Recurve men',
  contest: { kind: 'individual', category: 'RM' },
  dnfKeepsRank: true,
  elimination: {
    ...{ system: 'bracket', chart: 2, placesShot: 2, qualifiers: 2, formatId: 'set-individual' },
    ...{ faceId: '122', losers: 'byPhase', whenLevel: 'firstEnd' },
  },
};

type Path = '/scoring' | '/board';

interface Venue extends LiveDesk {
  readonly id: string;
  readonly devices: Devices;
  /** Of the organiser, and of a session that has ended. */
  readonly cookies: { readonly organiser: Headers; readonly ended: Headers };
  ask(method: 'PUT' | 'POST', path: string, json: unknown): Promise<void>;
}

async function openVenue(t: Parameters<typeof openLiveDesk>[0]): Promise<Venue> {
  const opened = await openLiveDesk(t);
  const { desk } = opened;
  const roles = await openRoles(desk);
  const id = await desk.createCompetition();
  async function ask(method: 'PUT' | 'POST', path: string, json: unknown) {
    const answer = await desk.ask(method, `/api/competitions/${id}${path}`, { json });
    assert.ok(answer.status < 300, `${path} ${answer.text}`);
  }
  await ask('PUT', '/rounds/one', round);
  await ask('PUT', '/categories/RM', { name: 'Recurve men', roundId: 'one' });
  await desk.importCsv(id, 'name;category;target\nAdi;RM;1A\nBayu;RM;1B\nCitra;RM;2A\n');
  const devices = await joinDevices(desk, id);
  const organiser = { cookie: desk.cookie() };
  return { ...opened, id, devices, cookies: { organiser, ended: roles['session that logged out'] }, ask };
}

const credentialsOf = (competition: string, device: Devices['here']): DeviceCredentials => ({ competition, ...device });

/** What comes back to a message: a close code's name, or the message's kind, and a rejection's code. */
async function answerOf(
  client: LiveClient,
  credentials: DeviceCredentials | 'none' | 'noHello',
  messages: ClientMessage[],
) {
  if (credentials !== 'noHello') client.hello(credentials === 'none' ? undefined : credentials);
  for (const message of messages) client.send(message);
  const { code } = await client.closed();
  return Object.values(closeCodes).find((each) => each.code === code)?.name;
}

interface Stranger {
  readonly who: string;
  readonly path: Path;
  readonly hello: DeviceCredentials | 'none' | 'noHello';
  readonly headers: Headers;
  readonly closed: string;
}

/** Everybody who is closed for sending a command. */
function strangers({ id, devices, cookies }: Venue): readonly Stranger[] {
  const nothing = {};
  const wrongToken = credentialsOf(id, { device: devices.here.device, token: devices.elsewhere.token });
  const row = (who: string, path: Path, hello: Stranger['hello'], closed: string, headers: Headers = nothing) => ({
    ...{ who, path, hello, closed, headers },
  });
  return [
    row('nobody', '/scoring', 'noHello', 'helloFirst'),
    row('nobody', '/board', 'noHello', 'helloFirst'),
    row('nobody, as a device', '/scoring', 'none', 'notPaired'),
    row('viewer', '/board', 'none', 'malformed'),
    row('this target’s device on a board’s socket', '/board', credentialsOf(id, devices.here), 'malformed'),
    row('revoked device', '/scoring', credentialsOf(id, devices.revoked), 'notPaired'),
    row('a device with another’s token', '/scoring', wrongToken, 'notPaired'),
    row('a device of another competition', '/scoring', credentialsOf('other', devices.here), 'competitionGone'),
    row('organiser session', '/scoring', 'none', 'notPaired', cookies.organiser),
    row('organiser session', '/board', 'none', 'malformed', cookies.organiser),
    row('ended session', '/scoring', 'none', 'notPaired', cookies.ended),
    row('ended session', '/board', 'none', 'malformed', cookies.ended),
  ];
}

interface Row {
  readonly command: ScoringCommand;
  /** What the other target’s device is told. */
  readonly elsewhere: 'notYourTarget' | 'matchNotOnYourTarget';
  /** What the desk does before, so that it is a good command. */
  readonly before?: (venue: Venue) => Promise<void>;
}

const match = { event: 'RM', match: '1/1' } as const;
const shootMatch = (venue: Venue, side: 'a' | 'b', part: 'end' | 'shootOff', number: number, arrows: string[]) =>
  venue.ask('POST', '/events/RM/matches/1-1/arrows', { side, part, number, first: 0, arrows });
const shoot = (venue: Venue, entry: number, ...arrows: string[]) =>
  venue.ask('POST', `/entries/${entry}/scorecard/arrows`, { end: 1, first: 0, arrows });

/** In an order in which each is possible after the one before. A command that is missing here does not compile. */
const commands: { readonly [K in ScoringCommand['kind']]: Row } = {
  scoreArrows: {
    command: { kind: 'scoreArrows', entry: 1, end: 1, first: 0, arrows: ['X', '9', '8'] },
    elsewhere: 'notYourTarget',
  },
  correctEnd: {
    command: {
      kind: 'correctEnd',
      entry: 1,
      end: 1,
      was: ['X', '9', '8'],
      arrows: ['X', '10', '9'],
      reason: 'misheard',
    },
    elsewhere: 'notYourTarget',
  },
  checkEnd: {
    before: async (venue) => {
      await shoot(venue, 2, '9', '9', '9');
    },
    command: { kind: 'checkEnd', entry: 2, end: 1, arrows: ['9', '9', '9'] },
    elsewhere: 'notYourTarget',
  },
  signCard: {
    command: { kind: 'signCard', entry: 1, as: 'scorer', name: 'Sari', strokes: [] },
    elsewhere: 'notYourTarget',
  },
  chooseBeginner: {
    before: async (venue) => {
      await shoot(venue, 3, '1', '1', '1');
      await venue.ask('PUT', '/events/RM', final);
      await venue.ask('POST', '/events/RM/draw', {});
      const slot = { match: '1/1', at: '2026-05-02T13:30', butts: { a: 1, b: 1 } };
      await venue.ask('PUT', '/events/RM/schedule', { slots: [slot] });
    },
    command: { kind: 'chooseBeginner', ...match, begins: 'a' },
    elsewhere: 'matchNotOnYourTarget',
  },
  scoreMatch: {
    command: {
      ...{ kind: 'scoreMatch', ...match, side: 'a', part: 'end', number: 1, first: 0 },
      arrows: ['10', '9', '9'],
    },
    elsewhere: 'matchNotOnYourTarget',
  },
  correctMatch: {
    command: {
      ...{ kind: 'correctMatch', ...match, side: 'a', part: 'end', number: 1, by: 'Sari', reason: 'misheard' },
      ...{ was: ['10', '9', '9'], arrows: ['9', '9', '9'] },
    },
    elsewhere: 'matchNotOnYourTarget',
  },
  measureShootOff: {
    before: async (venue) => {
      await shootMatch(venue, 'b', 'end', 1, ['9', '9', '9']);
      for (const end of [2, 3, 4, 5])
        for (const side of ['a', 'b'] as const) await shootMatch(venue, side, 'end', end, ['9', '9', '9']);
      for (const side of ['a', 'b'] as const) await shootMatch(venue, side, 'shootOff', 1, ['9']);
    },
    command: { kind: 'measureShootOff', ...match, number: 1, closest: 'b', by: 'Sari' },
    elsewhere: 'matchNotOnYourTarget',
  },
};

const commandMessage = (command: ScoringCommand, number: number): ClientMessage => ({
  kind: 'command',
  commandId: number.toString(16).padStart(32, '0'),
  command,
});

async function greeted(venue: Venue, device: Devices['here']): Promise<LiveClient> {
  const client = await venue.connect('/scoring');
  client.hello(credentialsOf(venue.id, device));
  await client.next('welcome');
  return client;
}

test('every command: by the device of its target, and by nobody else', async (t) => {
  const venue = await openVenue(t);
  const here = await greeted(venue, venue.devices.here);
  const elsewhere = await greeted(venue, venue.devices.elsewhere);
  let number = 0;
  for (const { command, elsewhere: refusal, before } of Object.values(commands)) {
    await before?.(venue);
    const facts = venue.desk.intake.facts.length;
    for (const { who, path, hello, headers, closed } of strangers(venue)) {
      number += 1;
      const client = await venue.connect(path, headers);
      assert.equal(
        await answerOf(client, hello, [commandMessage(command, number)]),
        closed,
        `${command.kind} by ${who}`,
      );
    }
    number += 1;
    elsewhere.send(commandMessage(command, number));
    assert.equal((await elsewhere.next('rejection')).rejection.code, refusal, command.kind);
    assert.equal(venue.desk.intake.facts.length, facts, command.kind);
    // What of the others had come through would be here by now: the live thread passes on in order.
    number += 1;
    here.send(commandMessage(command, number));
    await here.next('ack');
    const added = venue.desk.intake.facts.slice(facts);
    assert.ok(added.length > 0);
    for (const { actor } of added) assert.deepEqual(actor, { role: 'scorer', device: venue.devices.here.device });
  }
});

test('revoked while it is connected: closed, and what it still sends changes nothing', async (t) => {
  const venue = await openVenue(t);
  const { desk, id, devices } = venue;
  const here = await greeted(venue, devices.here);
  assert.equal((await desk.ask('DELETE', `/api/competitions/${id}/devices/${devices.here.device}`)).status, 204);
  const facts = desk.intake.facts.length;
  assert.equal(await answerOf(here, 'noHello', [commandMessage(commands.scoreArrows.command, 1)]), 'notPaired');
  const again = await venue.connect('/scoring');
  assert.equal(await answerOf(again, credentialsOf(id, devices.here), []), 'notPaired');
  assert.equal(desk.intake.facts.length, facts);
});

test('a device moved to another target changes nothing here any more; what it had typed into blank boxes still comes', async (t) => {
  const venue = await openVenue(t);
  const { desk, id, devices } = venue;
  const moved = await greeted(venue, devices.here);
  const patch = await desk.ask('PATCH', `/api/competitions/${id}/devices/${devices.here.device}`, {
    json: { butt: 2, label: 'Tablet' },
  });
  assert.equal(patch.status, 200, patch.text);
  assert.equal(await answerOf(moved, 'noHello', []), 'moved');
  const facts = desk.intake.facts.length;
  const again = await greeted(venue, devices.here);
  again.send(commandMessage(commands.correctEnd.command, 1));
  assert.equal((await again.next('rejection')).rejection.code, 'notYourTarget');
  assert.equal(desk.intake.facts.length, facts);
  again.send(commandMessage(commands.scoreArrows.command, 2));
  await again.next('ack');
  assert.equal(desk.intake.facts.length, facts + 1);
});

type Reading = Exclude<ClientMessage['kind'], 'command' | 'hello'>;

/** What only asks. A kind that is missing here does not compile. */
const readings: {
  readonly [K in Reading]: { readonly message: (id: string) => ClientMessage; readonly answer: string };
} = {
  subscribe: {
    message: (id) => ({ kind: 'subscribe', topic: `leaderboard/${id}/RM`, since: undefined }),
    answer: 'snapshot',
  },
  unsubscribe: { message: (id) => ({ kind: 'unsubscribe', topic: `leaderboard/${id}/RM` }), answer: 'nothing' },
  time: { message: () => ({ kind: 'time', clientTimeMs: 7 }), answer: 'time' },
};

test('what only asks: after a greeting for everybody alike, before it for nobody', async (t) => {
  const venue = await openVenue(t);
  const { id, devices, cookies } = venue;
  const facts = venue.desk.intake.facts.length;
  for (const [kind, { message, answer }] of Object.entries(readings)) {
    for (const path of ['/board', '/scoring'] as const)
      assert.equal(await answerOf(await venue.connect(path), 'noHello', [message(id)]), 'helloFirst', kind);
    for (const [path, hello, headers] of [
      ['/board', undefined, {}],
      ['/board', undefined, cookies.organiser],
      ['/board', undefined, cookies.ended],
      ['/scoring', credentialsOf(id, devices.here), {}],
      ['/scoring', credentialsOf(id, devices.elsewhere), {}],
    ] as const) {
      const client = await venue.connect(path, headers);
      client.hello(hello);
      await client.next('welcome');
      client.send(message(id));
      if (answer === 'nothing') client.send(readings.time.message(id));
      await client.next(answer === 'nothing' ? 'time' : (answer as 'snapshot'));
    }
    const revoked = await venue.connect('/scoring');
    assert.equal(await answerOf(revoked, credentialsOf(id, devices.revoked), [message(id)]), 'notPaired', kind);
  }
  assert.equal(venue.desk.intake.facts.length, facts);
});

test('one greeting only: a greeted socket does not become somebody else', async (t) => {
  const venue = await openVenue(t);
  const client = await greeted(venue, venue.devices.elsewhere);
  assert.equal(await answerOf(client, credentialsOf(venue.id, venue.devices.here), []), 'malformed');
});
