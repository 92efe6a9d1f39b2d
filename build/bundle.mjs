// Bundles server code for the packaged executable: the program and each worker thread become one .cjs file, native addons
// become assets beside them. What the sources learn from it: TENRING_PACKAGED and TENRING_VERSION (see src/kit/installation.ts).
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { place, root } from './places.mjs';

const require = createRequire(import.meta.url);
const uwsBinary = 'uws_linux_x64_137.node';

/** The program and everything named src/PART/PART-thread.ts. */
export function findEntries() {
  const threads = readdirSync(place('src'))
    .flatMap((part) => (existsSync(place('src', part, `${part}-thread.ts`)) ? [part] : []))
    .map((part) => [`${part}-thread`, place('src', part, `${part}-thread.ts`)]);
  return { main: place('src', 'main.ts'), ...Object.fromEntries(threads) };
}

function replaceOnce(text, pattern, replacement) {
  if (text.split(pattern).length !== 2) throw new Error(`Expected exactly one ${pattern} in the package to be bundled`);
  return text.replace(pattern, replacement);
}

/** Addons are copied beside the bundle, and the code that looks for them is pointed there. */
const addons = (folder) => ({
  name: 'addons',
  setup(builder) {
    builder.onResolve({ filter: /^better-sqlite3$/ }, () => ({ path: require.resolve('better-sqlite3/linux-x64') }));
    builder.onLoad({ filter: /\/uWebSockets\.js\/uws\.js$/ }, ({ path }) => ({
      contents: replaceOnce(readFileSync(path, 'utf8'), /require\('\.\/uws_'[^)]*\)/, `require('./${uwsBinary}')`),
    }));
    builder.onResolve({ filter: /\.node$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      namespace: 'addon',
    }));
    builder.onLoad({ filter: /./, namespace: 'addon' }, ({ path }) => {
      copyFileSync(path, join(folder, basename(path)));
      return {
        contents: `module.exports = require('./build/packaged-addon.cjs').loadAddon(${JSON.stringify(basename(path))});`,
        resolveDir: root,
      };
    });
  },
});

/**
 * @param {Record<string, string>} entries name → source file
 * @param {string} folder where NAME.cjs and the addons go
 * @returns {Promise<import('esbuild').Metafile>}
 */
export async function bundleProgram(entries, folder, version) {
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([out, path]) => ({ in: path, out })),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    // Names and lines stay as they are: a stack trace from a venue is worth more than a megabyte.
    minify: false,
    legalComments: 'none',
    charset: 'utf8',
    define: {
      TENRING_PACKAGED: 'true',
      TENRING_VERSION: JSON.stringify(version),
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
    alias: {
      long: place('build', 'empty.cjs'),
      'source-map-support/register': place('build', 'empty.cjs'),
      // node-fetch (of pusher) takes Node's own URL, and this only where there is none: 300 KB of tables.
      'whatwg-url': place('build', 'empty.cjs'),
      // Its other form asks for its own address, which a bundle does not have.
      pdfkit: place('node_modules', 'pdfkit', 'js', 'pdfkit.js'),
    },
    metafile: true,
    logLevel: 'warning',
    plugins: [addons(folder)],
  });
  return metafile;
}
