// Of a list of rows that are all as high, only those in sight are drawn, with what is above and below as empty space: twelve thousand scroll
// like twelve. Own, because rows of one height are all that is needed.
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Rows drawn beyond the edge, so that a short scroll shows no gap. */
const beyond = 12;
/** The window moves in steps, so that not every pixel draws anew. */
const step = 6;

export interface RowWindow {
  /** Indexes; `last` is not included. */
  readonly first: number;
  readonly last: number;
}

/** Which rows are drawn where a frame of this height has been scrolled so far. */
export function windowOf(scrollTop: number, frameHeight: number, rowHeight: number, count: number): RowWindow {
  const top = Math.floor(scrollTop / rowHeight / step) * step;
  const first = Math.min(Math.max(0, top - beyond), count);
  const last = Math.min(count, top + Math.ceil(frameHeight / rowHeight) + step + beyond);
  return { first, last: Math.max(first, last) };
}

/** Where a frame has to be scrolled so that a row is in sight; where it is, if it already is. `head` is what stays at its top. */
export function scrollFor(
  row: number,
  { scrollTop, height, head }: { readonly scrollTop: number; readonly height: number; readonly head: number },
  rowHeight: number,
): number {
  const top = row * rowHeight;
  const room = height - head - rowHeight;
  if (top < scrollTop) return top;
  return top > scrollTop + room ? top - Math.max(0, room) : scrollTop;
}

export function useRowWindow(frame: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [view, setView] = useState<RowWindow>({ first: 0, last: 40 });
  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = frame.current ?? {};
    const next = windowOf(scrollTop, clientHeight, rowHeight, count);
    setView((before) => (before.first === next.first && before.last === next.last ? before : next));
  }, [frame, count, rowHeight]);
  useLayoutEffect(() => {
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [look]);
  const first = Math.min(view.first, count);
  return { first, last: Math.max(first, Math.min(view.last, count)), look };
}
