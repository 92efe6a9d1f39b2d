// `npm run soak`: a club's load for hours, and whether it leaves anything behind. `--minutes 120` of an event, `--speed 1` (8: the event's
// minutes come in an eighth of the time), `--tablets 60`, `--archers 4`, `--viewers 200`, `--slice 5` (event minutes), `--json`.
import { parseArgs } from 'node:util';
import { slowerIn } from './judge-soak.ts';
import { soak } from './run-soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '120' },
    speed: { type: 'string', default: '1' },
    tablets: { type: 'string', default: '60' },
    archers: { type: 'string', default: '4' },
    viewers: { type: 'string', default: '200' },
    slice: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});

function numberOf(name: 'minutes' | 'speed' | 'tablets' | 'archers' | 'viewers' | 'slice'): number {
  const value = Number(values[name]);
  if (value > 0) return value;
  console.error(`--${name} takes a number`);
  process.exit(2);
}

const [minutes, speed] = [numberOf('minutes'), numberOf('speed')];
const result = await soak({
  ...{ tablets: numberOf('tablets'), archersPerTablet: numberOf('archers'), viewers: numberOf('viewers'), ends: 12 },
  ...{ speed, seconds: (minutes * 60) / speed, sliceSeconds: (numberOf('slice') * 60) / speed },
  tell: values.json ? () => undefined : console.log,
});

if (values.json) console.log(JSON.stringify(result, null, 2));
else {
  console.table(
    result.slices.map(({ ack, screen, ...figures }) => ({ ...figures, ackP99: ack.p99, screenP99: screen.p99 })),
  );
  const { days, commands, refused, viewersLost, counts, leftovers, wrong, slices } = result;
  console.log(
    `${minutes} minutes of an event at ${speed} times its speed: ${days} days begun, ${commands} ends saved, ` +
      `refused ${JSON.stringify(refused)}, viewers cut off ${viewersLost}. Around it: ${JSON.stringify(counts)}.`,
  );
  console.log(`Open at the end: ${JSON.stringify(leftovers?.handles)}`);
  const [ack, screen] = [slowerIn(slices.map((slice) => slice.ack)), slowerIn(slices.map((slice) => slice.screen))];
  console.log(
    `99 of 100, first and last quarter: saved ${ack.first} and ${ack.last} ms, screens ${screen.first} and ${screen.last} ms.`,
  );
  for (const words of wrong) console.log(`✗ ${words}`);
  if (wrong.length === 0) console.log('Flat: nothing is left behind.');
}
process.exitCode = result.wrong.length === 0 ? 0 : 1;
