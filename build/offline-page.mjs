// What makes the scoring page an app of its own: a web app manifest with icons, and the service worker with the list of what it puts away.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { build } from 'esbuild';
import { place } from './places.mjs';

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** Copies a file among the assets, under a name with its content's hash, and returns its address. */
export function placeAsset(folder, path) {
  const bytes = readFileSync(path);
  const name = `${basename(path, extname(path))}-${hashOf(bytes)}${extname(path)}`;
  writeFileSync(join(folder, 'assets', name), bytes);
  return `/assets/${name}`;
}

/** Writes tablet.webmanifest and returns what the page's head has to name. */
export function writeAppManifest(folder, iconAddress) {
  const icon = (name) => placeAsset(folder, place('ui', 'icons', `${name}.png`));
  const png = (name, size, more = {}) => ({ src: icon(name), sizes: `${size}x${size}`, type: 'image/png', ...more });
  const manifest = {
    id: '/tablet',
    name: 'Tenring',
    short_name: 'Tenring',
    description: 'Archery scoring at the target',
    start_url: '/tablet',
    scope: '/tablet',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#1b1e21',
    icons: [
      { src: iconAddress, sizes: 'any', type: 'image/svg+xml' },
      png('icon-192', 192),
      png('icon-512', 512),
      png('maskable-512', 512, { purpose: 'maskable' }),
    ],
  };
  writeFileSync(join(folder, 'tablet.webmanifest'), `${JSON.stringify(manifest, null, 2)}\n`);
  return { manifest: '/tablet.webmanifest', touchIcon: icon('touch-180') };
}

/** Messages that only the desk shows. */
const ofDesk = /^ui\/text\/\w+-desk\.ts$/;

/** Everything that a tablet may load, its own script first: scripts, also those loaded later, style sheets and what these name. */
function assetsOf(output, { outputs }) {
  const found = new Set([output]);
  for (const each of found) {
    const { imports = [], cssBundle } = outputs[each] ?? {};
    if (cssBundle) found.add(cssBundle);
    for (const { path, external } of imports) {
      if (!external && outputs[path] && !ofDesk.test(outputs[path].entryPoint ?? '')) found.add(path);
    }
  }
  return [...found].map((path) => `/assets/${basename(path)}`);
}

/** `output` is the scoring page's own script in the metafile; `also` what its head names beside. */
export async function writeServiceWorker(folder, { output, metafile, html, also, options }) {
  const assets = [...assetsOf(output, metafile), ...also];
  const name = hashOf(`${html}\n${assets.join('\n')}`);
  await build({
    entryPoints: [place('ui', 'worker', 'service-worker.ts')],
    outfile: join(folder, 'service-worker.js'),
    bundle: true,
    format: 'iife',
    define: { TENRING_BUILD: JSON.stringify({ name, page: '/tablet', assets }) },
    ...options,
  });
}
