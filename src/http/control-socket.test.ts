// The organiser without a log-in, by the socket of the data folder and by nothing else.
import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { openHttpDesk } from '../testing/http-desk.ts';
import { creation } from '../testing/small-competition.ts';
import { openHttp } from './open-http.ts';

const { kind: _, ...newCompetition } = creation;

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

function askAt(target: { readonly socketPath: string } | { readonly port: number }) {
  return async (method: string, path: string, { headers, json }: Asked = {}) => {
    const answered = Promise.withResolvers<{ readonly status: number | undefined; readonly text: string }>();
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    const asked = request(
      { host: '127.0.0.1', ...target, method, path, headers: { ...type, ...headers } },
      (answer) => {
        void text(answer).then((body) => answered.resolve({ status: answer.statusCode, text: body }));
      },
    );
    asked.on('error', answered.reject);
    asked.end(json === undefined ? undefined : JSON.stringify(json));
    return answered.promise;
  };
}

async function open(t: TestContext) {
  const desk = await openHttpDesk(t);
  const socketPath = join(desk.folder, 'control.sock');
  // As a killed process leaves it.
  writeFileSync(socketPath, 'stale');
  const http = await openHttp({ ...desk.parts, config: { ...desk.parts.config, port: 0 } });
  t.after(() => http.close());
  return { desk, http, socketPath, byControl: askAt({ socketPath }), byNetwork: askAt({ port: http.port }) };
}

test('who comes by the socket is the organiser; only the owner can; it goes with the appliance', async (t) => {
  const { http, socketPath, byControl, byNetwork } = await open(t);
  const { mode } = statSync(socketPath);
  assert.deepEqual([mode & 0o170000, mode & 0o777], [0o140000, 0o600], 'a socket, and nobody else’s');
  const made = await byControl('POST', '/api/competitions', { json: newCompetition, headers: { host: 'anything' } });
  assert.equal(made.status, 201, made.text);
  assert.match((await byControl('GET', '/api/session')).text, /"organiser"/);
  assert.match((await byNetwork('GET', '/api/session')).text, /"viewer"/);
  const all = await byNetwork('GET', '/api/competitions');
  assert.equal(JSON.parse(all.text).length, 1);
  await http.close();
  assert.ok(!existsSync(socketPath));
});

test('no header makes a request of the network one of the socket', async (t) => {
  const { desk, byNetwork } = await open(t);
  const claims = {
    'x-forwarded-for': 'unix',
    'x-control-socket': '1',
    forwarded: 'for=unix',
    cookie: 'tenring=control socket',
  };
  const answer = await byNetwork('POST', '/api/competitions', { json: newCompetition, headers: claims });
  assert.equal(answer.status, 401, answer.text);
  const foreign = await byNetwork('GET', '/api/session', { headers: { host: 'evil.example' } });
  assert.equal(foreign.status, 421, foreign.text);
  assert.deepEqual(desk.intake.list(), []);
});

test('a forgotten password is replaced from the console, and every session ends', async (t) => {
  const { desk, byControl } = await open(t);
  await desk.logIn();
  const set = await desk.ask('PUT', '/api/password', { json: { password: 'the old one' } });
  assert.equal(set.status, 204);
  const short = await byControl('PUT', '/api/password', { json: { password: 'short' } });
  assert.equal(short.status, 422, short.text);
  assert.match((await desk.ask('GET', '/api/session')).text, /"organiser"/, 'a refused one ends nothing');
  const reset = await byControl('PUT', '/api/password', { json: { password: 'the new one' } });
  assert.equal(reset.status, 204, reset.text);
  assert.match((await desk.ask('GET', '/api/session')).text, /"viewer"/);
  assert.equal((await desk.ask('POST', '/api/session', { json: { password: 'the old one' } })).code, 'wrongPassword');
  assert.equal((await desk.ask('POST', '/api/session', { json: { password: 'the new one' } })).status, 200);
});
