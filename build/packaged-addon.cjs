// Inside the packaged executable: loads a native addon. The system can only load it from a real file, so it is written to a
// folder of its own for a moment; once loaded it needs no name, and nothing stays behind. That wants a folder where files
// may be written and run, and no particular one: a missing HOME, or one that is not ours to write, is no obstacle.
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

function candidateFolders() {
  const { PKG_NATIVE_CACHE_PATH, XDG_CACHE_HOME, HOME } = process.env;
  const caches = [XDG_CACHE_HOME, HOME && join(HOME, '.cache')];
  return [PKG_NATIVE_CACHE_PATH, tmpdir(), ...caches, '/var/tmp', '/dev/shm', process.cwd()].filter(Boolean);
}

function loadFrom(folder, name, bytes) {
  const own = mkdtempSync(join(folder, 'tenring-addon-'));
  try {
    const path = join(own, name);
    writeFileSync(path, bytes, { mode: 0o700 });
    const addon = { exports: {} };
    process.dlopen(addon, path);
    return addon.exports;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** @param {string} name a file beside the bundle */
exports.loadAddon = (name) => {
  const bytes = readFileSync(join(__dirname, name));
  const reasons = [];
  for (const folder of candidateFolders()) {
    try {
      return loadFrom(folder, name, bytes);
    } catch (error) {
      reasons.push(`${folder}: ${error.message}`);
    }
  }
  throw new Error(
    `${name} cannot be loaded. Set PKG_NATIVE_CACHE_PATH to a folder where files may be written and run.\n${reasons.join('\n')}`,
  );
};
