// Mutation run over the rules that decide who wins: `npm run mutate`. Survivors are looked at by hand; RULES.md says what is left and why.
// Golden tests stay out: they read data beside the checkout, and Stryker works in a copy.
import { readdirSync } from 'node:fs';

const domain = 'src/domain';
/** Rules of ranking, matches and brackets, by the beginning of the file's name. */
const mutated =
  /^(ranking|decided-ranking|cut-shoot-off|match|alternate-shooting|bracket|draw-play|draw-result|pool-table)[\w.-]*\.ts$/;

const files = readdirSync(domain);
const isTest = (name) => name.endsWith('.test.ts');
const sources = files.filter((name) => mutated.test(name) && !isTest(name));
const tests = files.filter((name) => mutated.test(name) && name.endsWith('.test.ts') && !name.includes('.golden.'));

export default {
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  tap: {
    testFiles: tests.map((name) => `${domain}/${name}`),
    nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
    forceBail: true,
  },
  mutate: sources.map((name) => `${domain}/${name}`),
  coverageAnalysis: 'perTest',
  ignorePatterns: ['*', '!src/**', '!package.json', '!tsconfig.json'],
  tempDirName: '.cache/stryker',
  disableTypeChecks: false,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.cache/mutation.json' },
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true },
  concurrency: 2,
  timeoutMS: 20_000,
};
