// The desk runs the shooting clocks: which of them, and the one that is chosen.
import { useRef, useState, useSyncExternalStore } from 'react';
import { type KeptClock, lineClockKey, matchClockKey } from '../../src/domain/clock/kept-clock.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { SessionViews } from '../../src/wire/api-setup.ts';
import { Banner } from '../parts/banner.tsx';
import { Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { pathOf } from '../store/api.ts';
import type { ClockStore } from '../store/clock-store.ts';
import { useApi } from '../store/use-api.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { useText } from '../text/text-context.tsx';
import { type ClockItem, ClockTabs, MatchCalls } from './clock-choice.tsx';
import styles from './clock-desk.module.css';
import { LineClock } from './line-clock.tsx';
import { MatchClock } from './match-clock.tsx';
import { type ClockControl, useClockControl } from './use-clock-control.ts';
import { useExpiry } from './use-expiry.ts';

interface ClockDeskProps {
  readonly competition: CompetitionView;
  readonly onExpired: () => void;
}

type MatchItem = Extract<ClockItem, { readonly of: 'match' }>;

function matchItem(event: string, match: string): MatchItem {
  return { key: matchClockKey(event, match), of: 'match', event, match };
}

export function ClockDesk({ competition, onExpired }: ClockDeskProps) {
  const { t } = useText();
  const store = viewerSession().clocks(competition.id);
  const control = useClockControl(competition.id, store);
  const sessions = useApi<SessionViews>(pathOf('competitions', competition.id, 'sessions'));
  const clocks = useSyncExternalStore(store.subscribe, store.clocks);
  const [chosenKey, setChosenKey] = useState<string | undefined>();
  /** By the button that calls a match at once. */
  const [called, setCalled] = useState<MatchItem | undefined>();
  const items = itemsOf(clocks, called, sessions.data ?? [], t('clock.own'));
  const first = useFirst(store, sessions.data ? items : []);
  useExpiry(control.failure ?? sessions.failure, onExpired);
  useAwake();
  if (!sessions.data) {
    return sessions.failure ? (
      <Failure failure={sessions.failure} onRetry={sessions.reload} />
    ) : (
      <Skeleton rows={4} label={t('app.loading')} />
    );
  }
  const chosen = items.find(({ key }) => key === (chosenKey ?? first)) ?? items[0];
  return (
    <div className={styles.desk}>
      {control.failure ? (
        <>
          <Banner tone="bad" urgent>
            {t('clock.sent.failed')}
          </Banner>
          <Failure failure={control.failure} />
        </>
      ) : null}
      {items.length > 1 && chosen ? (
        <ClockTabs
          competition={competition.id}
          items={items}
          chosen={chosen.key}
          store={store}
          onChoose={setChosenKey}
        />
      ) : null}
      {chosen ? (
        <Chosen
          key={chosen.key}
          {...{ competition, store, control }}
          item={chosen}
          sessions={sessions.data}
          isCalled={called?.key === chosen.key}
        />
      ) : null}
      <MatchCalls
        competition={competition.id}
        onCall={(event, match) => {
          const item = matchItem(event, match);
          setCalled(item);
          setChosenKey(item.key);
        }}
      />
    </div>
  );
}

function itemsOf(
  clocks: readonly KeptClock[],
  called: MatchItem | undefined,
  sessions: SessionViews,
  own: string,
): readonly ClockItem[] {
  const ofSessions = [...sessions, { number: 0, name: own }].map(
    ({ number, name }): ClockItem => ({ key: lineClockKey(number), of: 'lines', session: number, name }),
  );
  const ofMatches = clocks.flatMap((kept) => (kept.of === 'match' ? [matchItem(kept.event, kept.match)] : []));
  const isNew = called && !ofMatches.some(({ key }) => key === called.key);
  return [...ofSessions, ...ofMatches, ...(isNew ? [called] : [])];
}

/** The one that goes, else the first: once all are known, so that the keys do not change under the fingers. */
function useFirst(store: ClockStore, items: readonly ClockItem[]): string {
  const first = useRef<string | undefined>(undefined);
  if (first.current === undefined && items.length > 0 && store.now() !== undefined) {
    const shown = store.shown()?.shown;
    const isGoing = shown && shown.face.phase !== 'idle' && shown.face.phase !== 'over';
    first.current = isGoing ? shown.key : items[0]?.key;
  }
  return first.current ?? items[0]?.key ?? lineClockKey(0);
}

interface ChosenProps {
  readonly competition: CompetitionView;
  readonly item: ClockItem;
  readonly sessions: SessionViews;
  readonly isCalled: boolean;
  readonly store: ClockStore;
  readonly control: ClockControl;
}

function Chosen({ competition, item, sessions, isCalled, ...rest }: ChosenProps) {
  if (item.of === 'match') {
    const { event, match } = item;
    return <MatchClock competition={competition.id} {...{ event, match, isCalled }} {...rest} />;
  }
  const categories = sessions.find(({ number }) => number === item.session)?.categories ?? [];
  return <LineClock competition={competition} session={item.session} categories={categories} {...rest} />;
}
