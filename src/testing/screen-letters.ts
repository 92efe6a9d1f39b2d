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

/** Texts of `main` that a screen cuts through or that lie below it: nobody scrolls a TV. What is beside it is another page of the same. */
export function findUnreachedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 4;
    /** Down to where it can be seen: the lowest line of what is around it and hides the rest. */
    const lowestOf = (element: Element) => {
      let lowest = window.innerHeight;
      for (let each = element.parentElement; each; each = each.parentElement)
        if (getComputedStyle(each).overflowY === 'hidden')
          lowest = Math.min(lowest, each.getBoundingClientRect().bottom);
      return lowest;
    };
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((each) => each.childElementCount === 0 && (each.textContent ?? '').trim() !== '')
      .filter((each) => getComputedStyle(each).clipPath === 'none')
      .filter((each) => {
        const { bottom, left, right, width } = each.getBoundingClientRect();
        const isBeside = left >= window.innerWidth - slack || right <= slack;
        return width > 1 && !isBeside && bottom > lowestOf(each) + slack;
      })
      .map((each) => (each.textContent ?? '').trim().slice(0, 40));
  });
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
