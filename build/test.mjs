// npm test: types, lint, arrows between folders, then every test, with the coverage of src held to a bar.
// npm test -- --only PATTERN runs just the test files whose path contains PATTERN, and no other check.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bars, coverageFile, failedFile } from './coverage.mjs';
import { cache, place, root } from './places.mjs';
import { setUp } from './setup.mjs';

const { node, env } = await setUp('test');
// Hundreds of processes load the same modules: compiled once, they start in half the time (a third of all processor time; lines covered
// differ by less than 0.1 %).
env.NODE_COMPILE_CACHE = cache('compiled');
env.PATH = `${place('node_modules', '.bin')}${delimiter}${env.PATH ?? ''}`;

/** Runs a program in sight of the user, or quietly: then its output is shown only when it fails. */
function execute(command, args, { quiet }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

const bin = (name) => place('node_modules', '.bin', name);
const sources = ['src', 'ui'].filter((folder) => existsSync(place(folder)));
const checks = [
  ['types', node, [bin('tsc'), '--noEmit']],
  ['lint and format', node, [bin('biome'), 'ci', '--colors=off', '.']],
  ['arrows between folders', node, [bin('depcruise'), '--config', '.dependency-cruiser.cjs', ...sources]],
];

async function runChecks() {
  const failed = [];
  for (const [what, command, args] of checks) {
    const since = performance.now();
    const { ok, output } = await execute(command, args, { quiet: true });
    console.log(`${ok ? '✓' : '✗'} ${what} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
    if (!ok) console.log(output);
    if (!ok) failed.push(what);
  }
  return failed;
}

function findTests() {
  return ['src', 'ui', 'build']
    .filter((folder) => existsSync(place(folder)))
    .flatMap((folder) => readdirSync(place(folder), { recursive: true }).map((name) => join(folder, name)))
    .filter((path) => /\.test\.(ts|tsx|mjs)$/.test(path))
    .sort();
}

const testFlags = [
  '--test',
  '--test-concurrency=2',
  '--test-timeout=180000',
  `--test-reporter=${place('build', 'test-report.mjs')}`,
  '--test-reporter-destination=stdout',
];
const coverageFlags = [
  '--experimental-test-coverage',
  '--test-coverage-include=src/**',
  '--test-coverage-exclude=src/wire/gen/**',
];

function coverageFailures() {
  if (!existsSync(coverageFile)) return ['coverage (not measured)'];
  const { totals } = JSON.parse(readFileSync(coverageFile, 'utf8'));
  return Object.entries(bars)
    .filter(([kind, bar]) => totals[kind] < bar)
    .map(([kind, bar]) => `coverage of ${kind}: ${totals[kind].toFixed(1)}%, and ${bar}% is asked for`);
}

/** A property that failed once has found something, and the rules of the sport run alone anyway: neither is tried again. */
const mayBeTriedAgain = (path) => !path.endsWith('.prop.test.ts') && !path.startsWith('src/domain/');

/**
 * Real sockets, processes and browsers share two cores with another test file, and may then be slower than a test expects. What failed there
 * has a second try, alone, and is named at the end whichever way that goes.
 */
async function tryAlone() {
  const failed = existsSync(failedFile) ? JSON.parse(readFileSync(failedFile, 'utf8')) : [];
  if (failed.length === 0 || failed.length > 3 || !failed.every(mayBeTriedAgain)) return false;
  console.log(`\nFailed beside others; once more, alone:\n${failed.map((path) => `  ${path}\n`).join('')}`);
  const { ok } = await execute(node, [...testFlags, '--test-concurrency=1', ...failed], { quiet: false });
  if (ok)
    console.log(`\n⚠ Failed beside others, passed alone: ${failed.join(', ')}. Whoever reads this: find out why.`);
  return ok;
}

async function runEverything() {
  const failed = await runChecks();
  for (const file of [coverageFile, failedFile]) rmSync(file, { force: true });
  const { ok } = await execute(node, [...testFlags, ...coverageFlags, ...findTests()], { quiet: false });
  const missed = coverageFailures();
  if (!ok && !(await tryAlone())) failed.push('tests');
  return [...failed, ...missed];
}

async function runOnly(pattern) {
  const chosen = findTests().filter((path) => path.includes(pattern));
  if (chosen.length === 0) return [`no test file has ${JSON.stringify(pattern)} in its path`];
  const { ok } = await execute(node, [...testFlags, ...chosen], { quiet: false });
  return ok ? [] : ['tests'];
}

const [flag, pattern] = process.argv.slice(2);
if (flag !== undefined && (flag !== '--only' || pattern === undefined)) {
  console.error('Usage: npm test [-- --only PATTERN]');
  process.exit(2);
}
const failed = flag === '--only' ? await runOnly(pattern) : await runEverything();
if (failed.length > 0) {
  console.log(`\nFailed:\n${failed.map((what) => `  ✗ ${what}\n`).join('')}`);
  process.exitCode = 1;
}
