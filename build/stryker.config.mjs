// Mutation run over the rules that decide who wins: `npm run mutate`. Survivors are looked at by hand; RULES.md says what is left and why.
// Golden tests stay out: they read data beside the checkout, and Stryker works in a copy.
import { readdirSync } from 'node:fs';

/** Rules of ranking, matches and brackets: folders of src/domain, and the beginnings of names in them. */
const mutated = {
  ranking: /^(ranking|decided-ranking|cut-shoot-off)/,
  match: /./,
  draw: /^(bracket|draw-play|draw-result|match-placing|pool-table|make-draw)/,
};

const chosen = Object.entries(mutated).flatMap(([folder, pattern]) =>
  readdirSync(`src/domain/${folder}`)
    .filter((name) => pattern.test(name) && !name.includes('.golden.'))
    .map((name) => `src/domain/${folder}/${name}`),
);
const isTest = (path) => path.endsWith('.test.ts');
/** Tests of the commands that reach those rules. */
const alsoTested = ['event/decide-match', 'event/event-play', 'ranking/decide-tie', 'ranking/qualification'];

export default {
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  tap: {
    testFiles: [...chosen.filter(isTest), ...alsoTested.map((name) => `src/domain/${name}.test.ts`)],
    nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
    forceBail: true,
  },
  mutate: chosen.filter((path) => !isTest(path)),
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
