// One event on the desk: its sections as links, and where it stands.
import { Link } from 'wouter';
import type { EventStagesView, EventView } from '../../../src/wire/api-events.ts';
import { cx } from '../../parts/cx.ts';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import type { ShowDeskProps } from '../use-change.ts';
import { useExpiry } from '../use-expiry.ts';
import { Cut } from './cut.tsx';
import { DrawDesk } from './draw-desk.tsx';
import { EventForm } from './event-form.tsx';
import { Stage } from './event-list.tsx';
import { eventsPage, matchOfAddress } from './event-path.ts';
import { wordsOfContest, wordsOfElimination } from './event-words.ts';
import styles from './events.module.css';
import { MatchDesk } from './match-desk.tsx';
import { Teams } from './teams.tsx';

const parts = ['cut', 'draw', 'teams', 'setup'] as const;
type Part = (typeof parts)[number];

const refreshMs = 5_000;

interface EventPageProps extends ShowDeskProps {
  readonly event: string;
  readonly part: string | undefined;
}

export function EventPage({ event: id, part, competition, onExpired }: EventPageProps) {
  const text = useText();
  const { t } = text;
  const { data, failure, reload } = useApi<EventView>(pathOf('competitions', competition.id, 'events', id), refreshMs);
  const stages = useApi<EventStagesView>(pathOf('competitions', competition.id, 'event-stages'), refreshMs);
  useExpiry(failure ?? stages.failure, onExpired);
  const progress = stages.data?.events.find(({ event }) => event === id);
  if (!data) {
    if (failure?.status === 404)
      return (
        <Empty title={t('rejection.unknownEvent', { event: id })}>
          <Link href={eventsPage(competition.id)}>{t('events.back')}</Link>
        </Empty>
      );
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  }
  const match = part?.includes('-') ? matchOfAddress(part) : undefined;
  const here: Part | undefined = match
    ? undefined
    : (parts.find((each) => each === part) ?? (data.isDrawn ? 'draw' : 'cut'));
  const onChanged = () => {
    reload();
    stages.reload();
  };
  const props = { competition, event: data, onChanged, onExpired };
  const shown = parts.filter((each) => each !== 'teams' || data.contest.kind !== 'individual');
  return (
    <div className={desk.done}>
      <div>
        <p>
          <Link href={eventsPage(competition.id)}>{t('events.back')}</Link>
        </p>
        <h3 className={styles.title}>{data.name}</h3>
        <p className={desk.soft}>
          {wordsOfContest(text, data.contest)} · {wordsOfElimination(text, data.elimination)}
        </p>
        {progress ? <Stage progress={progress} /> : null}
        <nav className={styles.views} aria-label={data.name}>
          {shown.map((each) => (
            <Link
              key={each}
              href={eventsPage(competition.id, id, each)}
              className={cx(styles.view, each === here && styles.viewHere)}
              aria-current={each === here ? 'page' : undefined}
            >
              {t(`events.part.${each}`)}
            </Link>
          ))}
        </nav>
      </div>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      {here === 'cut' ? <Cut {...props} /> : null}
      {here === 'draw' ? <DrawDesk {...props} /> : null}
      {here === 'teams' ? <Teams {...props} /> : null}
      {here === 'setup' ? <EventForm {...props} isNew={false} /> : null}
      {match ? <MatchDesk key={match} match={match} {...props} /> : null}
    </div>
  );
}
