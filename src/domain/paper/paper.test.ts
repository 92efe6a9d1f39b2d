// Officials, certificates and logos as the desk asks for them, and what a picture says of itself.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dotOfPng } from '../../testing/rest-tournament.ts';
import { after, ask, smallCompetition, tabletAt1 } from '../../testing/small-competition.ts';
import type { Command } from '../commands.ts';
import { imageHeadOf } from './image-head.ts';
import { type Certificate, certificateWords, filledIn } from './paper.ts';
import { bytesOfBase64, mostLogoBytes } from './paper-check.ts';

const start = smallCompetition();
const refused = (command: Command) => ask(start, command).rejection;
const certificate: Certificate = { title: 'Piagam', text: '{name}\n\n{place}: {event}', signatures: ['Ketua'] };

describe('officials', () => {
  test('replace those before', () => {
    const first = after(start, { kind: 'setOfficials', officials: [{ name: 'Sinta', role: 'Judge' }] });
    const officials = [{ name: 'Budi', role: 'Director of shooting' }];
    assert.deepEqual(after(first, { kind: 'setOfficials', officials }).paper.officials, officials);
  });

  test('without a name or a function are refused, with their line', () => {
    const given = (name: string, role: string) =>
      refused({
        kind: 'setOfficials',
        officials: [
          { name: 'Sinta', role: 'Judge' },
          { name, role },
        ],
      });
    assert.deepEqual(given(' ', 'Judge'), { code: 'officialWrong', line: 2, why: 'name' });
    assert.deepEqual(given('Budi', 'a\nb'), { code: 'officialWrong', line: 2, why: 'role' });
    const many = Array.from({ length: 301 }, () => ({ name: 'Budi', role: 'Judge' }));
    assert.deepEqual(refused({ kind: 'setOfficials', officials: many }), {
      code: 'officialWrong',
      line: 301,
      why: 'tooMany',
    });
  });

  test('are the organiser’s', () => {
    const { rejection } = ask(start, { kind: 'setOfficials', officials: [] }, tabletAt1);
    assert.deepEqual(rejection, { code: 'notAllowed', role: 'scorer' });
  });
});

describe('a certificate', () => {
  test('is kept, and the ordinary one comes back', () => {
    const set = after(start, { kind: 'setCertificate', certificate });
    assert.deepEqual(set.paper.certificate, certificate);
    assert.equal(after(set, { kind: 'setCertificate', certificate: undefined }).paper.certificate, undefined);
  });

  test('with a word in braces that means nothing is refused', () => {
    const text = '{name} shot {scroe}';
    assert.deepEqual(refused({ kind: 'setCertificate', certificate: { ...certificate, text } }), {
      code: 'certificateWrong',
      why: 'word',
      found: 'scroe',
    });
  });

  for (const [why, wrong] of [
    ['title', { title: '' }],
    ['text', { text: ' \n ' }],
    ['tooLong', { text: 'x'.repeat(1501) }],
    ['signature', { signatures: [''] }],
    ['tooManySignatures', { signatures: ['a', 'b', 'c', 'd', 'e'] }],
  ] as const) {
    test(`is refused: ${why}`, () => {
      const rejection = refused({ kind: 'setCertificate', certificate: { ...certificate, ...wrong } });
      assert.deepEqual(rejection, { code: 'certificateWrong', why, found: '' });
    });
  }

  test('is filled in; what is no such word stays', () => {
    const words = Object.fromEntries(certificateWords.map((word) => [word, `<${word}>`])) as Record<
      (typeof certificateWords)[number],
      string
    >;
    assert.equal(filledIn('{name}: {place} {x}', words), '<name>: <place> {x}');
  });
});

describe('a logo', () => {
  const logoOf = (logo: string) => refused({ kind: 'setLogo', logo });

  test('is kept, and taken away', () => {
    const set = after(start, { kind: 'setLogo', logo: dotOfPng });
    assert.equal(set.paper.logo, dotOfPng);
    assert.equal(after(set, { kind: 'setLogo', logo: undefined }).paper.logo, undefined);
  });

  test('that is no picture, too large, or would fill the memory is refused', () => {
    const wide = Buffer.from(dotOfPng, 'base64');
    wide.writeUInt32BE(30_000, 16);
    assert.deepEqual(logoOf('R0lGODlhAQAB'), { code: 'logoWrong', why: 'notAPicture' });
    assert.deepEqual(logoOf('no base64!'), { code: 'logoWrong', why: 'notAPicture' });
    assert.deepEqual(logoOf(wide.toString('base64')), { code: 'logoWrong', why: 'tooManyPixels' });
    const large = Buffer.concat([Buffer.from(dotOfPng, 'base64'), Buffer.alloc(mostLogoBytes)]);
    assert.deepEqual(logoOf(large.toString('base64')), { code: 'logoWrong', why: 'tooLarge' });
  });

  test('says how large it is', () => {
    assert.deepEqual(imageHeadOf(bytesOfBase64(dotOfPng)), { kind: 'png', width: 1, height: 1 });
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 40, 1, 0, 3, 0, 0, 0, 0];
    assert.deepEqual(imageHeadOf(Uint8Array.from(jpeg)), { kind: 'jpeg', width: 256, height: 40 });
    assert.equal(imageHeadOf(Uint8Array.from(jpeg.slice(0, 8))), undefined);
  });
});
