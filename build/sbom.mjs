// What the executable is made of, as a CycloneDX 1.6 bill of materials: the packages that were bundled, the runtime, the servers and
// libraries inside. Our own eighty lines: the usual tool lists what is installed, which is far more than what is shipped.
import { createHash } from 'node:crypto';

/** "sha512-…" of the lock file → CycloneDX's hash. */
function hashesOf(integrity) {
  const [, content] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return content ? [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] : [];
}

export const sha256Of = (bytes) => [{ alg: 'SHA-256', content: createHash('sha256').update(bytes).digest('hex') }];

/** An SPDX id, an expression of some, or the name that the package gives. */
function licencesOf(licence) {
  if (licence === undefined) return [];
  if (/^SEE LICEN[CS]E/i.test(licence)) return [{ license: { name: licence } }];
  return /[ ()]/.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];
}

/** https://github.com/package-url/purl-spec */
function purlOf(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

const folderName = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

function packageComponent(folder, locked) {
  // An alias is installed under one name and published under another.
  const fullName = locked.name ?? folderName(folder);
  const [name, group] = fullName.split('/').reverse();
  const purl = purlOf(fullName, locked.version);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version: locked.version,
    hashes: hashesOf(locked.integrity),
    licenses: licencesOf(locked.license),
    purl,
  };
}

/** Where Node finds `name` for a file of the package in `folder`. */
function resolve(packages, folder, name) {
  for (let from = folder; from !== ''; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const candidate = `${from}/node_modules/${name}`;
    if (packages[candidate]) return candidate;
  }
  return packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
}

/**
 * @param {object} made
 * @param {string} made.version of Tenring
 * @param {object} made.lock package-lock.json
 * @param {string[]} made.folders of bundled packages: `node_modules/a`, `node_modules/@a/b/node_modules/c`
 * @param {object[]} made.others components that are no packages of npm: the runtime, redis-server, SQLite
 */
export function makeSbom({ version, lock, folders, others }) {
  const own = `pkg:generic/tenring@${version}`;
  const shipped = [...new Set(folders)].filter((folder) => lock.packages[folder]).sort();
  const refs = new Map(shipped.map((folder) => [folder, packageComponent(folder, lock.packages[folder])['bom-ref']]));
  const components = [
    ...new Map(shipped.map((folder) => [refs.get(folder), packageComponent(folder, lock.packages[folder])])).values(),
  ];
  const dependsOn = (folder) =>
    Object.keys(lock.packages[folder].dependencies ?? {}).flatMap(
      (name) => refs.get(resolve(lock.packages, folder, name)) ?? [],
    );
  const direct = Object.keys(lock.packages[''].dependencies).flatMap((name) => refs.get(`node_modules/${name}`) ?? []);
  const needs = new Map([[own, [...direct, ...others.map((each) => each['bom-ref'])]]]);
  for (const folder of shipped)
    needs.set(refs.get(folder), [...(needs.get(refs.get(folder)) ?? []), ...dependsOn(folder)]);
  const body = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: 'tenring',
        version,
        licenses: licencesOf('MIT'),
        purl: own,
      },
    },
    components: [...others, ...components],
    dependencies: [...needs].map(([ref, on]) => ({ ref, dependsOn: [...new Set(on)].sort() })),
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(JSON.stringify(body)),
    version: 1,
    ...body,
  };
}

/** From the content, so that the same package has the same one. The digits that say so are of a UUID of version 8. */
function serialOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
