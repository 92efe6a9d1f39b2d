// Bundles ui/ into out/ui: one page per folder that has a main.tsx or main.ts. Assets carry their content's hash in their
// name and may be cached for ever; pages hold no inline script or style, so that a strict content security policy fits.
// `node esbuild.config.mjs --watch` rebuilds on every change (without compressed copies).
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { awayFolder, liveSite, writeAwayPage } from './build/away-page.mjs';
import { findLaterParts } from './build/later-parts.mjs';
import { placeAsset, writeAppManifest, writeServiceWorker } from './build/offline-page.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const target = join(root, 'out', 'ui');
const watching = process.argv.includes('--watch');
// Swapped in when complete: a server that runs meanwhile never sees half a build.
const fresh = watching ? target : join(root, 'out', `.ui-${process.pid}`);

function findPages() {
  const folder = join(root, 'ui');
  if (!existsSync(folder)) return {};
  const mains = readdirSync(folder)
    .filter((name) => name !== awayFolder)
    .flatMap((name) =>
      ['main.tsx', 'main.ts'].map((main) => [name, join(folder, name, main)]).filter(([, path]) => existsSync(path)),
    );
  return Object.fromEntries(mains);
}

const addressOf = (output) => `/assets/${basename(output)}`;

/** What a page loads at once: its own script, the chunks that script imports, its style sheet. */
function describePage(output, metafile) {
  const { cssBundle, imports } = metafile.outputs[output];
  const early = imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  return {
    js: addressOf(output),
    css: cssBundle === undefined ? [] : [addressOf(cssBundle)],
    preload: early.map(({ path }) => addressOf(path)),
    later: findLaterParts(fresh, output, metafile),
  };
}

const pageHtml = ({ js, css, preload, later }, { first, icon, app }) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <title>Tenring</title>
${[
  ...(icon ? [`<link rel="icon" href="${icon}">`] : []),
  ...(app
    ? [`<link rel="manifest" href="${app.manifest}">`, `<link rel="apple-touch-icon" href="${app.touchIcon}">`]
    : []),
  ...later.map(({ name, files }) => `<meta name="part:${name}" content="${files.join(' ')}">`),
  ...css.map((address) => `<link rel="stylesheet" href="${address}">`),
  `<script type="module" src="${first}"></script>`,
  ...preload.map((address) => `<link rel="modulepreload" href="${address}">`),
  `<script type="module" src="${js}"></script>`,
]
  .map((line) => `    ${line}\n`)
  .join('')}  </head>
  <body>
    <div id="root"></div>
    <noscript>Tenring needs JavaScript. / Tenring memerlukan JavaScript.</noscript>
  </body>
</html>
`;

/** Runs before the page's own script is there, and begins to fetch the language. */
const firstScript = 'ui/text/first-language.ts';

/** The one that is an app: it can be put on a home screen, and comes without a network. */
const appPage = 'tablet';

/** Of all bundles: each one's metafile, by which a page's output is found. */
async function writePages(metafiles) {
  const icon = placeAsset(fresh, join(root, 'ui', 'icon.svg'));
  const app = writeAppManifest(fresh, icon);
  const manifest = {};
  for (const metafile of metafiles) {
    const outputOf = (path) => Object.keys(metafile.outputs).find((each) => metafile.outputs[each].entryPoint === path);
    const first = addressOf(outputOf(firstScript));
    for (const [name, path] of Object.entries(pages)) {
      const output = outputOf(relative(root, path));
      if (output === undefined) continue;
      manifest[name] = { html: `${name}.html`, ...describePage(output, metafile) };
      const html = pageHtml(manifest[name], { first, icon, app: name === appPage ? app : undefined });
      writeFileSync(join(fresh, `${name}.html`), html);
      if (name !== appPage) continue;
      const options = { target: oldest, minify: !watching };
      await writeServiceWorker(fresh, { output, metafile, html, also: [icon, first], options });
    }
  }
  writeInputs(metafiles);
  writeFileSync(join(fresh, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Which files went in: the package collects their licences. */
function writeInputs(metafiles) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const inputs = new Set(metafiles.flatMap((each) => Object.keys(each.inputs)));
  writeFileSync(join(root, '.cache', 'screens.inputs.json'), JSON.stringify([...inputs], null, 1));
}

const compressible = new Set(['.js', '.css', '.svg', '.html', '.json']);
const worthwhileBytes = 1024;

function compressFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // The page for elsewhere is copied, not served.
    if (entry.isDirectory() && path !== join(fresh, liveSite)) compressFiles(path);
    if (!entry.isFile() || !compressible.has(extname(path))) continue;
    const bytes = readFileSync(path);
    if (bytes.length < worthwhileBytes) continue;
    // Quality 9 is within 3% of 11 here, and ten times as fast.
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

// The oldest tablets that are still worth a charger: browsers of 2021.
const oldest = ['chrome90', 'edge90', 'firefox88', 'safari14.1', 'ios14.5'];
const pages = findPages();
/**
 * Pages of one bundle share files. The tablet has one of its own: what it shared with other pages would be cut into a score of small files, each
 * with its headers, and a tablet seldom opens another page.
 */
const bundles = [Object.keys(pages).filter((name) => name !== appPage), [appPage]];
const metafiles = new Map();

const finishPages = (bundle) => ({
  name: 'finish-pages',
  setup(builder) {
    builder.onEnd(async ({ metafile, errors }) => {
      if (errors.length > 0) return;
      metafiles.set(bundle, metafile);
      if (metafiles.size === bundles.length) await writePages([...metafiles.values()]);
    });
  },
});

/** Pages read and write the live connection by tables; see src/wire/table-codec.ts. */
const wireByTables = {
  name: 'wire-by-tables',
  setup(builder) {
    builder.onResolve({ filter: /\/gen\/live\.js$/ }, ({ resolveDir, path }) => ({
      path: join(resolveDir, path.replace(/live\.js$/, 'live-tables.js')),
    }));
  },
};

const optionsOf = (bundle) => ({
  absWorkingDir: root,
  entryPoints: [
    ...bundle.map((name) => ({ in: pages[name], out: name })),
    { in: join(root, firstScript), out: 'first-language' },
  ],
  outdir: join(fresh, 'assets'),
  publicPath: '/assets',
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: oldest,
  jsx: 'automatic',
  minify: !watching,
  sourcemap: watching ? 'inline' : false,
  legalComments: 'none',
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': '"production"', TENRING_PACKAGED: 'false' },
  // Components are written against React's types and names and run on Preact: a seventh of the bytes, which an old tablet also has to
  // read before it shows anything.
  alias: {
    react: 'preact/compat',
    'react/jsx-runtime': 'preact/jsx-runtime',
    'react-dom': 'preact/compat',
    'react-dom/client': 'preact/compat/client',
  },
  loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file', '.webp': 'file' },
  metafile: true,
  logLevel: 'warning',
  plugins: [wireByTables, finishPages(bundle)],
});

rmSync(fresh, { recursive: true, force: true });
mkdirSync(join(fresh, 'assets'), { recursive: true });
if (watching) {
  for (const bundle of bundles) await (await context(optionsOf(bundle))).watch();
  console.log(`Watching ui/ (${Object.keys(pages).join(', ')})`);
} else {
  await Promise.all([
    ...bundles.map((bundle) => build(optionsOf(bundle))),
    writeAwayPage(join(fresh, liveSite), optionsOf([])),
  ]);
  compressFiles(fresh);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  console.log(Object.keys(pages).join(', ') || 'no pages yet');
}
