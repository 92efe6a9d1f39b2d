import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authenticateDevice } from '../access/authenticate-device.ts';
import { type HttpDesk, openHttpDesk, quietLive } from '../testing/http-desk.ts';
import type { DeviceView, JoinCodeView, Joined, TargetView } from '../wire/api-targets.ts';

async function setUp(t: Parameters<typeof openHttpDesk>[0]) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name,club,category,target\nAdi,Garuda,RM,1B\nBayu,Garuda,RM,1A\nCitra,Elang,CW,2A\n');
  return { desk, id };
}

const targetsOf = async (desk: HttpDesk, id: string) =>
  (await desk.ask('GET', `/api/competitions/${id}/targets`)).read<TargetView[]>();
const join = (desk: HttpDesk, json: object) =>
  desk.ask('POST', '/api/join', { json: { label: 'Tablet', ...json }, anonymous: true });

function keyOf({ joinPath }: TargetView) {
  const [, competition, butt, key] = /^\/tablet#join=([^.]+)\.(\d+)\.([^.]+)$/.exec(joinPath) ?? [];
  return { competition, butt: Number(butt), key };
}

test('butts with their archers, ready to be printed', async (t) => {
  const { desk, id } = await setUp(t);
  const targets = await targetsOf(desk, id);
  assert.deepEqual(
    targets.map(({ butt, archers }) => [butt, archers.map(({ letter, name }) => `${letter} ${name}`)]),
    [
      [1, ['A Bayu', 'B Adi']],
      [2, ['A Citra']],
    ],
  );
  assert.equal(keyOf(targets[0] as TargetView).competition, id);
});

test('a tablet joins by QR code; the journal has its token as a hash only', async (t) => {
  const { desk, id } = await setUp(t);
  const [target] = await targetsOf(desk, id);
  assert.ok(target);
  const joined = await join(desk, { key: keyOf(target) });
  assert.equal(joined.status, 200);
  const { device, token, ...rest } = joined.read<Joined>();
  assert.deepEqual(rest, { competition: id, competitionName: 'Piala Uji', butt: 1, card: 'first' });
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.deepEqual(authenticateDevice({ competition: id, device, token }, desk.intake.find), {
    kind: 'device',
    place: { butt: 1, label: 'Tablet' },
  });
  assert.ok(!JSON.stringify(desk.intake.facts).includes(token));

  desk.world.live = { ...quietLive, devices: [`${id}/${device}`] };
  const seen = (await targetsOf(desk, id))[0]?.devices;
  assert.deepEqual(seen, [{ id: device, label: 'Tablet', butt: 1, card: 'first', online: true, revoked: false }]);
});

test('a tablet that moves stays the same device; one that was revoked does not', async (t) => {
  const { desk, id } = await setUp(t);
  const [first, second] = (await targetsOf(desk, id)).map(keyOf);
  const { device, token } = (await join(desk, { key: first })).read<Joined>();
  const moved = (await join(desk, { key: second, device, token })).read<Joined>();
  assert.deepEqual([moved.device, moved.token, moved.butt], [device, token, 2]);
  const thief = (await join(desk, { key: second, device, token: 'guessed' })).read<Joined>();
  assert.notEqual(thief.device, device);

  const url = `/api/competitions/${id}/devices/${device}`;
  assert.equal((await desk.ask('DELETE', url)).status, 204);
  assert.equal(authenticateDevice({ competition: id, device, token }, desk.intake.find).kind, 'refused');
  const back = (await join(desk, { key: second, device, token })).read<Joined>();
  assert.notEqual(back.device, device);
  assert.equal((await desk.ask('DELETE', `/api/competitions/${id}/devices/nobody`)).code, 'unknownDevice');
});

test('a short code joins one tablet; with the journal away it stays good', async (t) => {
  const { desk, id } = await setUp(t);
  const made = await desk.ask('POST', `/api/competitions/${id}/targets/2/join-code`);
  const { code, expiresInSeconds } = made.read<JoinCodeView>();
  assert.equal(expiresInSeconds, 1800);
  desk.intake.defer = 'journalDown';
  assert.equal((await join(desk, { code })).status, 503);
  desk.intake.defer = undefined;
  assert.equal((await join(desk, { code: code.toLowerCase() })).read<Joined>().butt, 2);
  const again = await join(desk, { code });
  assert.deepEqual([again.status, again.code], [401, 'codeUsed']);
});

test('a tablet keeps the second card: from joining, or when it changes its mind; it stays the same device', async (t) => {
  const { desk, id } = await setUp(t);
  const [key] = (await targetsOf(desk, id)).map(keyOf);
  const keptBy = (device: string) => desk.intake.find(id)?.state.devices.get(device)?.card;
  const second = (await join(desk, { key, card: 'second' })).read<Joined>();
  assert.deepEqual([second.card, keptBy(second.device)], ['second', 'second']);

  const { device, token } = (await join(desk, { key })).read<Joined>();
  assert.equal(keptBy(device), undefined);
  const changed = (await join(desk, { competition: id, device, token, card: 'second' })).read<Joined>();
  assert.deepEqual([changed.device, changed.butt, keptBy(device)], [device, 1, 'second']);
  const back = (await join(desk, { competition: id, device, token, card: 'first' })).read<Joined>();
  assert.deepEqual([back.card, keptBy(device), keptBy(second.device)], ['first', undefined, 'second']);
});

test('the other card is for who belongs to a target already', async (t) => {
  const { desk, id } = await setUp(t);
  const [key] = (await targetsOf(desk, id)).map(keyOf);
  const { device, token } = (await join(desk, { key })).read<Joined>();
  const before = desk.intake.facts.length;
  for (const identity of [{}, { device }, { device, token: 'guessed' }, { device: 'nobody', token }]) {
    const answer = await join(desk, { competition: id, card: 'second', ...identity });
    assert.deepEqual([answer.status, answer.code], [403, 'deviceRevoked']);
  }
  assert.equal((await join(desk, { competition: 'gone', device, token })).code, 'deviceRevoked');
  assert.equal((await join(desk, { competition: id, key, device, token })).code, 'badRequest');
  assert.equal((await join(desk, { key, card: 'third' })).code, 'badRequest');
  assert.equal(desk.intake.facts.length, before);
});

for (const [label, json, code] of [
  ['neither code nor key', {}, 'badRequest'],
  ['both', { code: 'ABCDEF', key: { competition: 'x', butt: 1, key: 'y' } }, 'badRequest'],
  ['a wrong code', { code: 'ABCDEF' }, 'wrongCode'],
  ['a key of another target', { key: { competition: 'x', butt: 1, key: 'y' } }, 'wrongCode'],
  ['a butt in words', { key: { competition: 'x', butt: 'one', key: 'y' } }, 'badRequest'],
  ['a code of a page', { code: 'A'.repeat(17) }, 'badRequest'],
] as const) {
  test(`joining with ${label}: ${code}`, async (t) => {
    const { desk } = await setUp(t);
    const before = desk.intake.facts.length;
    assert.equal((await join(desk, json)).code, code);
    assert.equal(desk.intake.facts.length, before);
  });
}

test('a key whose competition is gone, and a key of a butt where nobody shoots', async (t) => {
  const { desk, id } = await setUp(t);
  const keyFor = (competition: string, butt: number) => ({
    competition,
    butt,
    key: desk.access.joinKey({ competition, butt }),
  });
  assert.equal((await join(desk, { key: keyFor('gone', 1) })).code, 'unknownCompetition');
  assert.equal((await join(desk, { key: keyFor(id, 9) })).code, 'unknownButt');
});

test('guessing short codes comes to an end', async (t) => {
  const { desk, id } = await setUp(t);
  const { code } = (await desk.ask('POST', `/api/competitions/${id}/targets/2/join-code`)).read<JoinCodeView>();
  for (let count = 0; count < 20; count += 1) await join(desk, { code: 'WRONG2' });
  const answer = await join(desk, { code });
  assert.deepEqual([answer.status, answer.code], [429, 'tooManyTries']);
  assert.ok(Number(answer.headers['retry-after']) > 0);
});

test('targets and their codes are the organiser’s', async (t) => {
  const { desk, id } = await setUp(t);
  for (const butt of ['0', '9', '12345', 'one']) {
    const { status } = await desk.ask('POST', `/api/competitions/${id}/targets/${butt}/join-code`);
    assert.equal(status, butt === '9' ? 404 : 400, butt);
  }
  for (const [method, path] of [
    ['GET', 'targets'],
    ['POST', 'targets/1/join-code'],
    ['DELETE', 'devices/x'],
  ] as const) {
    assert.equal((await desk.ask(method, `/api/competitions/${id}/${path}`, { anonymous: true })).code, 'notLoggedIn');
  }
});

test('a device is moved, renamed and given the other card; what is left out stays', async (t) => {
  const { desk, id } = await setUp(t);
  const [target] = await targetsOf(desk, id);
  assert.ok(target);
  const { device, token } = (await join(desk, { key: keyOf(target) })).read<Joined>();
  const url = `/api/competitions/${id}/devices/${device}`;
  const change = (json: unknown, more = {}) => desk.ask('PATCH', url, { json, ...more });
  const moved = { id: device, label: 'Tablet', butt: 2, card: 'first', online: false, revoked: false };
  assert.deepEqual((await change({ butt: 2 })).read(), moved);
  assert.deepEqual((await change({ label: ' Left ', card: 'second' })).read(), {
    ...moved,
    ...{ label: 'Left', card: 'second' },
  });
  assert.deepEqual((await change({ card: 'first', label: 'Tablet' })).read(), moved);
  const known = authenticateDevice({ competition: id, device, token }, desk.intake.find);
  assert.deepEqual(known, { kind: 'device', place: { butt: 2, label: 'Tablet' } }, 'its token stays what it is');
  assert.deepEqual(
    (await targetsOf(desk, id)).map(({ devices }) => devices.length),
    [0, 1],
  );

  const facts = desk.intake.facts.length;
  for (const [json, code] of [
    [{ butt: 7 }, 'unknownButt'],
    [{ label: ' ' }, 'nameMissing'],
    [{ card: 'third' }, 'badRequest'],
  ] as const)
    assert.equal((await change(json)).code, code);
  assert.equal((await change({ butt: 1 }, { anonymous: true })).code, 'notLoggedIn');
  const nobody = await desk.ask('PATCH', `/api/competitions/${id}/devices/x`, { json: { butt: 1 } });
  assert.deepEqual([nobody.status, nobody.code], [404, 'unknownDevice']);
  assert.equal(desk.intake.facts.length, facts);
  await desk.ask('DELETE', url);
  assert.deepEqual((await change({ butt: 1 })).code, 'deviceRevoked');
});

test('a device that joined without a name is moved without one, and may be given one', async (t) => {
  const { desk, id } = await setUp(t);
  const [target] = await targetsOf(desk, id);
  assert.ok(target);
  const { device } = (await join(desk, { key: keyOf(target), label: '' })).read<Joined>();
  const change = async (json: unknown) => {
    const { butt, label } = (
      await desk.ask('PATCH', `/api/competitions/${id}/devices/${device}`, { json })
    ).read<DeviceView>();
    return [butt, label];
  };
  assert.deepEqual(await change({ butt: 2 }), [2, '']);
  assert.deepEqual(await change({ label: 'Left' }), [2, 'Left']);
});
