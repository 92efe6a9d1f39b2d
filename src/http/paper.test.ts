// Officials, certificate and logo over HTTP: given, read again, refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { openHttpDesk } from '../testing/http-desk.ts';
import { dotOfPng } from '../testing/rest-tournament.ts';
import type { Scope } from '../testing/scope.ts';
import type { PaperView } from '../wire/api-paper.ts';

async function openPaper(t: Scope) {
  const desk = await openHttpDesk(t);
  await desk.logIn();
  const path = `/api/competitions/${await desk.createCompetition()}`;
  const put = async (name: string, json: unknown) => {
    const { status, code } = await desk.ask('PUT', `${path}/${name}`, { json });
    return [status, code];
  };
  return { desk, path, put, read: async () => (await desk.ask('GET', `${path}/paper`)).read<PaperView>() };
}

const unprintable = { count: 0, names: [] };

test('what is given is there, and the picture as it was', async (t) => {
  const { desk, path, put, read } = await openPaper(t);
  assert.deepEqual(await read(), { officials: [], certificate: null, logo: null, unprintable });
  assert.equal((await desk.ask('GET', `${path}/logo`)).code, 'noLogo');
  const officials = [{ name: 'Sinta', role: 'Ketua juri' }];
  const certificate = { title: 'Piagam', text: '{name}', signatures: [] };
  assert.deepEqual(await put('officials', officials), [200, undefined]);
  assert.deepEqual(await put('certificate', { certificate }), [200, undefined]);
  assert.deepEqual(await put('logo', { image: dotOfPng }), [200, undefined]);
  assert.deepEqual(await read(), { officials, certificate, logo: { kind: 'png', width: 1, height: 1 }, unprintable });
  const picture = await desk.app.inject({ url: `${path}/logo`, headers: { host: desk.host } });
  assert.equal(picture.headers['content-type'], 'image/png');
  assert.equal(picture.rawPayload.toString('base64'), dotOfPng);
  await put('certificate', { certificate: null });
  await put('logo', { image: null });
  assert.deepEqual(await read(), { officials, certificate: null, logo: null, unprintable });
});

test('names that no font has are told before they are printed', async (t) => {
  const { desk, path, read } = await openPaper(t);
  await desk.importCsv(
    path.split('/').at(-1) ?? '',
    'name,club,category\nதமிழ்,Elang,RM\n김우진,Elang,RM\nAdi,ភាសា,RM\n',
  );
  assert.deepEqual((await read()).unprintable, { count: 2, names: ['தமிழ்', 'Adi'] });
});

test('what cannot be is refused, and what was there stays', async (t) => {
  const { put, read } = await openPaper(t);
  await put('logo', { image: dotOfPng });
  const dot = Buffer.from(dotOfPng, 'base64');
  const torn = Buffer.concat([dot.subarray(0, 45), Buffer.alloc(6), dot.subarray(51)]);
  const interlaced = Buffer.from(dot);
  interlaced[28] = 1;
  assert.deepEqual(await put('officials', [{ name: '', role: 'x' }]), [422, 'officialWrong']);
  assert.deepEqual(await put('certificate', { certificate: { title: 'x', text: '{y}', signatures: [] } }), [
    422,
    'certificateWrong',
  ]);
  for (const bytes of [torn, interlaced, dot.subarray(0, -12), Buffer.from('GIF89a..')]) {
    assert.deepEqual(await put('logo', { image: bytes.toString('base64') }), [422, 'logoWrong']);
  }
  assert.deepEqual((await read()).logo, { kind: 'png', width: 1, height: 1 });
});

test('a picture that unpacks to more than it says costs no memory', async (t) => {
  const { put } = await openPaper(t);
  const dot = Buffer.from(dotOfPng, 'base64');
  const bomb = deflateSync(Buffer.alloc(50_000_000));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bomb.length);
  const image = Buffer.concat([
    dot.subarray(0, 33),
    length,
    Buffer.from('IDAT'),
    bomb,
    Buffer.alloc(4),
    dot.subarray(-12),
  ]);
  assert.deepEqual(await put('logo', { image: image.toString('base64') }), [422, 'logoWrong']);
});
