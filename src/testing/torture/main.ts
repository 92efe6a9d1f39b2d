// `npm run torture`: rounds of scoring, each with a fault, until the first arrow that is missing. `--rounds N`, `--minutes M`, `--seed S`,
// `--only KIND,KIND`, `--canary`, `--json`.
import { parseArgs } from 'node:util';
import { type FaultKind, faultKinds } from './faults.ts';
import { torture } from './rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string' },
    only: { type: 'string' },
    butts: { type: 'string', default: '16' },
    canary: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) fail(`--${name} takes a number`);
  return value;
}

function kindsOf(text: string): readonly FaultKind[] {
  return text
    .split(',')
    .map((name) => faultKinds.find((kind) => kind === name) ?? fail(`--only takes: ${faultKinds.join(', ')}`));
}

const { TENRING_DISK_LOG: library, TENRING_WATCHABLE_REDIS: redisServer } = process.env;
const seed = numberOf('seed', values.seed ?? String(1 + Math.floor(Math.random() * 1_000_000_000)));
const only = values.canary ? (['cutPower'] as const) : values.only === undefined ? undefined : kindsOf(values.only);
console.log(`Seed ${seed}${values.canary ? '. Redis is told lies about its disk: this must be found out' : ''}`);
const result = await torture({
  seed,
  rounds: values.rounds ? numberOf('rounds', values.rounds) : values.canary ? 20 : 200,
  minutes: numberOf('minutes', values.minutes),
  butts: numberOf('butts', values.butts),
  pauseMs: 60,
  watching: library && redisServer ? { library, redisServer } : undefined,
  canary: values.canary,
  tell: values.json ? () => undefined : console.log,
  ...(only ? { only } : {}),
});

if (values.json) console.log(JSON.stringify(result, null, 2));
else {
  console.table(result.byKind);
  const { rounds, seconds, acks, lost, doubled, competitions, droppedBytes, skipped } = result;
  console.log(
    `${rounds} rounds in ${seconds} s, ${competitions} competitions, ${acks} acks, lost ${lost}, doubled ${doubled}`,
  );
  console.log(`${droppedBytes} bytes dropped by power cuts. Seed ${seed}.`);
  if (skipped.length > 0) console.log(`SKIPPED: ${skipped.join(', ')}`);
  for (const violation of result.violations) console.log(`✗ ${violation}`);
  if (result.folder) console.log(`Kept: ${result.folder}`);
}
if (values.canary) console.log(result.violations.length > 0 ? 'The canary was caught.' : 'The canary was NOT caught.');
process.exitCode = result.violations.length > 0 === values.canary ? 0 : 1;
