// One target of the control room in detail: its archers' cards, its tablets and what to tell them, its matches, and a note about it.
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { ControlTarget } from '../../../src/wire/api-control.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { eventsPage, matchInAddress } from '../events/event-path.ts';
import styles from './control.module.css';
import { TabletBox } from './tablet-box.tsx';

interface TargetDetailsProps {
  readonly competition: CompetitionView;
  readonly target: ControlTarget;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

export function TargetDetails({ competition, target, onClose, onChanged, onExpired }: TargetDetailsProps) {
  const { t } = useText();
  const { butt, archers, tablets, matches } = target;
  const title = useRef<HTMLHeadingElement>(null);
  const base = `/${encodeURIComponent(competition.id)}`;
  useEffect(() => title.current?.focus(), []);
  const waited = archers.filter(({ behind }) => behind > 0);
  const [first] = waited;
  const nudge = first
    ? t('control.nudge.text', { letters: waited.map(({ letter }) => letter).join(', '), end: first.next ?? 0 })
    : undefined;
  return (
    <section
      className={styles.details}
      aria-labelledby="details"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.detailsHead}>
        <h3 id="details" ref={title} tabIndex={-1} className={styles.boxTitle}>
          {t('tablet.target', { butt })}
        </h3>
        <Button onClick={onClose}>{t('control.close')}</Button>
      </div>
      <ul className={styles.lines}>
        {archers.map(({ entry, letter, name, club, category, total, shot, ends, behind, differing, toSign, notes }) => (
          <li key={entry}>
            <Link href={`${base}/cards/${entry}`} className={styles.open}>
              {t('control.openCard', { target: `${butt}${letter}`, name })}
            </Link>
            <span className={desk.soft}>{[category, club].filter(Boolean).join(' · ')}</span>
            <span>
              {t('control.shotOf', { shot, ends, total })}
              {behind > 0 ? ` · ${t('control.behind', { count: behind })}` : ''}
              {differing.length > 0 ? ` · ${t('control.differs', { list: differing.join(', ') })}` : ''}
              {toSign ? ` · ${t('control.toSign')}` : ''}
              {notes > 0 ? ` · ${t('control.notes', { count: notes })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {matches.length > 0 ? (
        <ul className={styles.lines}>
          {matches.map(({ event, eventName, match, at, a, b, points, hasBegun }) => (
            <li key={`${event}/${match}`}>
              <Link href={eventsPage(competition.id, event, matchInAddress(match))} className={styles.open}>
                {t('control.match', { a, b })}
              </Link>
              <span className={desk.soft}>{[eventName, match, at.slice(11)].filter(Boolean).join(' · ')}</span>
              <span>{hasBegun ? `${points.a} : ${points.b}` : t('control.match.next')}</span>
              <Link href={`${base}/log/${encodeURIComponent(`match-${event}-${match}`)}`}>{t('control.addNote')}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {tablets.length === 0 ? <p className={desk.soft}>{t('control.tablet.none')}</p> : null}
      {tablets.map((tablet) => (
        <TabletBox
          key={tablet.id}
          competition={competition.id}
          tablet={tablet}
          nudge={nudge}
          onChanged={onChanged}
          onExpired={onExpired}
        />
      ))}
      <p className={styles.links}>
        <Link href={`${base}/log/butt-${butt}`}>{t('control.addNote')}</Link>
        <Link href={`${base}/targets`}>{t('control.devices')}</Link>
        <Link href={`${base}/prints`}>{t('control.print')}</Link>
      </p>
    </section>
  );
}
