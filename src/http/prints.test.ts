// Documents over HTTP, made by the real thread: ordered, looked after, fetched, refused.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findAsset } from '../kit/installation.ts';
import { createPrinter } from '../printing/printer.ts';
import { createStartPrinting } from '../printing/start-printing.ts';
import { type HttpDesk, openHttpDesk } from '../testing/http-desk.ts';
import type { Scope } from '../testing/scope.ts';
import type { PrintView } from '../wire/api-prints.ts';

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

async function openPrinting(t: Scope) {
  const printer = createPrinter({
    startPrinting: createStartPrinting(findAsset('fonts'), 256),
    clock: { now: () => 0 },
    log,
  });
  t.after(() => printer.close());
  const desk = await openHttpDesk(t, { printer });
  await desk.logIn();
  const id = await desk.createCompetition();
  await desk.importCsv(id, 'name,club,category,target\nNguyễn Thị Ánh,Elang,RM,1A\nЮлия Щербакова,Garuda,RW,2A\n');
  return { desk, path: `/api/competitions/${id}/prints`, id };
}

async function ended(desk: HttpDesk, path: string, ordered: PrintView): Promise<PrintView> {
  let view = ordered;
  while (view.state === 'waiting' || view.state === 'working') {
    await sleep(20);
    view = (await desk.ask('GET', `${path}/${view.id}`)).read<PrintView>();
  }
  return view;
}

test('a list is ordered, made and fetched', async (t) => {
  const { desk, path } = await openPrinting(t);
  const ordered = await desk.ask('POST', path, { json: { document: 'listByTarget', languages: ['id', 'en'] } });
  assert.equal(ordered.status, 202);
  const facts = desk.intake.facts.length;
  const view = await ended(desk, path, ordered.read<PrintView>());
  assert.equal(view.state, 'done');
  const pdf = await desk.app.inject({
    url: `${path}/${view.id}/pdf`,
    headers: { host: desk.host, cookie: desk.cookie() },
  });
  assert.deepEqual([pdf.statusCode, pdf.headers['content-type']], [200, 'application/pdf']);
  assert.equal(pdf.rawPayload.length, view.bytes);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf.rawPayload, encoding: 'utf8' });
  assert.match(text, /1A +Nguyễn Thị Ánh +Elang[\s\S]*2A +Юлия Щербакова +Garuda/);
  assert.equal(desk.intake.facts.length, facts);
});

test('what cannot be printed is refused, each in its own words', async (t) => {
  const { desk, path, id } = await openPrinting(t);
  const order = async (json: unknown) => {
    const { status, code } = await desk.ask('POST', path, { json });
    return [status, code];
  };
  assert.deepEqual(await order({ document: 'novel' }), [400, 'badRequest']);
  assert.deepEqual(await order({ document: 'medals', address: 'javascript:alert(1)' }), [400, 'badRequest']);
  assert.deepEqual(await order({ document: 'medals', category: 'XX' }), [422, 'unknownCategory']);
  assert.deepEqual(await order({ document: 'scorecards', session: 9 }), [404, 'unknownSession']);
  const nowhere = await desk.ask('GET', `/api/competitions/${id}/prints/none`);
  assert.deepEqual([nowhere.status, nowhere.code], [404, 'unknownPrint']);
});

test('cancelled, it is gone; before it is done there is no PDF', async (t) => {
  const { desk, path } = await openPrinting(t);
  const { id } = (await desk.ask('POST', path, { json: { document: 'scorecards' } })).read<PrintView>();
  assert.equal((await desk.ask('GET', `${path}/${id}/pdf`)).code, 'printNotReady');
  assert.equal((await desk.ask('DELETE', `${path}/${id}`)).status, 204);
  assert.equal((await desk.ask('GET', `${path}/${id}`)).code, 'unknownPrint');
});

test('nobody but the organiser sees a print', async (t) => {
  const { desk, path } = await openPrinting(t);
  const { id } = (await desk.ask('POST', path, { json: { document: 'medals' } })).read<PrintView>();
  assert.equal((await desk.ask('GET', `${path}/${id}/pdf`, { anonymous: true })).code, 'notLoggedIn');
});
