import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findLaterParts } from './later-parts.mjs';

const statement = (path) => ({ path, kind: 'import-statement' });
const later = (path) => ({ path, kind: 'dynamic-import' });

/** A page with two parts that share a chunk, one in its own script and one in a chunk, and with a language. */
function createMetafile() {
  return {
    outputs: {
      'out/page.js': { entryPoint: 'ui/tablet/main.tsx', imports: [statement('out/shared.js'), later('out/a.js')] },
      'out/shared.js': {
        imports: [later('out/b.js'), later('out/en.js'), { path: 'x', kind: 'import-statement', external: true }],
      },
      'out/a.js': {
        ...{ entryPoint: 'ui/tablet/sheets-part.ts', cssBundle: 'out/a.css' },
        imports: [statement('out/shared.js'), statement('out/both.js')],
      },
      'out/b.js': { entryPoint: 'ui/tablet/matches-part.ts', imports: [statement('out/both.js')] },
      'out/both.js': { imports: [] },
      'out/en.js': { entryPoint: 'ui/text/en.ts', imports: [] },
    },
  };
}

test('a part has its own script and what the page has not loaded with itself; languages are none', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parts-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  const css = join(folder, 'assets', 'a.css');
  writeFileSync(css, '.a{}');
  const metafile = createMetafile();
  assert.deepEqual(findLaterParts(folder, 'out/page.js', metafile), [
    { name: 'sheets-part', files: ['/assets/a.js', '/assets/both.js'] },
    { name: 'matches-part', files: ['/assets/b.js', '/assets/both.js'] },
  ]);
  // The page's own style sheet has its rules.
  assert.equal(existsSync(css), false);
  assert.equal('cssBundle' in metafile.outputs['out/a.js'], false);
  assert.deepEqual(findLaterParts(folder, 'out/both.js', metafile), []);
});
