// What goes into the executable and is no package of npm: versions are asked of the very files that are shipped.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { place } from '../places.mjs';
import { sha256Of } from '../sbom.mjs';
import { readVersion, staticRedis } from './redis.mjs';

const cpe = (vendor, product, version) => `cpe:2.3:a:${vendor}:${product}:${version}:*:*:*:*:*:*:*`;

function component({ name, version, licence, vendor, product = name, ...more }) {
  const purl = `pkg:generic/${name}@${version}`;
  const licenses = [{ license: { id: licence } }];
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses,
    cpe: cpe(vendor, product, version),
    purl,
    ...more,
  };
}

/** Inside the runtime; those that have had holes of their own. */
const insideNode = {
  openssl: { licence: 'Apache-2.0', vendor: 'openssl' },
  v8: { licence: 'BSD-3-Clause', vendor: 'google' },
  uv: { licence: 'MIT', vendor: 'libuv', product: 'libuv' },
  zlib: { licence: 'Zlib', vendor: 'zlib' },
  llhttp: { licence: 'MIT', vendor: 'llhttp' },
  nghttp2: { licence: 'MIT', vendor: 'nghttp2' },
  undici: { licence: 'MIT', vendor: 'nodejs' },
};

/** A library's number as its makers write it: some are followed by what Node's makers did to it. */
const plain = (version) => /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;

export function sbomParts(runtime) {
  const ask = (code) =>
    JSON.parse(execFileSync(runtime, ['-p', `JSON.stringify(${code})`], { cwd: place(), encoding: 'utf8' }));
  const versions = ask('process.versions');
  const sqlite = ask("require('better-sqlite3')(':memory:').prepare('select sqlite_version() v').get().v");
  const redis = readVersion(staticRedis)?.text;
  if (redis === undefined) throw new Error(`${staticRedis} does not say its version`);
  const components = Object.entries(insideNode).map(([name, about]) =>
    component({ name, version: plain(versions[name]), ...about }),
  );
  return [
    component({
      ...{ name: 'node', version: versions.node, licence: 'MIT', vendor: 'nodejs', product: 'node.js' },
      ...{ type: 'platform', components, hashes: sha256Of(readFileSync(runtime)) },
    }),
    component({
      ...{ name: 'redis', version: redis, licence: 'BSD-3-Clause', vendor: 'redis', type: 'application' },
      hashes: sha256Of(readFileSync(staticRedis)),
    }),
    component({ name: 'sqlite', version: sqlite, licence: 'blessing', vendor: 'sqlite' }),
  ];
}
