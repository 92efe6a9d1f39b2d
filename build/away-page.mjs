// The page that `tenring live-site` writes: one classic script and one style sheet beside an index.html, with addresses relative to it, because it
// may lie in any folder of any web space, or on a disk, from where browsers run no modules and fetch nothing.
import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** Its main.tsx is in ui/away. */
export const awayFolder = 'away';
/** Where it is among the built pages. */
export const liveSite = 'live-site';

const html = (script, style) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <title>Tenring</title>
    <link rel="icon" href="icon.svg">
    <link rel="stylesheet" href="${style}">
    <script src="site.js"></script>
    <script src="${script}" defer></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>Tenring needs JavaScript. / Tenring memerlukan JavaScript.</noscript>
  </body>
</html>
`;

/** `options`: those of the appliance's own pages. Files have their content's hash in their names: an older page in a cache stays whole. */
export async function writeAwayPage(folder, options) {
  const { plugins, absWorkingDir, ...rest } = options;
  const { metafile } = await build({
    ...rest,
    absWorkingDir,
    plugins: plugins.filter(({ name }) => name !== 'finish-pages'),
    entryPoints: [{ in: join(absWorkingDir, 'ui', awayFolder, 'main.tsx'), out: 'live' }],
    outdir: folder,
    publicPath: '.',
    format: 'iife',
    splitting: false,
  });
  const outputs = Object.keys(metafile.outputs).map((path) => basename(path));
  const [script, style] = ['.js', '.css'].map((end) =>
    outputs.find((name) => name.startsWith('live-') && name.endsWith(end)),
  );
  copyFileSync(join(absWorkingDir, 'ui', 'icon.svg'), join(folder, 'icon.svg'));
  writeFileSync(join(folder, 'index.html'), html(script, style));
  return metafile;
}
