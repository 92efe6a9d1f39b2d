// All scorecards: how arrows are kept, and a list by what is still to be done, the differences first.
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CardFilter } from '../../src/domain/card/card-state.ts';
import type { CardStatesView, CardStateView } from '../../src/wire/api-card-states.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { ScrollFrame } from '../parts/scroll-frame.tsx';
import table from '../parts/table.module.css';
import { useCapped } from '../parts/use-capped.ts';
import { callApi, pathOf } from '../store/api.ts';
import { matches } from '../store/search.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './cards.module.css';
import desk from './desk.module.css';
import { ScoringModeChoice } from './scoring-mode.tsx';
import { useExpiry } from './use-expiry.ts';

interface CardsProps {
  readonly competition: CompetitionView;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

const filters = ['differing', 'unverified', 'unsigned', 'signed', 'all'] as const satisfies readonly CardFilter[];
const refreshMs = 8_000;
const pageSize = 1_000;
const rowsAtOnce = 200;
const none: readonly CardStateView[] = [];

export function Cards({ competition, onChanged, onExpired }: CardsProps) {
  const { t } = useText();
  const { id, scoring } = competition;
  const [chosen, setFilter] = useState<CardFilter | undefined>();
  const [typed, setQuery] = useState('');
  const query = useDeferredValue(typed);
  const counts = useApi<CardStatesView>(`${pathOf('competitions', id, 'cards')}?show=differing&limit=1`, refreshMs);
  // Somebody who comes here has differences to settle, if there are any.
  const filter = chosen ?? (counts.data && counts.data.counts.differing > 0 ? 'differing' : 'all');
  const { cards, failure, reload } = useCards(id, filter, counts.data?.position.seq);
  useExpiry(counts.failure ?? failure, onExpired);
  const found = useMemo(() => findCards(cards ?? none, query), [cards, query]);
  const { visible, rest, nextStep, showMore } = useCapped(found, rowsAtOnce, `${filter}/${query}`);
  return (
    <>
      <ScoringModeChoice competition={id} mode={scoring} onChanged={onChanged} onExpired={onExpired} />
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      <fieldset className={desk.filter}>
        <legend className={desk.hidden}>{t('desk.cards.filter')}</legend>
        {filters.map((each) => (
          <label key={each} className={cx(desk.filterOption, each === filter && desk.filterHere)}>
            <input
              type="radio"
              name="cards"
              className={desk.hidden}
              checked={each === filter}
              onChange={() => setFilter(each)}
            />
            {t(`desk.cards.filter.${each}`, { count: counts.data?.counts[each] ?? 0 })}
          </label>
        ))}
      </fieldset>
      <Field
        label={t('desk.cards.search')}
        type="search"
        value={typed}
        onChange={({ target }) => setQuery(target.value)}
      />
      {!cards && !failure ? <Skeleton rows={8} label={t('app.loading')} /> : null}
      {cards?.length === 0 ? <Empty title={t(`desk.cards.none.${filter}`)} /> : null}
      {cards && cards.length > 0 && found.length === 0 ? (
        <Empty title={t('desk.cards.noMatch', { text: query })} />
      ) : null}
      {found.length > 0 ? <CardTable competition={competition} cards={visible} /> : null}
      {rest > 0 ? (
        <div className={desk.center}>
          <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button>
        </div>
      ) : null}
    </>
  );
}

function findCards(cards: readonly CardStateView[], query: string): readonly CardStateView[] {
  if (query.trim() === '') return cards;
  return cards.filter(({ name, club, category, target }) => matches(query, name, club, category, target ?? ''));
}

/** All pages of a filter; the first at once, the others behind it. Asked for anew when the journal has gone on. */
function useCards(competition: string, filter: CardFilter, seq: number | undefined) {
  const path = `${pathOf('competitions', competition, 'cards')}?show=${filter}&limit=${pageSize}`;
  const { data, failure, reload } = useApi<CardStatesView>(path);
  const [more, setMore] = useState<{ readonly of: CardStatesView; readonly cards: readonly CardStateView[] }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later position asks for the list anew.
  useEffect(() => reload(), [seq, reload]);
  useEffect(() => {
    if (!data?.next) return undefined;
    let isCurrent = true;
    (async () => {
      let after = data.next;
      while (after && isCurrent) {
        const page = await callApi<CardStatesView>(`${path}&after=${after}`);
        if (!isCurrent) return;
        setMore((before) => ({ of: data, cards: [...(before?.of === data ? before.cards : none), ...page.cards] }));
        after = page.next;
      }
    })().catch(reload);
    return () => {
      isCurrent = false;
    };
  }, [data, path, reload]);
  const cards = data && (more?.of === data ? [...data.cards, ...more.cards] : data.cards);
  return { cards, failure, reload };
}

interface CardTableProps {
  readonly competition: CompetitionView;
  readonly cards: readonly CardStateView[];
}

function CardTable({ competition: { id, scoring }, cards }: CardTableProps) {
  const { t } = useText();
  return (
    <ScrollFrame label={t('desk.tab.cards')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('desk.cards.target')}</th>
            <th scope="col">{t('desk.cards.name')}</th>
            <th scope="col" className={table.number}>
              {t('desk.cards.total')}
            </th>
            <th scope="col" className={table.number}>
              {t('desk.cards.shot')}
            </th>
            {scoring === 'one' ? null : (
              <th scope="col" className={table.number}>
                {t('desk.cards.verified')}
              </th>
            )}
            <th scope="col">{t('desk.cards.differing')}</th>
            <th scope="col">{t('desk.cards.signed')}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <CardRow key={card.entry} competition={id} card={card} showsVerified={scoring !== 'one'} />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

interface CardRowProps {
  readonly competition: string;
  readonly card: CardStateView;
  readonly showsVerified: boolean;
}

function CardRow({ competition, card, showsVerified }: CardRowProps) {
  const { t } = useText();
  const { entry, name, club, category, target, total, ends, shot, verified, differing, standing } = card;
  return (
    <tr>
      <td>{target ?? '–'}</td>
      <td>
        <Link
          href={`/${encodeURIComponent(competition)}/cards/${entry}`}
          className={styles.open}
          aria-label={t('desk.cards.open', { name })}
        >
          {name}
        </Link>
        <span className={styles.who}>
          {[category, club, standing === 'competing' ? '' : standing].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className={table.number}>{total}</td>
      <td className={table.number}>{t('desk.cards.of', { count: shot, ends })}</td>
      {showsVerified ? <td className={table.number}>{t('desk.cards.of', { count: verified, ends: shot })}</td> : null}
      <td>
        {differing.length > 0 ? (
          <strong className={styles.differs}>
            {t('desk.cards.ends', { count: differing.length, list: differing.join(', ') })}
          </strong>
        ) : (
          ''
        )}
      </td>
      <td>
        <Signers card={card} />
      </td>
    </tr>
  );
}

function Signers({ card: { signed, isLocked } }: { readonly card: CardStateView }) {
  const { t } = useText();
  const [first] = signed;
  const by = signed.length === 2 ? 'both' : (first ?? (isLocked ? 'desk' : undefined));
  if (!by) return null;
  return (
    <span className={cx(isLocked && styles.closed)}>
      {isLocked ? '✓ ' : ''}
      {t(`desk.cards.${by}`)}
    </span>
  );
}
