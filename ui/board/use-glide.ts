// Rows glide to their new places when ranks change (FLIP): measured before and after, moved back by a transform, let go. Nothing but the
// transform is animated, so that the page's own thread has no part in it.
// Only what is on the screen moves, and nothing for people who asked for less motion.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const glideMs = 650;

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Another text only when the order is another: most scores move nobody, and then nothing has to be measured. */
export function orderOf(rows: readonly { readonly entry: number }[]): string {
  return rows.map(({ entry }) => entry).join(',');
}

function placesIn(parent: HTMLElement): Map<string, number> {
  const rows = [...parent.querySelectorAll<HTMLElement>('[data-glide]')];
  return new Map(rows.map((row) => [row.dataset.glide ?? '', row.offsetTop]));
}

/**
 * Children of `container` carry `data-glide` with a key of their own. `on` changes with their order; `size` with how high rows are, after which
 * they are where they are and nobody has moved.
 */
export function useGlide(container: RefObject<HTMLElement | null>, on: unknown, size?: unknown) {
  const places = useRef(new Map<string, number>());
  const sizeBefore = useRef(size);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `on` says when the order may have changed.
  useLayoutEffect(() => {
    const parent = container.current;
    if (!parent) return;
    const before = places.current;
    const after = placesIn(parent);
    places.current = after;
    const isOtherSize = sizeBefore.current !== size;
    sizeBefore.current = size;
    if (isOtherSize || prefersStillness()) return;
    for (const child of parent.querySelectorAll<HTMLElement>('[data-glide]')) {
      const key = child.dataset.glide ?? '';
      glide(child, before.get(key), after.get(key) ?? 0);
    }
  }, [on, size]);

  useEffect(() => {
    const remember = () => {
      if (container.current) places.current = placesIn(container.current);
    };
    window.addEventListener('resize', remember);
    return () => window.removeEventListener('resize', remember);
  }, [container]);
}

function glide(child: HTMLElement, from: number | undefined, to: number): void {
  if (from === undefined || from === to || typeof child.animate !== 'function') return;
  const { top, bottom } = child.getBoundingClientRect();
  if (top > window.innerHeight || bottom < 0) return;
  const animation = child.animate([{ transform: `translateY(${from - to}px)` }, { transform: 'translateY(0)' }], {
    duration: glideMs,
    easing: 'cubic-bezier(0.22, 0.8, 0.24, 1)',
  });
  // Whoever gains a place goes over the others.
  child.style.zIndex = from > to ? '2' : '1';
  animation.onfinish = () => {
    child.style.zIndex = '';
  };
}
