// Everybody who may stand before the HTTP side of an appliance, and what each brings along. Only one of them is the organiser.
import assert from 'node:assert/strict';
import type { Joined } from '../wire/api-targets.ts';
import type { Ask, HttpDesk } from './http-desk.ts';

type Headers = NonNullable<Ask['headers']>;

/** By role: the headers of a request of theirs. */
export type Roles = Readonly<Record<RoleName, Headers>>;
export type RoleName =
  | 'nobody'
  | 'viewer'
  | 'other target’s device'
  | 'this target’s device'
  | 'revoked device'
  | 'session that logged out'
  | 'session ended by a new password';

export const password = 'long enough';

const cookieOf = (token: string): Headers => ({ cookie: `tenring=${token}` });

/** A device's token as a cookie and as a bearer's: neither is asked for anywhere, and neither may open anything. */
const bearing = (token: string): Headers => ({ ...cookieOf(token), authorization: `Bearer ${token}` });

async function logInBeside(desk: HttpDesk, word: string): Promise<Headers> {
  const answer = await desk.ask('POST', '/api/session', { json: { password: word }, anonymous: true });
  assert.equal(answer.status, 200, answer.text);
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';');
  return { cookie };
}

export interface Devices {
  readonly here: Pick<Joined, 'device' | 'token'>;
  readonly elsewhere: Pick<Joined, 'device' | 'token'>;
  readonly revoked: Pick<Joined, 'device' | 'token'>;
}

/** Paired at butts 1 and 2, and one at 1 that is revoked again. */
export async function joinDevices(desk: HttpDesk, competition: string): Promise<Devices> {
  const join = async (butt: number) => {
    const key = { competition, butt, key: desk.access.joinKey({ competition, butt }) };
    const answer = await desk.ask('POST', '/api/join', { json: { key, label: '' }, anonymous: true });
    assert.equal(answer.status, 200, answer.text);
    const { device, token } = answer.read<Joined>();
    return { device, token };
  };
  const devices = { here: await join(1), elsewhere: await join(2), revoked: await join(1) };
  const url = `/api/competitions/${competition}/devices/${devices.revoked.device}`;
  assert.equal((await desk.ask('DELETE', url)).status, 204);
  return devices;
}

export function withDevices(roles: Roles, { here, elsewhere, revoked }: Devices): Roles {
  return {
    ...roles,
    'this target’s device': bearing(here.token),
    'other target’s device': bearing(elsewhere.token),
    'revoked device': bearing(revoked.token),
  };
}

/** The desk is logged in after it, with `password` set; devices are to be joined yet. */
export async function openRoles(desk: HttpDesk): Promise<Roles> {
  await desk.logIn();
  await desk.ask('PUT', '/api/password', { json: { password: 'the first one' } });
  const loggedOut = await logInBeside(desk, 'the first one');
  const left = await desk.ask('DELETE', '/api/session', { headers: loggedOut, anonymous: true });
  assert.equal(left.status, 204);
  const ended = await logInBeside(desk, 'the first one');
  const json = { password, current: 'the first one' };
  assert.equal((await desk.ask('PUT', '/api/password', { json })).status, 204);
  return {
    nobody: {},
    viewer: { 'sec-fetch-site': 'same-origin', ...cookieOf('somebody') },
    'other target’s device': bearing('not joined yet'),
    'this target’s device': bearing('not joined yet'),
    'revoked device': bearing('not joined yet'),
    'session that logged out': loggedOut,
    'session ended by a new password': ended,
  };
}
