// All events with how far they are and what comes next; events that the entries ask for; a removed one is brought back with its ties.
import { useState } from 'react';
import { Link } from 'wouter';
import type { EventStagesView, EventView, TieView } from '../../../src/wire/api-events.ts';
import { Banner } from '../../parts/banner.tsx';
import button from '../../parts/button.module.css';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { ScrollFrame } from '../../parts/scroll-frame.tsx';
import table from '../../parts/table.module.css';
import { callApi, pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { type ShowDeskProps, useChange } from '../use-change.ts';
import { useExpiry } from '../use-expiry.ts';
import { allEvents, eventsPage } from './event-path.ts';
import { wordsOfContest, wordsOfElimination } from './event-words.ts';
import styles from './events.module.css';

type Progress = EventStagesView['events'][number];
type Suggested = EventStagesView['suggested'][number];

const refreshMs = 5_000;

interface Removed {
  readonly event: EventView;
  readonly ties: readonly TieView[];
}

export function EventList({ competition, onExpired }: ShowDeskProps) {
  const { t } = useText();
  const base = pathOf('competitions', competition.id, 'events');
  const events = useApi<readonly EventView[]>(base, refreshMs);
  const stages = useApi<EventStagesView>(pathOf('competitions', competition.id, 'event-stages'), refreshMs);
  const [removed, setRemoved] = useState<Removed | undefined>();
  const reload = () => {
    events.reload();
    stages.reload();
  };
  const { change, busy, failure } = useChange(reload, onExpired);
  const trouble = events.failure ?? stages.failure;
  useExpiry(trouble, onExpired);
  if (!events.data || !stages.data)
    return trouble ? <Failure failure={trouble} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;

  const put = ({ id, name, contest, elimination, dnfKeepsRank }: Suggested) =>
    change(`${base}/${encodeURIComponent(id)}`, {
      method: 'PUT',
      json: { name, contest, dnfKeepsRank, ...(elimination ? { elimination } : {}) },
    });
  const takeAll = async (all: readonly Suggested[]) => {
    for (const each of all) if (!(await put(each))) return;
  };
  const remove = async (event: EventView) => {
    const path = `${base}/${encodeURIComponent(event.id)}`;
    const ties = await callApi<readonly TieView[]>(`${path}/ties`).catch(() => []);
    if (await change(path, { method: 'DELETE' })) setRemoved({ event, ties });
  };
  const bringBack = async ({ event, ties }: Removed) => {
    if (!(await put(event))) return;
    for (const { reason, order, shootOff, by } of ties) {
      const json = reason === 'CT' ? { reason, order, by } : { reason, rounds: shootOff, by };
      if (!(await change(`${base}/${encodeURIComponent(event.id)}/ties`, { method: 'POST', json }))) return;
    }
    setRemoved(undefined);
  };
  const { suggested } = stages.data;
  return (
    <>
      {failure ? <Failure failure={failure} /> : null}
      {removed ? (
        <Banner
          tone="info"
          action={
            <Button disabled={busy} onClick={() => void bringBack(removed)}>
              {t('events.undo')}
            </Button>
          }
        >
          {t('events.removed', { name: removed.event.name })}
        </Banner>
      ) : null}
      {events.data.length === 0 ? (
        <Empty title={t('events.none')}>{t(suggested.length > 0 ? 'events.none.take' : 'events.none.text')}</Empty>
      ) : (
        <EventTable
          competition={competition.id}
          events={events.data}
          stages={stages.data.events}
          busy={busy}
          onRemove={(event) => void remove(event)}
        />
      )}
      <p>
        <Link href={eventsPage(competition.id, allEvents, 'new')} className={button.button}>
          {t('events.new')}
        </Link>
      </p>
      {suggested.length > 0 ? (
        <Suggestions
          competition={competition.id}
          suggested={suggested}
          busy={busy}
          onTake={(all) => void takeAll(all)}
        />
      ) : null}
    </>
  );
}

interface EventTableProps {
  readonly competition: string;
  readonly events: readonly EventView[];
  readonly stages: readonly Progress[];
  readonly busy: boolean;
  readonly onRemove: (event: EventView) => void;
}

function EventTable({ competition, events, stages, busy, onRemove }: EventTableProps) {
  const text = useText();
  const { t } = text;
  return (
    <ScrollFrame label={t('events.view.events')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('events.column.event')}</th>
            <th scope="col">{t('events.column.how')}</th>
            <th scope="col">{t('events.column.state')}</th>
            <th scope="col">{t('events.column.next')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const progress = stages.find((each) => each.event === event.id);
            return (
              <tr key={event.id}>
                <td>
                  <Link href={eventsPage(competition, event.id)} className={styles.eventLink}>
                    {event.name}
                  </Link>
                  <span className={styles.small}>{wordsOfContest(text, event.contest)}</span>
                </td>
                <td>{wordsOfElimination(text, event.elimination)}</td>
                <td>{progress ? <Stage progress={progress} /> : null}</td>
                <td>
                  <span className={styles.actions}>
                    {progress ? <NextLink competition={competition} progress={progress} /> : null}
                    {event.isDrawn ? null : (
                      <Button
                        look="quiet"
                        disabled={busy}
                        aria-label={t('events.remove.name', { name: event.name })}
                        onClick={() => onRemove(event)}
                      >
                        {t('events.remove')}
                      </Button>
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

export function Stage({ progress }: { readonly progress: Progress }) {
  const { t } = useText();
  const { stage, unfinished, openTies, matches, over } = progress;
  const isWarning = stage === 'tie' || stage === 'waiting';
  return (
    <span className={cx(styles.stage, isWarning && styles.stageWarn, stage === 'done' && styles.stageDone)}>
      {t(`events.stage.${stage}`, { unfinished, ties: openTies, matches, over })}
    </span>
  );
}

/** What the stage asks for next. */
const nextParts = {
  setUp: 'setup',
  rankedOnly: 'cut',
  waiting: 'cut',
  tie: 'cut',
  ready: 'draw',
  drawn: 'draw',
  underWay: 'draw',
  done: 'draw',
} as const satisfies Readonly<Record<Progress['stage'], string>>;

function NextLink({
  competition,
  progress: { event, stage },
}: {
  readonly competition: string;
  readonly progress: Progress;
}) {
  const { t } = useText();
  return (
    <Link
      href={eventsPage(competition, event, nextParts[stage])}
      className={cx(button.button, (stage === 'tie' || stage === 'ready') && button.primary)}
    >
      {t(`events.next.${stage}`)}
    </Link>
  );
}

interface SuggestionsProps {
  readonly competition: string;
  readonly suggested: readonly Suggested[];
  readonly busy: boolean;
  readonly onTake: (events: readonly Suggested[]) => void;
}

function Suggestions({ competition, suggested, busy, onTake }: SuggestionsProps) {
  const text = useText();
  const { t } = text;
  return (
    <section aria-labelledby="suggested">
      <h3 id="suggested" className={desk.sectionTitle}>
        {t('events.suggested')}
      </h3>
      <p className={desk.soft}>{t('events.suggested.text')}</p>
      <ul className={styles.lines}>
        {suggested.map((each) => (
          <li key={each.id}>
            <span>
              <strong>{each.name}</strong>{' '}
              <span className={styles.small}>
                {wordsOfContest(text, each.contest)} · {wordsOfElimination(text, each.elimination)}
              </span>
            </span>
            <Button
              disabled={busy}
              aria-label={t('events.suggested.take.name', { name: each.name })}
              onClick={() => onTake([each])}
            >
              {t('events.suggested.take')}
            </Button>
            <Link href={eventsPage(competition, allEvents, `new-${each.id}`)} className={button.button}>
              {t('events.suggested.change')}
            </Link>
          </li>
        ))}
      </ul>
      {suggested.length > 1 ? (
        <Button look="primary" disabled={busy} onClick={() => onTake(suggested)}>
          {t('events.suggested.all', { count: suggested.length })}
        </Button>
      ) : null}
    </section>
  );
}
