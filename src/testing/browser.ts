// Debian's Chromium, driven by playwright-core, for tests and for the screenshots of README.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '..', '..');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export function openBrowser(): Promise<Browser> {
  const executablePath = readFileSync(resolve(root, '.cache', 'chromium.path'), 'utf8').trim();
  return chromium.launch({ executablePath, args: flags });
}
