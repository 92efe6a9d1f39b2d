// `npm run bench:ui`: a tablet that has never been here scans a target's QR code, in Chromium with the processor slowed 6 times and a
// network of 1.6 Mbit/s with 20 ms there and back, by plain http as in a venue: without a service worker, and compressed by gzip, because browsers
// take Brotli by https and from their own machine only. Medians of 5 rounds; `--json` prints data only. Over a limit it ends with 1.
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../testing/browser.ts';
import { openDesk } from '../testing/desk-client.ts';
import { createDataFolder, runAppliance } from '../testing/run-appliance.ts';
import { median } from './statistics.ts';
import { timeTaps, watchPaint, whenPainted } from './ui-paint.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    cpu: { type: 'string', default: '6' },
    mbit: { type: 'string', default: '1.6' },
    latency: { type: 'string', default: '20' },
  },
});

/** What a figure must not be over. */
const limits = { firstKilobytes: 120, usefulMs: 1_500, tapMs: 50 } as const;

interface Figures {
  /** Everything that came over the network until the tablet could be used, with headers. */
  readonly firstKilobytes: number;
  /** And after that, until it went quiet: what is behind buttons, the matches, the typeface. */
  readonly laterKilobytes: number;
  /** From the start of the navigation until words are painted. */
  readonly wordsMs: number;
  /** Until the keypad with the archers' names is painted. */
  readonly usefulMs: number;
  /** The same for a tablet that comes again. */
  readonly againMs: number;
  /** From the finger's end until the arrow is painted. */
  readonly tapMs: number;
}

/** A name that no browser takes for its own machine. */
const venueHost = 'tenring.local';

const quietMs = 3_000;
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function slowDown(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  const bytesPerSecond = (Number(values.mbit) * 1e6) / 8;
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: Number(values.latency) },
    ...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(values.cpu) });
  return cdp;
}

function countBytes(cdp: CDPSession) {
  const bytes = { all: 0 };
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes.all += encodedDataLength;
  });
  return bytes;
}

async function takeRound(browser: Browser, address: string): Promise<Figures> {
  const context = await browser.newContext({
    viewport: { width: 800, height: 1280 },
    hasTouch: true,
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const cdp = await slowDown(page);
    const bytes = countBytes(cdp);
    await page.addInitScript(watchPaint);
    await page.goto(address, { waitUntil: 'commit' });
    const { wordsMs, usefulMs } = await whenPainted(page);
    const first = bytes.all;
    await wait(quietMs);
    const later = bytes.all - first;
    const taps = await timeTaps(page, ['X', '9', '8', '10', '7']);
    await page.reload({ waitUntil: 'commit' });
    const again = await whenPainted(page);
    return {
      firstKilobytes: first / 1_000,
      laterKilobytes: later / 1_000,
      ...{ wordsMs, usefulMs, againMs: again.usefulMs, tapMs: median(taps) },
    };
  } finally {
    await context.close();
  }
}

function mediansOf(rounds: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => Number(median(rounds.map((each) => each[key])).toFixed(1));
  return {
    firstKilobytes: of('firstKilobytes'),
    laterKilobytes: of('laterKilobytes'),
    ...{ wordsMs: of('wordsMs'), usefulMs: of('usefulMs'), againMs: of('againMs'), tapMs: of('tapMs') },
  };
}

const words: Readonly<Record<keyof Figures, string>> = {
  firstKilobytes: 'first load, everything until then (kB)',
  laterKilobytes: 'afterwards: the other screens, the typeface (kB)',
  wordsMs: 'first words painted (ms)',
  usefulMs: 'keypad and names painted (ms)',
  againMs: 'the same, coming again (ms)',
  tapMs: 'tap to paint (ms)',
};

const limitOf = (key: keyof Figures): number | undefined => ({ ...limits })[key as keyof typeof limits];

function print(figures: Figures, rounds: number): void {
  console.log(
    `\nA tablet scans its target: processor slowed ${values.cpu} times, ${values.mbit} Mbit/s, ${values.latency} ms, medians of ${rounds}`,
  );
  const keys = Object.keys(words) as (keyof Figures)[];
  console.table(keys.map((key) => ({ figure: words[key], median: figures[key], limit: limitOf(key) ?? '-' })));
}

async function run(): Promise<void> {
  const folder = createDataFolder();
  const appliance = await runAppliance({ dataFolder: folder.path });
  const browser = await openBrowser([`--host-resolver-rules=MAP ${venueHost} 127.0.0.1`]);
  const address = `http://${venueHost}:${new URL(appliance.origin).port}`;
  try {
    const desk = await openDesk(appliance.origin, appliance.ready.deskCode, 'a long enough password');
    const { id } = await desk.createCompetition({
      ...{ name: 'Bench', venue: '', from: '2026-05-01', to: '2026-05-01' },
      ...{ discipline: 'outdoor', ruleSetId: 'wa-2026' },
    });
    const names = ['Siti Rahma', 'Dewi Lestari', 'Jo Marsh', 'Eko Pratama'];
    await desk.importCsv(id, `name,club,category\n${names.map((name) => `${name},Garuda AC,RW`).join('\n')}\n`);
    const [target] = await desk.targets(id);
    const rounds: Figures[] = [];
    // The first round wakes the appliance up and does not count.
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      const figures = await takeRound(browser, address + (target?.joinPath ?? ''));
      if (round > 0) rounds.push(figures);
      process.stderr.write(`round ${round} of ${values.rounds}${round === 0 ? ' (not counted)' : ''}\n`);
    }
    const figures = mediansOf(rounds);
    if (values.json) console.log(JSON.stringify({ ...figures, limits }, null, 2));
    else print(figures, rounds.length);
    const over = (Object.keys(words) as (keyof Figures)[]).filter((key) => figures[key] > (limitOf(key) ?? Infinity));
    for (const key of over) process.stderr.write(`Over its limit: ${words[key]}\n`);
    if (over.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await appliance.stop();
    folder.remove();
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
