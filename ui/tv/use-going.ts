// What there is to show of a competition, asked again now and then: which items of a playlist are left out follows from it.
import { useMemo } from 'react';
import type { Going } from '../../src/domain/show/rotation.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EventView, ScheduleView } from '../../src/wire/api-events.ts';
import type { MedalTableView } from '../../src/wire/api-rankings.ts';
import { useShownClock } from '../parts/clock-face.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { useBracketPages } from './use-bracket-pages.ts';

const refreshMs = 15_000;

export function useGoing(competition: CompetitionView, announcements: number): Going {
  const { id, categories } = competition;
  const events = useApi<readonly EventView[]>(pathOf('competitions', id, 'events'), refreshMs).data;
  const schedule = useApi<ScheduleView>(pathOf('competitions', id, 'schedule'), refreshMs).data;
  const medals = useApi<MedalTableView>(`${pathOf('competitions', id, 'medals')}?of=club`, refreshMs).data;
  const drawn = (events ?? []).filter(({ isDrawn }) => isDrawn).map(({ id: event }) => event);
  const pages = useBracketPages(id, drawn);
  const phase = useShownClock(viewerSession().clocks(id))?.shown.face.phase;
  const isClockGoing = phase !== undefined && phase !== 'idle' && phase !== 'over';
  return useMemo(
    () => ({
      categories: categories.map(({ code, entries }) => ({ code, entries })),
      events: (events ?? []).map(({ id: event, contest, isDrawn }) => ({
        ...{ id: event, isDrawn, pages: pages.get(event) ?? 0 },
        category: contest.kind === 'individual' ? contest.category : undefined,
      })),
      scheduled: schedule?.slots.length ?? 0,
      medals: medals?.rows.filter(({ gold, silver, bronze }) => gold + silver + bronze > 0).length ?? 0,
      isClockGoing,
      announcements,
    }),
    [categories, events, pages, schedule, medals, isClockGoing, announcements],
  );
}
