// Whose clocks belong to a category: those of its sessions, and the competition's own.
import { lineClockKey } from '../../src/domain/clock/kept-clock.ts';
import { sessionsOf } from '../../src/domain/setup/sessions.ts';
import type { SessionViews } from '../../src/wire/api-setup.ts';
import { pathOf } from './api.ts';
import { useApi } from './use-api.ts';

/** As ClockStore.shown takes them; undefined, and so any, where the category is not known. */
export function useClockKeys(competition: string, category: string | undefined): readonly string[] | undefined {
  const { data } = useApi<SessionViews>(pathOf('competitions', competition, 'sessions'));
  if (category === undefined) return undefined;
  return [...sessionsOf(data ?? [], category).map(({ number }) => number), 0].map(lineClockKey);
}
