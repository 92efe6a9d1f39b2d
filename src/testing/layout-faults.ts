// What does not fit a screen: content wider than the page, things to press that stick out of it or lie on each other. Run in the page.
import type { Page } from 'playwright-core';

export function findLayoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const slack = 1;
    const root = document.documentElement;
    const width = root.clientWidth;
    if (root.scrollWidth > width + slack) faults.push(`the page is ${root.scrollWidth} px wide on ${width} px`);

    const nameOf = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.className}"> “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    /** In something that a person scrolls. */
    const isInScroller = (element: Element) => {
      for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(each);
        if ([overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll')) return true;
      }
      return false;
    };
    /** A closed part keeps its measures; only its summary is there to be pressed. */
    const isFolded = (element: Element) => element.closest('details:not([open]) > :not(summary)') !== null;
    /** What stays in reach while the rest is scrolled away under it. */
    const isSticky = (element: Element) => {
      for (let each: Element | null = element; each; each = each.parentElement)
        if (getComputedStyle(each).position === 'sticky') return true;
      return false;
    };
    const isSeen = (element: Element) => {
      if (isFolded(element)) return false;
      const { width: wide, height: high } = element.getBoundingClientRect();
      const { visibility, opacity, clip, clipPath } = getComputedStyle(element);
      const isCut = clip !== 'auto' || clipPath !== 'none';
      return wide > 1 && high > 1 && visibility === 'visible' && opacity !== '0' && !isCut;
    };
    const dialog = document.querySelector('dialog[open]');
    const pressable = [
      ...(dialog ?? document).querySelectorAll('button, a[href], input, select, textarea, [role=button]'),
    ]
      .filter(isSeen)
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const { element, box } of pressable) {
      if (isInScroller(element)) continue;
      if (box.left < -slack || box.right > width + slack) faults.push(`${nameOf(element)} sticks out`);
    }
    const inFront = pressable.filter(({ element, box }) => {
      const onTop = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return onTop === null || element.contains(onTop) || onTop.contains(element);
    });
    for (const [index, a] of inFront.entries()) {
      for (const b of inFront.slice(index + 1)) {
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        if (isSticky(a.element) !== isSticky(b.element)) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > slack && high > slack)
          faults.push(`${nameOf(a.element)} and ${nameOf(b.element)} lie on each other`);
      }
    }
    return faults;
  });
}
