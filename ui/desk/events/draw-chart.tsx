// The chart of a draw, whatever its system: columns of matches, and tables of pools. While places are changed, each place of the first round
// is a button: picked up and put down, by a click, by Enter, or dragged.
import { type DragEvent, useState } from 'react';
import { Link } from 'wouter';
import { type Side, sides } from '../../../src/domain/match/match.ts';
import type { BracketView, MatchInBracketView } from '../../../src/wire/api-matches.ts';
import { cx } from '../../parts/cx.ts';
import { ScrollFrame } from '../../parts/scroll-frame.tsx';
import table from '../../parts/table.module.css';
import { nameOfMatch } from '../../store/match-store.ts';
import { wordsOfName } from '../../text/match-words.ts';
import { useText } from '../../text/text-context.tsx';
import { type ChartSection, chartSections, isFirstPlace, type Place } from './chart-sections.ts';
import { eventsPage, matchInAddress } from './event-path.ts';
import styles from './events.module.css';

interface DrawChartProps {
  readonly competition: string;
  readonly bracket: BracketView;
  /** Nothing leads anywhere: it is not drawn yet. */
  readonly isPreview?: boolean;
  /** While places of the first round may be swapped. */
  readonly onSwap?: ((one: Place, other: Place) => void) | undefined;
}

interface Picking {
  readonly picked: Place | undefined;
  readonly pick: (place: Place) => void;
  readonly drop: (place: Place) => void;
}

const isSame = (one: Place | undefined, other: Place) => one?.match === other.match && one.side === other.side;

export function DrawChart({ competition, bracket, isPreview = false, onSwap }: DrawChartProps) {
  const { t } = useText();
  const [picked, setPicked] = useState<Place | undefined>();
  const nameAt = (place: Place) => nameOf(bracket, place) ?? t('match.side.nobody');
  const swapWith = (place: Place) => {
    setPicked(undefined);
    if (picked && !isSame(picked, place)) onSwap?.(picked, place);
  };
  const picking: Picking | undefined = onSwap && {
    picked,
    pick: (place) => (picked ? swapWith(place) : setPicked(place)),
    drop: swapWith,
  };
  return (
    <section
      aria-label={t('events.chart')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setPicked(undefined);
      }}
    >
      {onSwap ? (
        <p role="status">{picked ? t('events.swap.picked', { name: nameAt(picked) }) : t('events.swap.pick')}</p>
      ) : null}
      {chartSections(bracket).map((section) => (
        <Section
          key={`${section.kind}/${section.pool}`}
          {...{ competition, bracket, section, isPreview }}
          picking={picking && { ...picking, drop: (place) => picking.drop(place) }}
          onDrag={setPicked}
        />
      ))}
    </section>
  );
}

function nameOf({ matches }: BracketView, { match, side }: Place): string | undefined {
  return matches.find(({ id }) => id === match)?.seats[side].name ?? undefined;
}

interface SectionProps extends Pick<DrawChartProps, 'competition' | 'bracket' | 'isPreview'> {
  readonly section: ChartSection;
  readonly picking: Picking | undefined;
  readonly onDrag: (place: Place) => void;
}

function Section({ competition, bracket, section, isPreview, picking, onDrag }: SectionProps) {
  const text = useText();
  const { t } = text;
  const { kind, pool, columns } = section;
  const title = kind === 'pool' ? t('match.name.pool', { pool: pool ?? '' }) : t(`events.section.${kind}`);
  const poolTable = bracket.pools.find((each) => each.pool === pool);
  return (
    <div className={styles.section}>
      <h4 className={styles.sectionName}>{title}</h4>
      {poolTable && kind === 'pool' ? (
        <PoolTable rows={poolTable.rows} title={t('events.poolTable', { pool: poolTable.pool })} />
      ) : null}
      <ScrollFrame label={title} className={styles.chart}>
        {columns.map((matches) => (
          <div key={matches[0]?.level} className={cx(styles.column, kind === 'chart' && styles.lined)}>
            {matches.map((match) => (
              <div key={match.id} className={styles.place}>
                <span className={styles.matchName}>
                  {wordsOfName(text, nameOfMatch(match.id, match.level, match.topPlace))}
                  {match.slot ? ` · ${match.slot.at.slice(11)} · ${buttsOf(match)}` : ''}
                </span>
                <ChartMatch
                  {...{ match, picking, onDrag }}
                  href={
                    isPreview || picking || match.kind !== 'match'
                      ? undefined
                      : eventsPage(competition, bracket.event, matchInAddress(match.id))
                  }
                />
              </div>
            ))}
          </div>
        ))}
      </ScrollFrame>
    </div>
  );
}

function buttsOf({ slot }: MatchInBracketView): string {
  if (!slot) return '';
  return slot.butts.a === slot.butts.b ? String(slot.butts.a) : `${slot.butts.a}–${slot.butts.b}`;
}

interface ChartMatchProps {
  readonly match: MatchInBracketView;
  readonly picking: Picking | undefined;
  readonly onDrag: (place: Place) => void;
  readonly href: string | undefined;
}

function ChartMatch({ match, picking, onDrag, href }: ChartMatchProps) {
  const isLive = match.hasBegun && match.status?.kind !== 'over';
  const look = cx(styles.match, isLive && styles.live);
  if (href) {
    return (
      <Link href={href} className={look}>
        {sides.map((side) => (
          <span key={side} className={cx(styles.side, match.winner === side && styles.won)}>
            <SideWords match={match} side={side} />
          </span>
        ))}
      </Link>
    );
  }
  return (
    <div className={look}>
      {sides.map((side) =>
        picking && isFirstPlace(match, side) ? (
          <PlaceButton key={side} {...{ match, side, picking, onDrag }} />
        ) : (
          <span key={side} className={cx(styles.side, match.winner === side && styles.won)}>
            <SideWords match={match} side={side} />
          </span>
        ),
      )}
    </div>
  );
}

interface PlaceButtonProps {
  readonly match: MatchInBracketView;
  readonly side: Side;
  readonly picking: Picking;
  readonly onDrag: (place: Place) => void;
}

function PlaceButton({ match, side, picking, onDrag }: PlaceButtonProps) {
  const place: Place = { match: match.id, side };
  const isPicked = isSame(picking.picked, place);
  const take = (event: DragEvent) => {
    event.preventDefault();
    picking.drop(place);
  };
  return (
    <button
      type="button"
      className={cx(styles.side, styles.placeButton, isPicked && styles.picked)}
      aria-pressed={isPicked}
      draggable
      onClick={() => picking.pick(place)}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData('text/plain', `${match.id} ${side}`);
        onDrag(place);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={take}
    >
      <SideWords match={match} side={side} />
    </button>
  );
}

function SideWords({ match, side }: { readonly match: MatchInBracketView; readonly side: Side }) {
  const { t } = useText();
  const { seats, points, hasBegun } = match;
  const { kind, name, seed } = seats[side];
  return (
    <>
      <span className={styles.seed}>{seed ?? ''}</span>
      <span className={cx(styles.sideName, kind !== 'competitor' && styles.open)}>
        {name ?? t(kind === 'nobody' ? 'match.side.nobody' : 'match.side.pending')}
      </span>
      <span className={styles.points}>{points && hasBegun ? points[side] : ''}</span>
    </>
  );
}

function PoolTable({ rows, title }: { readonly rows: BracketView['pools'][number]['rows']; readonly title: string }) {
  const { t } = useText();
  return (
    <ScrollFrame label={title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              {t('events.column.rank')}
            </th>
            <th scope="col">{t('events.column.name')}</th>
            <th scope="col" className={table.number}>
              {t('events.column.won')}
            </th>
            <th scope="col" className={table.number}>
              {t('events.column.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ seed, name, place, matches, won, pointsFor, pointsAgainst }) => (
            <tr key={seed}>
              <td className={table.number}>{place}</td>
              <td className={table.strong}>{name}</td>
              <td className={table.number}>
                {won}/{matches}
              </td>
              <td className={table.number}>
                {pointsFor}:{pointsAgainst}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
