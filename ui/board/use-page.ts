// Which page of something longer than a TV is shown now. It follows from the appliance's time, so that screens turn their pages together.
import { useEffect, useState } from 'react';
import { pageAt, type Turn } from '../../src/domain/show/rotation.ts';
import { viewerSession } from '../store/viewer-session.ts';

export type TurnTime = Pick<Turn, 'startedAt' | 'wholeMs'>;

interface PageOptions {
  /** Of a playlist, in which the pages share a time; without one they turn by themselves, over and over. */
  readonly turn: TurnTime | undefined;
  /** Without a turn, of one page. */
  readonly stayMs?: number;
}

export function usePage(competition: string, pages: number, { turn, stayMs = 12_000 }: PageOptions): number {
  const [, again] = useState(0);
  const now = viewerSession().clocks(competition).now() ?? Date.now();
  const roundMs = stayMs * pages;
  const { page, leftMs } = pageAt(turn ?? { startedAt: now - (now % roundMs), wholeMs: roundMs }, pages, now);
  useEffect(() => {
    if (pages < 2) return undefined;
    const timer = setTimeout(() => again((count) => count + 1), Math.max(20, leftMs + 5));
    return () => clearTimeout(timer);
  });
  return page;
}
