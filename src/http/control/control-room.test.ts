// The control room over HTTP: what tablets say of themselves, what they are told, and who may ask for any of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHttpDesk, quietLive } from '../../testing/http-desk.ts';
import type { ControlRoomView, TabletOrders } from '../../wire/api-control.ts';
import type { Joined } from '../../wire/api-targets.ts';

type Scope = Parameters<typeof openHttpDesk>[0];

/** Two targets with a tablet each; the first is connected. */
async function openRoom(t: Scope) {
  const online: string[] = [];
  const live = { port: 1, securePort: undefined, stats: () => ({ ...quietLive, devices: online }) };
  const desk = await openHttpDesk(t, { live });
  const { clock } = desk;
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name;category;target\nAdi;RM;1A\nBayu;RM;1B\nCitra;RM;2A\n');
  const join = async (butt: number) => {
    const key = { competition: id, butt, key: desk.access.joinKey({ competition: id, butt }) };
    return (await desk.ask('POST', '/api/join', { json: { key, label: `T${butt}` } })).read<Joined>();
  };
  const tablets = [await join(1), await join(2)] as const;
  online.push(`${id}/${tablets[0].device}`);
  const url = `/api/competitions/${id}`;
  const room = async () => (await desk.ask('GET', `${url}/control`)).read<ControlRoomView>();
  const report = (tablet: Joined, part: object = {}) =>
    desk.ask('POST', `${url}/devices/${tablet.device}/report`, {
      json: { token: tablet.token, battery: 55, isCharging: false, unsent: 0, seen: null, ...part },
      anonymous: true,
    });
  const heard = async (tablet: Joined, part: object = {}) => (await report(tablet, part)).read<TabletOrders>().message;
  return { desk, url, clock, tablets, room, report, heard };
}

const tabletsOf = ({ targets }: ControlRoomView) => targets.flatMap(({ tablets }) => tablets);

test('every target stands there with its archers, and its tablets as they last said they are', async (t) => {
  const { room, report, tablets, clock } = await openRoom(t);
  await report(tablets[0], { battery: 12, unsent: 3 });
  await report(tablets[1], { battery: null, isCharging: true });
  const now = await room();
  assert.deepEqual(
    now.targets.map(({ butt, archers }) => [butt, archers.map(({ letter, next }) => `${letter}${next}`).join()]),
    [
      [1, 'A1,B1'],
      [2, 'A1'],
    ],
  );
  assert.deepEqual(
    tabletsOf(now).map(({ online, battery, isCharging, unsent, heardAt }) => [
      ...[online, battery, isCharging],
      ...[unsent, heardAt],
    ]),
    [
      [true, 12, false, 3, null],
      [false, null, true, 0, null],
    ],
  );
  const at = clock.now();
  clock.time += 60_000;
  await report(tablets[0]);
  assert.deepEqual(
    tabletsOf(await room()).map(({ heardAt }) => heardAt),
    [null, at],
  );
});

test('nothing is sent again while nothing is new; time alone makes a tablet silent', async (t) => {
  const { desk, url, report, tablets, clock } = await openRoom(t);
  await report(tablets[0]);
  const first = await desk.ask('GET', `${url}/control`);
  const again = (etag: unknown) => desk.ask('GET', `${url}/control`, { headers: { 'if-none-match': String(etag) } });
  await report(tablets[0]);
  assert.equal((await again(first.headers.etag)).status, 304);
  clock.time += 60_000;
  const silent = await again(first.headers.etag);
  assert.equal(silent.status, 200);
  await report(tablets[0], { battery: 54 });
  assert.equal((await again(silent.headers.etag)).status, 200);
});

test('a message is heard until it is seen, by its own tablet only; another takes its place', async (t) => {
  const { desk, url, tablets, heard, room } = await openRoom(t);
  const [one, other] = tablets;
  const path = `${url}/devices/${one.device}/message`;
  const stateOf = async () => {
    const { text, deliveredAt, seenAt } = tabletsOf(await room())[0]?.message ?? {};
    return [text, typeof deliveredAt, typeof seenAt];
  };
  assert.equal((await desk.ask('PUT', path, { json: { text: ' Send your scorer ' } })).status, 204);
  assert.deepEqual(await stateOf(), ['Send your scorer', 'object', 'object']);
  assert.equal(await heard(other), null);
  const message = await heard(one);
  assert.equal(message?.text, 'Send your scorer');
  assert.deepEqual(await stateOf(), ['Send your scorer', 'number', 'object']);
  assert.equal((await heard(one, { seen: 'another' }))?.id, message?.id);
  assert.equal(await heard(one, { seen: message?.id }), null);
  assert.deepEqual(await stateOf(), ['Send your scorer', 'number', 'number']);
  await desk.ask('PUT', path, { json: { text: 'Come to the desk' } });
  assert.equal((await heard(one, { seen: message?.id }))?.text, 'Come to the desk');
  assert.equal((await desk.ask('DELETE', path)).status, 204);
  assert.equal(await heard(one), null);
  assert.equal(desk.intake.facts.length, (await room()).position.seq, 'none of it is a fact');
});

test('a report takes the device’s own token, and a message a device that is there', async (t) => {
  const { desk, url, tablets, report, room } = await openRoom(t);
  const [one, other] = tablets;
  const before = await room();
  for (const token of ['', 'guessed', other.token])
    assert.equal((await report(one, { token, battery: 1 })).code, 'deviceRevoked', token);
  assert.deepEqual(await room(), before);
  assert.equal((await desk.ask('PUT', `${url}/devices/x/message`, { json: { text: 'a' } })).code, 'unknownDevice');
  const path = `${url}/devices/${one.device}/message`;
  assert.equal((await desk.ask('PUT', path, { json: { text: '  ' } })).code, 'announcementWrong');
  assert.equal((await desk.ask('PUT', path, { json: { text: 'x'.repeat(201) } })).code, 'badRequest');
  await desk.ask('DELETE', `${url}/devices/${one.device}`);
  assert.equal((await report(one)).code, 'deviceRevoked');
  assert.equal((await desk.ask('PUT', path, { json: { text: 'a' } })).code, 'unknownDevice');
  assert.equal((await room()).targets[0]?.tablets.length, 0);
});
