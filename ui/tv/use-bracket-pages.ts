// How many pages the bracket of each drawn event has on a TV: fewer with every round that is over, and the time of its turn follows.
import { useEffect, useState } from 'react';
import type { BracketView } from '../../src/wire/api-matches.ts';
import { tvPagesOf } from '../board/bracket-chart.ts';
import { callApi, pathOf } from '../store/api.ts';

const refreshMs = 15_000;

export function useBracketPages(competition: string, events: readonly string[]): ReadonlyMap<string, number> {
  const [pages, setPages] = useState<ReadonlyMap<string, number>>(new Map());
  const wanted = events.join('\n');
  useEffect(() => {
    if (wanted === '') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      for (const event of wanted.split('\n')) {
        // Cut off: what was known last goes on, and the next look comes by itself.
        const bracket = await callApi<BracketView>(
          pathOf('competitions', competition, 'events', event, 'bracket'),
        ).catch(() => undefined);
        if (isOver) return;
        if (bracket) setPages((before) => withPages(before, event, tvPagesOf(bracket).length));
      }
      timer = setTimeout(look, refreshMs);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [competition, wanted]);
  return pages;
}

/** The same map while nothing is another: what follows from it is not worked out again. */
function withPages(before: ReadonlyMap<string, number>, event: string, count: number): ReadonlyMap<string, number> {
  return before.get(event) === count ? before : new Map([...before, [event, count]]);
}
