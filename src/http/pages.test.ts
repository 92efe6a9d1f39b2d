import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { findAsset } from '../kit/installation.ts';
import { openHttpDesk } from '../testing/http-desk.ts';
import type { Bootstrap } from '../wire/api-access.ts';

function builtPages(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-ui-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'assets'));
  for (const page of ['home', 'desk', 'tablet', 'board', 'follow'])
    writeFileSync(join(folder, `${page}.html`), `<p>${page}`);
  writeFileSync(join(folder, 'assets', 'desk-A1.js'), 'script');
  writeFileSync(join(folder, 'service-worker.js'), 'worker');
  writeFileSync(join(folder, 'tablet.webmanifest'), '{}');
  writeFileSync(join(folder, 'assets', 'desk-A1.js.br'), 'as brotli');
  writeFileSync(join(folder, 'assets', 'desk-A1.js.gz'), gzipSync('script'));
  return folder;
}

test('every address of a page is that page', async (t) => {
  const desk = await openHttpDesk(t, { uiFolder: builtPages(t) });
  for (const [url, page] of [
    ['/', 'home'],
    ['/desk', 'desk'],
    ['/desk/abc/entries', 'desk'],
    ['/tablet', 'tablet'],
    ['/board/abc/RM?kiosk', 'board'],
    ['/athlete/abc/12', 'follow'],
  ] as const) {
    const { status, text, headers } = await desk.ask('GET', url);
    assert.deepEqual([status, text, headers['cache-control']], [200, `<p>${page}`, 'no-cache'], url);
    const held = await desk.ask('GET', url, { headers: { 'if-none-match': String(headers.etag) } });
    assert.equal(held.status, 304);
  }
});

test('assets come in the smallest coding that is taken, for ever', async (t) => {
  const desk = await openHttpDesk(t, { uiFolder: builtPages(t) });
  for (const [accept, coding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
  ] as const) {
    const { headers, text } = await desk.ask('GET', '/assets/desk-A1.js', { headers: { 'accept-encoding': accept } });
    assert.equal(headers['content-encoding'], coding);
    assert.match(String(headers['cache-control']), /immutable/);
    assert.equal(headers.vary, 'accept-encoding');
    assert.match(String(headers['content-type']), /^text\/javascript/);
    if (coding === undefined) assert.equal(text, 'script');
  }
  for (const url of ['/assets/nothing.js', '/assets/..%2Fhome.html', '/assets/../../package.json', '/package.json']) {
    assert.equal((await desk.ask('GET', url)).status, 404, url);
  }
});

test('the service worker and the web app manifest are asked for again each time, and have their types', async (t) => {
  const desk = await openHttpDesk(t, { uiFolder: builtPages(t) });
  for (const [url, type] of [
    ['/service-worker.js', 'text/javascript; charset=utf-8'],
    ['/tablet.webmanifest', 'application/manifest+json'],
  ] as const) {
    const { status, headers } = await desk.ask('GET', url);
    assert.deepEqual([status, headers['content-type'], headers['cache-control']], [200, type, 'no-cache'], url);
    assert.match(String(headers['content-security-policy']), /worker-src 'self'/);
  }
  assert.equal((await desk.ask('GET', '/manifest.json')).status, 404);
});

test('without built pages there is one that says so, and the interface works', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenring-ui-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const desk = await openHttpDesk(t, { uiFolder: folder });
  const { status, text } = await desk.ask('GET', '/desk');
  assert.equal(status, 503);
  assert.match(text, /pages are missing/);
  assert.equal((await desk.ask('GET', '/api/bootstrap')).status, 200);
});

test('a person at a wrong address gets a page, a program gets an error', async (t) => {
  const desk = await openHttpDesk(t);
  const page = await desk.ask('GET', '/dask', { headers: { accept: 'text/html,*/*' } });
  assert.deepEqual([page.status, page.headers['content-type']], [404, 'text/html; charset=utf-8']);
  assert.equal((await desk.ask('GET', '/dask')).code, 'notFound');
  assert.equal((await desk.ask('GET', '/api/dask', { headers: { accept: 'text/html' } })).code, 'notFound');
});

test('what a page needs to know first', async (t) => {
  const desk = await openHttpDesk(t);
  const { addresses, ...rest } = (await desk.ask('GET', '/api/bootstrap')).read<Bootstrap>();
  const nothingYet = { passwordSet: false, demo: false, goneAddresses: [], name: null, secure: null, pusher: null };
  assert.deepEqual(rest, { version: '9.9.9', realtimePort: 8001, ...nothingYet });
  assert.deepEqual(addresses, ['http://127.0.0.1:8000']);
});

test('the readable page has no inline script, and its two files are there', async (t) => {
  const desk = await openHttpDesk(t);
  const page = await desk.ask('GET', '/api/docs');
  assert.match(page.text, /<script defer src="\/api\/docs\/swagger-ui-bundle\.js"><\/script>/);
  assert.doesNotMatch(page.text, /<script[^>]*>[^<]|<style|style=/);
  assert.ok(findAsset('swagger-ui'));
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js']) {
    assert.equal((await desk.ask('GET', `/api/docs/${file}`)).status, 200, file);
  }
});
