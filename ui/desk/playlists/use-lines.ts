// The lines of a playlist while it is edited: each with a name of its own while they change places, its seconds as they are typed, the line
// that was left out last until it is brought back, and what a screen reader says of the change.
import { useState } from 'react';
import { secondsOf } from '../../../src/domain/show/rotation.ts';
import type { PlaylistItem, View } from '../../../src/domain/show/show.ts';
import { leastSeconds, mostSeconds } from '../../../src/domain/show/show-check.ts';
import { makeShortId } from '../make-short-id.ts';
import { withItemMoved } from './item-order.ts';

export interface Line {
  readonly key: string;
  readonly view: View;
  readonly seconds: string;
}

export interface LeftOut {
  readonly line: Line;
  readonly at: number;
}

export function areSecondsRight(typed: string): boolean {
  const seconds = Number(typed);
  return /^\d+$/.test(typed.trim()) && seconds >= leastSeconds && seconds <= mostSeconds;
}

const lineOf = (view: View, seconds: number): Line => ({ key: makeShortId(), view, seconds: String(seconds) });

export function itemOf({ view, seconds }: Line): PlaylistItem {
  return { view, seconds: Number(seconds) };
}

export function useLines(items: readonly PlaylistItem[]) {
  const [lines, setLines] = useState<readonly Line[]>(() => items.map(({ view, seconds }) => lineOf(view, seconds)));
  const [leftOut, setLeftOut] = useState<LeftOut | undefined>();
  return {
    lines,
    leftOut,
    add: (view: View) => setLines((before) => [...before, lineOf(view, secondsOf(view))]),
    move: (from: number, to: number) => setLines((before) => withItemMoved(before, from, to)),
    setSeconds: (key: string, seconds: string) =>
      setLines((before) => before.map((line) => (line.key === key ? { ...line, seconds } : line))),
    leaveOut: (at: number) => {
      const line = lines[at];
      if (!line) return;
      setLines(lines.filter((each) => each !== line));
      setLeftOut({ line, at });
    },
    bringBack: () => {
      if (!leftOut) return;
      setLines([...lines.slice(0, leftOut.at), leftOut.line, ...lines.slice(leftOut.at)]);
      setLeftOut(undefined);
    },
  };
}
