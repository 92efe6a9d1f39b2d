// One competition on the desk: its sections as tabs.
import { useLayoutEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { useApi } from '../store/use-api.ts';
import { formatDays } from '../text/dates.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { AthleteCards } from './athlete-cards.tsx';
import { CardDesk } from './card-desk.tsx';
import { Cards } from './cards.tsx';
import { ClockDesk } from './clock-desk.tsx';
import { ArchiveCompetition, ArchivedNotice } from './closing.tsx';
import { ControlRoom } from './control/control-room.tsx';
import { JudgesLog } from './control/judges-log.tsx';
import { Papers } from './control/papers.tsx';
import styles from './desk.module.css';
import { EntriesDesk } from './entries/entries-desk.tsx';
import { EventsDesk } from './events/events-desk.tsx';
import { Exports } from './exports.tsx';
import { ImportEntries } from './import/import-entries.tsx';
import { Overview } from './overview.tsx';
import { Prints } from './prints/prints.tsx';
import { Screens } from './screens.tsx';
import { Targets } from './targets.tsx';
import { useExpiry } from './use-expiry.ts';

const sections = [
  'overview',
  'entries',
  'import',
  'targets',
  'control',
  'cards',
  'events',
  'papers',
  'log',
  'athletes',
  'clock',
  'screens',
  'prints',
  'exports',
] as const;
type Section = (typeof sections)[number];

interface CompetitionDeskProps {
  readonly id: string;
  readonly section: string | undefined;
  /** Of the section: the number of an entry. */
  readonly item: string | undefined;
  /** Of the item: a section of an event, a match. */
  readonly part: string | undefined;
  /** Where phones and tablets reach this appliance. */
  readonly origin: string;
  readonly onExpired: () => void;
}

export function CompetitionDesk({ id, section, item, part, origin, onExpired }: CompetitionDeskProps) {
  const { t, language } = useText();
  const { data, failure, reload } = useApi<CompetitionView>(`/api/competitions/${encodeURIComponent(id)}`);
  const here: Section = sections.find((each) => each === section) ?? 'overview';
  const tabs = useRef<HTMLElement>(null);
  const isShown = data !== undefined;
  // On a phone there are more tabs than fit: the one that is open is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another tab is open, and once there are any.
  useLayoutEffect(() => {
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here, isShown]);
  useExpiry(failure, onExpired);
  useTitle(t(`desk.tab.${here}`), data?.name);
  if (!data) {
    if (failure?.status === 404) {
      return (
        <Empty title={t('rejection.unknownCompetition')}>
          <Link href="/">{t('desk.competitions')}</Link>
        </Empty>
      );
    }
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  }
  return (
    <>
      <div className={cx(styles.competition, styles.screenOnly)}>
        <p>
          <Link href="/">{t('desk.competitions')}</Link>
        </p>
        <h2 className={styles.name}>{data.name}</h2>
        <p className={styles.soft}>
          {[data.venue, formatDays(language, data.from, data.to), t(`discipline.${data.discipline}`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <nav className={styles.tabs} aria-label={data.name} ref={tabs}>
          {sections.map((each) => (
            <Link
              key={each}
              href={`/${encodeURIComponent(id)}${each === 'overview' ? '' : `/${each}`}`}
              className={cx(styles.tab, each === here && styles.tabHere)}
              aria-current={each === here ? 'page' : undefined}
            >
              {t(`desk.tab.${each}`)}
            </Link>
          ))}
        </nav>
      </div>
      {data.isClosed ? <ArchivedNotice competition={data} onChanged={reload} onExpired={onExpired} /> : null}
      {here === 'overview' ? <Overview competition={data} /> : null}
      {here === 'overview' && !data.isClosed ? (
        <ArchiveCompetition competition={data} onChanged={reload} onExpired={onExpired} />
      ) : null}
      {here === 'entries' ? (
        <EntriesDesk competition={data} view={item} onChanged={reload} onExpired={onExpired} />
      ) : null}
      {here === 'import' ? <ImportEntries competition={data} onImported={reload} onExpired={onExpired} /> : null}
      {here === 'cards' && item === undefined ? (
        <Cards competition={data} onChanged={reload} onExpired={onExpired} />
      ) : null}
      {here === 'cards' && item !== undefined ? (
        <CardDesk key={item} competition={data} entry={Number(item)} onExpired={onExpired} />
      ) : null}
      {here === 'events' ? <EventsDesk competition={data} item={item} part={part} onExpired={onExpired} /> : null}
      {here === 'control' ? <ControlRoom competition={data} item={item} onExpired={onExpired} /> : null}
      {here === 'papers' ? <Papers competition={data} item={item} onExpired={onExpired} /> : null}
      {here === 'log' ? <JudgesLog competition={data} item={item} onExpired={onExpired} /> : null}
      {here === 'targets' ? <Targets competition={data} origin={origin} onExpired={onExpired} /> : null}
      {here === 'athletes' ? <AthleteCards competition={data} origin={origin} onExpired={onExpired} /> : null}
      {here === 'clock' ? <ClockDesk competition={data} onExpired={onExpired} /> : null}
      {here === 'exports' ? <Exports competition={data} /> : null}
      {here === 'prints' ? (
        <Prints
          key={`${item} ${part}`}
          competition={data}
          item={item}
          part={part}
          origin={origin}
          onExpired={onExpired}
        />
      ) : null}
      {here === 'screens' ? <Screens competition={data} onExpired={onExpired} /> : null}
    </>
  );
}
