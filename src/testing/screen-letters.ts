// Whether a screen across a hall can be read: texts whose end is cut off, and how large the smallest letters are.
import type { Page } from 'playwright-core';

/** Texts whose end is cut off by an ellipsis or by the box around them. */
export function findCutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, section *')]
      .filter((each) => each.childElementCount === 0 && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1)
      .filter((each) => getComputedStyle(each).overflow === 'hidden')
      .map((each) => each.textContent ?? ''),
  );
}

/** Texts of `main` that are there but outside the window: nobody scrolls a TV. */
export function findUnreachedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((each) => each.childElementCount === 0 && (each.textContent ?? '').trim() !== '')
      .filter((each) => getComputedStyle(each).clipPath === 'none')
      .filter((each) => {
        const { bottom, right, top, width } = each.getBoundingClientRect();
        return width > 1 && (bottom > window.innerHeight + 8 || right > window.innerWidth + 8 || top < -8);
      })
      .map((each) => (each.textContent ?? '').trim().slice(0, 40)),
  );
}

/** The smallest font of `main`, as pixels of a screen 1,080 high, with a text that is set in it. */
export function smallestLetters(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((each) => each.childElementCount === 0 && (each.textContent ?? '').trim() !== '')
      .filter((each) => each.getBoundingClientRect().width > 1 && getComputedStyle(each).clipPath === 'none')
      .map((each) => ({
        px: (Number.parseFloat(getComputedStyle(each).fontSize) * 1_080) / window.innerHeight,
        text: (each.textContent ?? '').trim().slice(0, 20),
      }))
      .sort((a, b) => a.px - b.px);
    return texts[0] ? `${texts[0].px.toFixed(0)} px “${texts[0].text}”` : 'none';
  });
}
