// One view of a playlist. What boards have is theirs; what only a TV shows is here: who shoots where, the plan, announcements, a code to follow.
import type { Turn } from '../../src/domain/show/rotation.ts';
import type { Announcement, View } from '../../src/domain/show/show.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import type { EventView, ScheduleView } from '../../src/wire/api-events.ts';
import { BigScreen } from '../board/big-screen.tsx';
import { BoardShell } from '../board/board-shell.tsx';
import { MatchBoard } from '../board/match-board.tsx';
import { MatchEvent } from '../board/match-event.tsx';
import { eventPath, matchPath } from '../board/match-links.tsx';
import { MedalBoard } from '../board/medal-board.tsx';
import { usePage } from '../board/use-page.ts';
import { WallClock } from '../board/wall-clock.tsx';
import { cx } from '../parts/cx.ts';
import { Qr } from '../parts/qr.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { EvenLines } from './even-lines.tsx';
import styles from './tv.module.css';

export interface TvViewProps {
  readonly competition: CompetitionView;
  readonly turn: Turn;
  readonly announcements: readonly Announcement[];
  readonly origin: string;
  readonly demo: boolean;
}

/** Where a phone sees the same. */
export function addressOfView(competition: string, view: View | undefined): string {
  const home = `/board/${encodeURIComponent(competition)}`;
  if (view?.kind === 'leaderboard') return `${home}/${encodeURIComponent(view.category)}`;
  if (view?.kind === 'bracket') return eventPath(competition, view.event);
  return view?.kind === 'match' ? matchPath(competition, view.event, view.match) : home;
}

export function TvView({ competition, turn, announcements, origin, demo }: TvViewProps) {
  const { view } = turn;
  switch (view.kind) {
    case 'leaderboard':
      return <BigScreen competition={competition} only={view.category} origin={origin} demo={demo} turned={turn} />;
    case 'bracket':
      return <MatchEvent competition={competition} event={view.event} layout="screen" turn={turn} />;
    case 'match':
      return <MatchBoard competition={competition} event={view.event} match={view.match} layout="screen" />;
    case 'matches':
      return <Matches competition={competition} turn={turn} />;
    case 'medals':
      return <MedalBoard competition={competition} layout="screen" turn={turn} />;
    case 'clock':
      return <WallClock competition={competition} clock={undefined} />;
    case 'targets':
      return <Targets competition={competition} turn={turn} />;
    case 'schedule':
      return <Schedule competition={competition} turn={turn} />;
    case 'announcements':
      return <Announcements competition={competition} turn={turn} announcements={announcements} />;
    case 'follow':
      return <Follow competition={competition} origin={origin} />;
  }
}

interface ListProps {
  readonly competition: CompetitionView;
  readonly turn: Turn;
}

/** One drawn event after the other, each with its share of the time for its own pages. */
function Matches({ competition, turn }: ListProps) {
  const { data } = useApi<readonly EventView[]>(pathOf('competitions', competition.id, 'events'));
  const drawn = data?.filter(({ isDrawn }) => isDrawn) ?? [];
  const index = usePage(competition.id, Math.max(1, drawn.length), { turn });
  const event = drawn[index];
  if (!event) return null;
  const wholeMs = turn.wholeMs / drawn.length;
  const own = { wholeMs, startedAt: turn.startedAt + index * wholeMs };
  return <MatchEvent key={event.id} competition={competition} event={event.id} layout="screen" turn={own} />;
}

const refreshMs = 30_000;

function Targets({ competition, turn }: ListProps) {
  const { t } = useText();
  const { data } = useApi<readonly EntryView[]>(pathOf('competitions', competition.id, 'entries'), refreshMs);
  const placed = (data ?? []).flatMap(({ target, ...entry }) => (target === null ? [] : [{ target, ...entry }]));
  placed.sort(
    (a, b) => Number.parseInt(a.target, 10) - Number.parseInt(b.target, 10) || a.target.localeCompare(b.target),
  );
  return (
    <BoardShell competition={competition} title={t('tv.targets')} layout="screen">
      <EvenLines {...{ competition, turn, columns: 2 }} lines={placed}>
        {({ number, name, target, category }) => (
          <li key={number} className={styles.target}>
            <b>{target}</b>
            <span className={cx(name.length > 34 && styles.long)}>{name}</span>
            <i>{category}</i>
          </li>
        )}
      </EvenLines>
    </BoardShell>
  );
}

function Schedule({ competition, turn }: ListProps) {
  const { t } = useText();
  const { data } = useApi<ScheduleView>(pathOf('competitions', competition.id, 'schedule'), refreshMs);
  return (
    <BoardShell competition={competition} title={t('tv.schedule')} layout="screen">
      <EvenLines {...{ competition, turn, columns: 1 }} lines={data?.slots ?? []}>
        {({ event, eventName, match, at, butts, names }) => {
          const sides = [names.a, names.b].map((name) => name ?? '…').join(' – ');
          return (
            <li key={`${event}/${match}`} className={styles.slot}>
              <b>{at.slice(11)}</b>
              <span>{butts.a === butts.b ? butts.a : `${butts.a} – ${butts.b}`}</span>
              <span className={cx(sides.length > 62 && styles.longPair)}>{sides}</span>
              <i>{eventName}</i>
            </li>
          );
        }}
      </EvenLines>
    </BoardShell>
  );
}

function Announcements({ competition, turn, announcements }: ListProps & Pick<TvViewProps, 'announcements'>) {
  const { t } = useText();
  const shown = announcements[usePage(competition.id, Math.max(1, announcements.length), { turn })];
  return (
    <BoardShell competition={competition} title={t('tv.announcements')} layout="screen">
      <p className={styles.announcement} dir="auto">
        {shown?.text ?? t('tv.announcements.none')}
      </p>
    </BoardShell>
  );
}

function Follow({ competition, origin }: Pick<TvViewProps, 'competition' | 'origin'>) {
  const { t } = useText();
  const path = addressOfView(competition.id, undefined);
  return (
    <main id="content" className={styles.follow}>
      <div className={styles.bigQr}>
        <Qr text={origin + path} label={t('board.follow')} />
      </div>
      <div>
        <p className={styles.where}>{competition.name}</p>
        <h1>{t('board.follow')}</h1>
        <p className={styles.how}>{t('board.follow.text')}</p>
        <p className={styles.where}>{origin.replace(/^https?:\/\//, '')}</p>
      </div>
    </main>
  );
}
