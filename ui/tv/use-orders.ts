// A screen says every two seconds that it is there and what it shows, and hears whose it is. By plain requests: they come again by
// themselves after any failure, and a screen that nobody has taken has no topic to follow.
import { useEffect, useRef, useState } from 'react';
import type { View } from '../../src/domain/show/show.ts';
import type { ScreenOrders, ScreenReport } from '../../src/wire/api-show.ts';
import { callApi, pathOf } from '../store/api.ts';
import { recall, remember } from '../store/remember.ts';

export interface Orders {
  /** Null until the desk has taken it; undefined while that is not known. */
  readonly competition: string | null | undefined;
  /** Until when it shows its name, by the page's own clock. */
  readonly identifiedUntil: number;
}

const everyMs = 2_000;
const identifyForMs = 10_000;
/** What it belonged to last is shown at once after a power cut, before the appliance answers. */
const place = 'screen.competition';

export function useOrders(screen: string, view: View | undefined): Orders {
  const [orders, setOrders] = useState<Orders>({ competition: recall(place) ?? undefined, identifiedUntil: 0 });
  const shown = useRef(view);
  shown.current = view;

  useEffect(() => {
    let last: ScreenOrders | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const take = (heard: ScreenOrders) => {
      // What was wanted before this page began is done.
      const isNew = (what: 'identifyAt' | 'reloadAt') =>
        last !== undefined && heard[what] !== null && heard[what] !== last[what];
      if (isNew('reloadAt')) window.location.reload();
      const isIdentified = isNew('identifyAt');
      last = heard;
      remember(place, heard.competition ?? '');
      setOrders((before) =>
        before.competition === heard.competition && !isIdentified
          ? before
          : {
              competition: heard.competition,
              identifiedUntil: isIdentified ? Date.now() + identifyForMs : before.identifiedUntil,
            },
      );
    };
    const report = () => {
      const json: ScreenReport = {
        width: Math.round(window.innerWidth * window.devicePixelRatio),
        height: Math.round(window.innerHeight * window.devicePixelRatio),
        view: shown.current ?? null,
      };
      callApi<ScreenOrders>(pathOf('screens', screen), { method: 'POST', json })
        .then(
          (heard) => {
            if (!isOver) take(heard);
          },
          // Cut off: it goes on with what it has, and the next try comes by itself.
          () => undefined,
        )
        .finally(() => {
          if (!isOver) timer = setTimeout(report, everyMs);
        });
    };
    report();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [screen]);
  return orders;
}
