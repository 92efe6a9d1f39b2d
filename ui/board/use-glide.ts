// Rows glide to their new places when ranks change (FLIP): measured before and after, moved back by a transform, let go. Nothing but the
// transform is animated, so that the page's own thread has no part in it.
// Only what is on the screen moves, and nothing for people who asked for less motion.
import { type RefObject, useLayoutEffect, useRef } from 'react';

const glideMs = 650;

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Another text only when the order is another: most scores move nobody, and then nothing has to be measured. */
export function orderOf(rows: readonly { readonly entry: number }[]): string {
  return rows.map(({ entry }) => entry).join(',');
}

/** Children of `container` carry `data-glide` with a key of their own. `on` changes with their order. */
export function useGlide(container: RefObject<HTMLElement | null>, on: unknown) {
  const places = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: `on` says when the order may have changed.
  useLayoutEffect(() => {
    const parent = container.current;
    if (!parent) return;
    const still = prefersStillness();
    const before = places.current;
    const after = new Map<string, number>();
    const limit = window.innerHeight;
    for (const child of parent.querySelectorAll<HTMLElement>('[data-glide]')) {
      const key = child.dataset.glide ?? '';
      const top = child.offsetTop;
      after.set(key, top);
      const from = before.get(key);
      if (still || from === undefined || from === top || typeof child.animate !== 'function') continue;
      const box = child.getBoundingClientRect();
      if (box.top > limit || box.bottom < 0) continue;
      const gained = from > top;
      const animation = child.animate([{ transform: `translateY(${from - top}px)` }, { transform: 'translateY(0)' }], {
        duration: glideMs,
        easing: 'cubic-bezier(0.22, 0.8, 0.24, 1)',
      });
      // Whoever gains a place goes over the others.
      child.style.zIndex = gained ? '2' : '1';
      animation.onfinish = () => {
        child.style.zIndex = '';
      };
    }
    places.current = after;
  }, [on]);
}
