// Devices that show shooting clocks: their own clocks are years apart, and each notes when a second appears on its screen and how often its
// horn sounds. For browser tests.
import type { Browser, Page } from 'playwright-core';

export const yearMs = 365 * 24 * 3_600_000;
/** Issue 4: in step within this. */
export const inStepMs = 100;

export interface Seen {
  readonly text: string;
  /** By the machine's clock, which all browsers and the appliance share here. */
  readonly atMs: number;
}

declare global {
  interface Window {
    seenSeconds: Seen[];
    sounds: number;
  }
}

export interface DeviceOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly offMs: number;
  readonly size?: { readonly width: number; readonly height: number };
  /** What went wrong in the page. */
  readonly errors: string[];
}

/** Notes the last number of the clocks on the page whenever it changes. */
export async function openClockDevice({ browser, url, offMs, size, errors }: DeviceOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: size ?? { width: 1000, height: 800 }, locale: 'en-GB' });
  await context.addInitScript((off: number) => {
    const RealDate = Date;
    window.Date = class extends RealDate {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [RealDate.now() + off] : given) as [number]));
      }
      static override now() {
        return RealDate.now() + off;
      }
    } as DateConstructor;
    window.seenSeconds = [];
    const note = () => {
      const text = [...document.querySelectorAll('[role=timer]')].map((each) => each.textContent ?? '').join(' ');
      const seconds = /(\d+)$/.exec(text)?.[1] ?? '';
      if (seconds === '' || seconds === window.seenSeconds.at(-1)?.text) return;
      window.seenSeconds.push({ text: seconds, atMs: performance.timeOrigin + performance.now() });
    };
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
    window.sounds = 0;
    const { createOscillator } = BaseAudioContext.prototype;
    BaseAudioContext.prototype.createOscillator = function count(this: BaseAudioContext) {
      window.sounds += 0.5;
      return createOscillator.call(this);
    };
  }, offMs);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return page;
}

export function seenSeconds(pages: readonly Page[]): Promise<readonly (readonly Seen[])[]> {
  return Promise.all(pages.map((page) => page.evaluate(() => window.seenSeconds)));
}

export const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** When each page showed each text after a moment: how far apart, text by text. Fails through `missing` for one that was not shown. */
export function apartBy(
  seen: readonly (readonly Seen[])[],
  texts: readonly string[],
  afterMs: number,
  missing: (text: string) => never,
): readonly number[] {
  return texts.map((text) => {
    const moments = seen.map(
      (changes) => changes.find((each) => each.text === text && each.atMs > afterMs)?.atMs ?? missing(text),
    );
    return Math.max(...moments) - Math.min(...moments);
  });
}
