// When a page has painted what a person waits for: scripts that run in the page, before its own.
import type { Page } from 'playwright-core';

/** Leaves the promise `tenringPainted`: milliseconds since the navigation began when there were words, and when there was a keypad with names. */
export const watchPaint = `
(() => {
  const painted = { wordsMs: 0, usefulMs: 0 };
  const seen = new MutationObserver(look);
  let hasWords = false;
  let done;
  window.tenringPainted = new Promise((resolve) => { done = resolve; });
  // After the frame in which it was drawn.
  const whenPainted = (run) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => run(performance.now());
    port2.postMessage(undefined);
  });
  function look() {
    const text = document.getElementById('root')?.textContent.trim() ?? '';
    if (text !== '' && !hasWords) {
      hasWords = true;
      whenPainted((now) => { painted.wordsMs = now; });
    }
    if (!text.includes('Siti Rahma') || !document.querySelector('[aria-label="Arrow values"] button')) return;
    seen.disconnect();
    whenPainted((now) => { done({ ...painted, usefulMs: now }); });
  }
  seen.observe(document, { childList: true, subtree: true, characterData: true });
})();
`;

/** Taps the keys one after the other and returns how long each took from the finger's end until its arrow was painted. */
export async function timeTaps(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const key of keys) {
    await page.evaluate(() => {
      const begun = { at: 0 };
      const note = ({ timeStamp }: Event) => {
        begun.at = timeStamp;
      };
      for (const kind of ['pointerdown', 'pointerup']) window.addEventListener(kind, note, { capture: true });
      const boxes = document.querySelector('[data-arrows]') ?? document.body;
      const shown = new Promise<number>((done) => {
        const changed = new MutationObserver(() => {
          if (begun.at === 0) return;
          changed.disconnect();
          const { at } = begun;
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - at);
            port2.postMessage(undefined);
          });
        });
        changed.observe(boxes, { childList: true, subtree: true, characterData: true, attributes: true });
      });
      Object.assign(window, { tenringTap: shown });
    });
    await page
      .getByLabel('Arrow values')
      .getByRole('button', { name: key, exact: true })
      .or(byLabel(page, key))
      .first()
      .tap();
    taken.push(await page.evaluate(() => Reflect.get(window, 'tenringTap') as Promise<number>));
  }
  return taken;
}

/** X and M are named in words. */
function byLabel(page: Page, key: string) {
  const words: Readonly<Record<string, RegExp>> = { X: /^X/, M: /^M/ };
  return page.getByLabel('Arrow values').getByRole('button', { name: words[key] ?? key });
}

/** Of the page that is loaded now. */
export function whenPainted(page: Page): Promise<{ readonly wordsMs: number; readonly usefulMs: number }> {
  return page.evaluate(() => Reflect.get(window, 'tenringPainted') as Promise<{ wordsMs: number; usefulMs: number }>);
}
