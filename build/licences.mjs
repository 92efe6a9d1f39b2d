// The notices of everything that goes into the executable: their licences ask that copies come with them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { place } from './places.mjs';

const licenceFile = /^(licen[cs]e|notice|copying)/i;

function describe(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((name) => licenceFile.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  return {
    title: `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})`,
    text: texts.join('\n\n'),
  };
}

/** "node_modules/a/b.js" → "a", "node_modules/@a/b/c.js" → "@a/b", nested packages too. */
const packageOf = (input) =>
  /^(?:addon:)?.*?(node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

/** The packages that bundled files are of, as folders relative to the root. */
export const packageFolders = (inputs) => [...new Set(inputs.map(packageOf).filter(Boolean))].sort();

/**
 * @param {string[]} inputs bundled files, relative to the root
 * @param {{title: string, path: string}[]} others what is carried along without being bundled
 */
export function collectLicences(inputs, others) {
  const known = packageFolders(inputs)
    .filter((folder) => existsSync(place(folder, 'package.json')))
    .map((folder) => describe(place(folder)));
  const given = others.map(({ title, path }) => ({ title, text: readFileSync(path, 'utf8').trim() }));
  const rule = '='.repeat(100);
  const parts = [...given, ...known].map(({ title, text }) => `${rule}\n${title}\n${rule}\n\n${text}\n`);
  return `Tenring carries the work of many others. Their licences follow.\n\n${parts.join('\n')}`;
}
