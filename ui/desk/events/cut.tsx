// The qualification of an event round its cut: who goes on, which ties somebody has to decide, what is still missing before the draw.
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import type { CardStatesView } from '../../../src/wire/api-card-states.ts';
import type { TieView } from '../../../src/wire/api-events.ts';
import type { QualificationView } from '../../../src/wire/api-rankings.ts';
import { Banner } from '../../parts/banner.tsx';
import button from '../../parts/button.module.css';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { ScrollFrame } from '../../parts/scroll-frame.tsx';
import table from '../../parts/table.module.css';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import { useExpiry } from '../use-expiry.ts';
import type { EventPartProps } from './event-part.ts';
import { eventsPage } from './event-path.ts';
import styles from './events.module.css';
import { ShootOffForm } from './shoot-off-form.tsx';
import { TossForm } from './toss-form.tsx';

type QualificationRow = QualificationView['rows'][number];

const refreshMs = 4_000;
const rowsAround = 8;
const none: readonly TieView[] = [];

export function Cut({ competition, event, onChanged, onExpired }: EventPartProps) {
  const { t } = useText();
  const path = pathOf('competitions', competition.id, 'events', event.id);
  const { data, failure, reload } = useApi<QualificationView>(`${path}/qualification?limit=1000`, refreshMs);
  const ties = useApi<readonly TieView[]>(`${path}/ties`, refreshMs);
  useExpiry(failure ?? ties.failure, onExpired);
  const done = () => {
    reload();
    ties.reload();
    onChanged();
  };
  const { change, busy, failure: refused } = useChange(done, onExpired);
  if (!data) return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  if (data.rows.length === 0) return <Empty title={t('events.cut.nobody')}>{t('events.cut.nobody.text')}</Empty>;
  const nameOf = (key: string) => data.rows.find((row) => row.key === key)?.name ?? key;
  const isReady = !event.isDrawn && event.elimination && data.unfinished.length === 0 && data.openTies.length === 0;
  return (
    <>
      <Warnings {...{ competition, event }} qualification={data} nameOf={nameOf} />
      {refused ? <Failure failure={refused} /> : null}
      {event.isDrawn
        ? null
        : data.openTies.map((tie) => {
            const tied = data.rows.filter(({ key }) => tie.keys.includes(key));
            const isUnfinished = tie.keys.some((key) => data.unfinished.includes(key));
            const props = { path, event, tie, tied, cut: data.cut ?? 0, isUnfinished, onDone: done, onExpired };
            const key = `${tie.reason}/${tie.keys.join('/')}`;
            return tie.reason === 'SO' ? <ShootOffForm key={key} {...props} /> : <TossForm key={key} {...props} />;
          })}
      {isReady ? (
        <Banner
          tone="good"
          action={
            <Link href={eventsPage(competition.id, event.id, 'draw')} className={cx(button.button, button.primary)}>
              {t('events.next.ready')}
            </Link>
          }
        >
          {t('events.cut.ready')}
        </Banner>
      ) : null}
      <Decided
        ties={ties.data ?? none}
        nameOf={nameOf}
        busy={busy}
        onReopen={event.isDrawn ? undefined : (tie) => void change(`${path}/ties/${tie.id}`, { method: 'DELETE' })}
      />
      <CutTable qualification={data} />
    </>
  );
}

interface WarningsProps extends Pick<EventPartProps, 'competition' | 'event'> {
  readonly qualification: QualificationView;
  readonly nameOf: (key: string) => string;
}

/** Cards that are not as they should be before somebody draws from them. */
function Warnings({ competition, event, qualification, nameOf }: WarningsProps) {
  const { t } = useText();
  const cards = pathOf('competitions', competition.id, 'cards');
  const isOpen = !event.isDrawn;
  const differing = useApi<CardStatesView>(isOpen ? `${cards}?show=differing&limit=1000` : undefined, refreshMs);
  const unsigned = useApi<CardStatesView>(isOpen ? `${cards}?show=unsigned&limit=1000` : undefined, refreshMs);
  const { contest } = event;
  const categories =
    contest.kind === 'individual' ? [contest.category] : contest.parts.flatMap((part) => part.categories);
  const countIn = (view: CardStatesView | undefined) =>
    view?.cards.filter(({ category }) => categories.includes(category)).length ?? 0;
  const [first] = qualification.unfinished;
  const counts = [
    first === undefined
      ? ''
      : t('events.cut.unfinished', { name: nameOf(first), others: qualification.unfinished.length - 1 }),
    countIn(differing.data) > 0 ? t('events.cut.differing', { count: countIn(differing.data) }) : '',
    countIn(unsigned.data) > 0 ? t('events.cut.unsigned', { count: countIn(unsigned.data) }) : '',
  ].filter(Boolean);
  if (!isOpen || counts.length === 0) return null;
  return (
    <Banner
      tone="warn"
      action={
        <Link href={`/${encodeURIComponent(competition.id)}/cards`} className={button.button}>
          {t('events.cut.cards')}
        </Link>
      }
    >
      {counts.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Banner>
  );
}

interface DecidedProps {
  readonly ties: readonly TieView[];
  readonly nameOf: (key: string) => string;
  readonly busy: boolean;
  /** Undefined once it is drawn. */
  readonly onReopen: ((tie: TieView) => void) | undefined;
}

function Decided({ ties, nameOf, busy, onReopen }: DecidedProps) {
  const { t } = useText();
  if (ties.length === 0) return null;
  return (
    <section aria-labelledby="decided">
      <h4 id="decided" className={desk.sectionTitle}>
        {t('events.decided')}
      </h4>
      <ul className={styles.lines}>
        {ties.map((tie) => (
          <li key={tie.id}>
            <span>
              {t(`events.decided.${tie.reason}`, { names: tie.order.map(nameOf).join(', '), by: tie.by })}
              {tie.shootOff.map((round, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rounds of a shoot-off have no other name than their place.
                <span key={index} className={styles.small}>
                  {round
                    .map(({ key, arrows, distancesMm }) =>
                      [
                        nameOf(key),
                        arrows.length > 0 ? arrows.join(' ') : '–',
                        distancesMm.map((mm) => `${mm} mm`).join(' '),
                      ]
                        .filter(Boolean)
                        .join(' '),
                    )
                    .join(' · ')}
                </span>
              ))}
            </span>
            {onReopen ? (
              <Button
                disabled={busy}
                aria-label={t('events.reopen.names', { names: tie.order.map(nameOf).join(', ') })}
                onClick={() => onReopen(tie)}
              >
                {t('events.reopen')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CutTable({ qualification }: { readonly qualification: QualificationView }) {
  const { t } = useText();
  const { rows, cut, tieBreak, unfinished } = qualification;
  const [isWhole, setWhole] = useState(false);
  const from = isWhole || cut === null ? 0 : Math.max(0, Math.min(cut, rows.length) - rowsAround);
  const shown = rows.slice(from, isWhole || cut === null ? undefined : cut + rowsAround);
  return (
    <section aria-labelledby="cut">
      <h4 id="cut" className={desk.sectionTitle}>
        {cut === null ? t('events.cut.ranking') : t('events.cut.title', { cut })}
      </h4>
      <ScrollFrame label={t('events.cut.ranking')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col" className={table.number}>
                {t('events.column.rank')}
              </th>
              <th scope="col">{t('events.column.name')}</th>
              <th scope="col">{t('events.column.club')}</th>
              <th scope="col" className={table.number}>
                {t('events.column.total')}
              </th>
              {tieBreak.map((count) => (
                <th key={count} scope="col" className={table.number}>
                  {t('events.count', { count })}
                </th>
              ))}
              <th scope="col">{t('events.column.in')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <Fragment key={row.key}>
                {from + index === cut ? (
                  <tr className={styles.line}>
                    <td colSpan={5 + tieBreak.length}>{t('events.cut.line')}</td>
                  </tr>
                ) : null}
                <CutRow row={row} isUnfinished={unfinished.includes(row.key)} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {shown.length < rows.length || isWhole ? (
        <p>
          <Button onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('events.cut.around') : t('events.cut.all', { count: rows.length })}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function CutRow({ row, isUnfinished }: { readonly row: QualificationRow; readonly isUnfinished: boolean }) {
  const { t } = useText();
  const { rank, name, club, country, total, counts, decidedBy, isIn, standing } = row;
  return (
    <tr>
      <td className={table.number}>{rank ?? '–'}</td>
      <td className={table.strong}>
        {name}
        {isUnfinished ? <span className={styles.small}>{t('events.cut.shooting')}</span> : null}
      </td>
      <td>{club || country}</td>
      <td className={table.number}>{total}</td>
      {counts.map((count, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: counts stand in the order of the columns.
        <td key={index} className={table.number}>
          {count}
        </td>
      ))}
      <td className={cx(isIn === true && styles.isIn)}>
        {standing === 'competing' ? '' : `${standing} `}
        {decidedBy ? `${decidedBy} ` : ''}
        {isIn === true ? t('events.cut.in') : isIn === false ? t('events.cut.out') : ''}
      </td>
    </tr>
  );
}
