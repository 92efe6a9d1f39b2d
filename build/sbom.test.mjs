import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { place } from './places.mjs';
import { makeSbom } from './sbom.mjs';

const lock = JSON.parse(readFileSync(place('package-lock.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(place('package.json'), 'utf8'));
const shipped = Object.entries(lock.packages).filter(([folder, { dev, optional }]) => folder && !dev && !optional);

const redis = { type: 'application', 'bom-ref': 'pkg:generic/redis@7.0.15', name: 'redis', version: '7.0.15' };
const make = (folders = shipped.map(([folder]) => folder)) =>
  makeSbom({ version: '1.2.3', lock, folders, others: [redis] });

test('what CycloneDX 1.6 asks for: head, and each component with type, name, and a reference of its own', () => {
  const sbom = make();
  assert.deepEqual([sbom.bomFormat, sbom.specVersion, sbom.version], ['CycloneDX', '1.6', 1]);
  assert.match(sbom.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  const refs = sbom.components.map((each) => each['bom-ref']);
  assert.equal(new Set(refs).size, refs.length);
  for (const { type, name, version, hashes = [], licenses = [] } of sbom.components) {
    assert.ok(['library', 'application', 'platform'].includes(type), name);
    assert.ok(name && version, name);
    for (const { alg, content } of hashes)
      assert.match(content, alg === 'SHA-512' ? /^[0-9a-f]{128}$/ : /^[0-9a-f]{64}$/);
    for (const each of licenses) assert.ok(each.expression ?? each.license.id ?? each.license.name, name);
  }
  const known = new Set([...refs, sbom.metadata.component['bom-ref']]);
  for (const { ref, dependsOn } of sbom.dependencies) {
    assert.ok(known.has(ref), ref);
    for (const each of dependsOn) assert.ok(known.has(each), `${ref} needs ${each}`);
  }
});

test('the same parts make the same bill; another part makes another one', () => {
  assert.deepEqual(make(), make());
  assert.notEqual(make().serialNumber, make(['node_modules/fastify']).serialNumber);
});

test('packages as their registry names them, aliases and scopes too, with what they need of what is there', () => {
  const sbom = make();
  const find = (ref) => sbom.components.find((each) => each['bom-ref'] === ref);
  const alias = lock.packages['node_modules/uWebSockets.js'];
  assert.ok(find(`pkg:npm/%40btc-vision/uwebsockets.js@${alias.version}`));
  const { group, name } = find(`pkg:npm/%40fastify/cookie@${manifest.dependencies['@fastify/cookie']}`);
  assert.deepEqual([group, name], ['@fastify', 'cookie']);
  const fastify = sbom.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/fastify@'));
  assert.ok(fastify.dependsOn.some((ref) => ref.startsWith('pkg:npm/avvio@')));
  const own = sbom.dependencies.find(({ ref }) => ref === 'pkg:generic/tenring@1.2.3');
  assert.ok(own.dependsOn.includes('pkg:generic/redis@7.0.15'));
  assert.ok(!sbom.components.some(({ name: each }) => each === 'typescript'), 'tools are not shipped');
});

test('every version of ours is one version, and the lock file holds just that, with its hash', () => {
  const exact = /^(npm:(@[^/]+\/)?[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
  for (const kind of ['dependencies', 'devDependencies']) {
    assert.deepEqual(lock.packages[''][kind], manifest[kind], `${kind} of package-lock.json`);
    for (const [name, version] of Object.entries(manifest[kind])) {
      assert.match(version, exact, name);
      assert.equal(lock.packages[`node_modules/${name}`]?.version, version.split('@').at(-1), name);
    }
  }
  for (const [folder, { integrity, link }] of Object.entries(lock.packages))
    if (folder && !link) assert.match(integrity ?? '', /^sha512-/, folder);
});

test('what is installed is what the lock file says', () => {
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const path = place('node_modules', name, 'package.json');
    assert.ok(existsSync(path), name);
    assert.equal(JSON.parse(readFileSync(path, 'utf8')).version, lock.packages[`node_modules/${name}`].version, name);
  }
});
