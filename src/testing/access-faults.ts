// What axe finds on a page, as lines to be compared with none.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface AccessLook {
  /** `wcag`: levels A and AA; `all`: axe's own recommendations too. */
  readonly rules?: 'wcag' | 'all';
  /** Of the page, by selector. */
  readonly part?: string;
  /** Read in the sun: contrast of 7:1. */
  readonly isInSun?: boolean;
}

/** A colour or a place half way to another is nobody's. */
export async function waitForStillness(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

export async function findAccessFaults(
  page: Page,
  { rules = 'wcag', part = 'html', isInSun = false }: AccessLook = {},
): Promise<readonly string[]> {
  const look = new AxeBuilder({ page }).include(part).options({
    ...(rules === 'wcag' ? { runOnly: { type: 'tag', values: wcag } } : {}),
    rules: { 'color-contrast-enhanced': { enabled: isInSun } },
  });
  const { violations } = await look.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
