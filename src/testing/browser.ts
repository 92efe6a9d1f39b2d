// Debian's Chromium, driven by playwright-core, for tests and for the screenshots of README.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '..', '..');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** `more`: command-line switches beside the usual ones. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = readFileSync(resolve(root, '.cache', 'chromium.path'), 'utf8').trim();
  return chromium.launch({ executablePath, args: [...flags, ...more] });
}

/** Pages fetch their typeface after their first content; until then lines have other lengths. */
export function waitForTypeface(page: Page): Promise<void> {
  return page.evaluate(async () => {
    while (document.fonts.size === 0) await new Promise((done) => setTimeout(done, 20));
    await document.fonts.ready;
  });
}
