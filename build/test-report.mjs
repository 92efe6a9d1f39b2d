// Test reporter: the usual lines, then what the coverage of src is, then the summary as the last thing on the screen.
// Which files failed is left in a file, for the second try of those that drive whole appliances.
// Node counts only files that some test loaded; here a file that no test loads counts as not covered at all.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { spec } from 'node:test/reporters';
import { transformSync } from 'esbuild';
import { coverageFile, failedFile, isCounted } from './coverage.mjs';
import { place, root } from './places.mjs';

const summaryLine = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;
const worstShown = 12;

/** Interfaces and types leave no code behind, so there is nothing in such a file that could be run. */
const holdsCode = (path) =>
  transformSync(readFileSync(path, 'utf8'), { loader: 'ts', minify: true }).code.trim() !== '';

function unloadedFiles(loaded) {
  return readdirSync(place('src'), { recursive: true })
    .map((name) => join('src', name))
    .filter((path) => isCounted(path) && !loaded.has(path) && holdsCode(place(path)))
    .map((path) => {
      const lines = readFileSync(place(path), 'utf8').trimEnd().split('\n').length;
      return { path, lines: [0, lines], branches: [0, 0], functions: [0, 0], loaded: false };
    });
}

function countFiles(summary) {
  const files = summary.files
    .map((file) => ({
      path: relative(root, file.path),
      lines: [file.coveredLineCount, file.totalLineCount],
      branches: [file.coveredBranchCount, file.totalBranchCount],
      functions: [file.coveredFunctionCount, file.totalFunctionCount],
      loaded: true,
    }))
    .filter(({ path }) => isCounted(path));
  return [...files, ...unloadedFiles(new Set(files.map(({ path }) => path)))];
}

const percent = ([covered, total]) => (total === 0 ? 100 : (100 * covered) / total);
const sum = (files, kind) => files.reduce(([a, b], file) => [a + file[kind][0], b + file[kind][1]], [0, 0]);

function describeCoverage(files) {
  const totals = {
    lines: percent(sum(files, 'lines')),
    branches: percent(sum(files, 'branches')),
    functions: percent(sum(files, 'functions')),
  };
  writeFileSync(coverageFile, JSON.stringify({ totals, files }, null, 1));
  const worst = files
    .filter(({ lines }) => percent(lines) < 80)
    .sort((a, b) => b.lines[1] - b.lines[0] - (a.lines[1] - a.lines[0]))
    .slice(0, worstShown)
    .map(
      ({ path, lines, loaded }) =>
        `    ${percent(lines).toFixed(0).padStart(3)}%  ${path}${loaded ? '' : '  (no test loads it)'}\n`,
    );
  const words = Object.entries(totals).map(([kind, value]) => `${value.toFixed(1)}% of ${kind}`);
  return `\nCoverage of src: ${words.join(', ')}\n${worst.length > 0 ? `  least covered:\n${worst.join('')}` : ''}\n`;
}

export default async function* report(source) {
  let coverage;
  const failed = new Set();
  const skipped = [];
  const last = [];
  async function* others() {
    for await (const event of source) {
      if (event.type === 'test:fail') failed.add(relative(root, event.data.file ?? event.data.name));
      if (event.type === 'test:pass' && event.data.skip !== undefined)
        skipped.push(`${relative(root, event.data.file ?? '')}: ${event.data.name} (${event.data.skip})`);
      if (event.type === 'test:coverage') coverage = event.data.summary;
      else if (event.type === 'test:diagnostic' && summaryLine.test(event.data.message)) last.push(event.data.message);
      else yield event;
    }
  }
  yield* Readable.from(others()).pipe(new spec());
  writeFileSync(failedFile, JSON.stringify([...failed]));
  if (coverage !== undefined) yield describeCoverage(countFiles(coverage));
  if (skipped.length > 0) yield `\nNot tested here:\n${skipped.map((each) => `  ${each}\n`).join('')}\n`;
  for (const message of last) yield `ℹ ${message}\n`;
}
