// Eliminations on the desk: all events, one event with its cut, draw, teams and set-up, one match; the plan of all matches; the ceremonies.
import { Link } from 'wouter';
import { cx } from '../../parts/cx.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import type { ShowDeskProps } from '../use-change.ts';
import { Ceremonies } from './ceremonies.tsx';
import { EventForm } from './event-form.tsx';
import { EventList } from './event-list.tsx';
import { EventPage } from './event-page.tsx';
import { allEvents, eventsPage } from './event-path.ts';
import styles from './events.module.css';
import { Plan } from './plan.tsx';

interface EventsDeskProps extends ShowDeskProps {
  /** An event's id, or `-` for what belongs to none. */
  readonly item: string | undefined;
  /** A section of it, or a match. */
  readonly part: string | undefined;
}

const views = ['events', 'plan', 'ceremonies'] as const;
type View = (typeof views)[number];

export function EventsDesk({ item, part, ...props }: EventsDeskProps) {
  const { t } = useText();
  const { id } = props.competition;
  if (item !== undefined && item !== allEvents) return <EventPage key={item} event={item} part={part} {...props} />;
  if (part?.startsWith('new')) return <EventForm event={part.slice('new-'.length)} isNew {...props} />;
  const here: View = views.find((view) => view === part) ?? 'events';
  return (
    <>
      <nav className={styles.views} aria-label={t('desk.tab.events')}>
        {views.map((view) => (
          <Link
            key={view}
            href={view === 'events' ? eventsPage(id) : eventsPage(id, allEvents, view)}
            className={cx(styles.view, view === here && styles.viewHere)}
            aria-current={view === here ? 'page' : undefined}
          >
            {t(`events.view.${view}`)}
          </Link>
        ))}
      </nav>
      <div className={desk.done}>
        {here === 'events' ? <EventList {...props} /> : null}
        {here === 'plan' ? <Plan {...props} /> : null}
        {here === 'ceremonies' ? <Ceremonies {...props} /> : null}
      </div>
    </>
  );
}
