// Which clock the desk runs: those of the sessions, the competition's own, those of matches by turns. Each with its light, so that whichever
// goes is seen at a glance; and the matches that can be called.
import type { EventView } from '../../src/wire/api-events.ts';
import type { BracketView, MatchInBracketView } from '../../src/wire/api-matches.ts';
import { Button } from '../parts/button.tsx';
import { KeptChip, useShownClock } from '../parts/clock-face.tsx';
import { cx } from '../parts/cx.ts';
import { pathOf } from '../store/api.ts';
import type { ClockStore } from '../store/clock-store.ts';
import { nameOfMatch } from '../store/match-store.ts';
import { useApi } from '../store/use-api.ts';
import { useMatch } from '../store/use-match.ts';
import { namesOfSides, wordsOfName } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import styles from './clock-choice.module.css';

export type ClockItem = { readonly key: string } & (
  | { readonly of: 'lines'; readonly session: number; readonly name: string }
  | { readonly of: 'match'; readonly event: string; readonly match: string }
);

interface ClockTabsProps {
  readonly competition: string;
  readonly items: readonly ClockItem[];
  readonly chosen: string;
  readonly store: ClockStore;
  readonly onChoose: (key: string) => void;
}

export function ClockTabs({ items, chosen, ...rest }: ClockTabsProps) {
  const { t } = useText();
  return (
    <nav aria-label={t('clock.choice')}>
      <ul className={styles.tabs}>
        {items.map((item) => (
          <li key={item.key}>
            {item.of === 'match' ? (
              <MatchTab item={item} isHere={item.key === chosen} {...rest} />
            ) : (
              <Tab item={item} name={item.name} isHere={item.key === chosen} {...rest} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface TabProps extends Pick<ClockTabsProps, 'competition' | 'store' | 'onChoose'> {
  readonly item: ClockItem;
  readonly isHere: boolean;
}

function MatchTab({ item, ...rest }: TabProps & { readonly item: Extract<ClockItem, { readonly of: 'match' }> }) {
  const text = useText();
  const followed = useMatch(rest.competition, item.event, item.match);
  const sheet = followed && followed !== 'missing' ? followed.sheet : undefined;
  return <Tab item={item} name={text.t('clock.match.sides', namesOfSides(text, sheet))} {...rest} />;
}

function Tab({ item: { key }, name, isHere, store, onChoose }: TabProps & { readonly name: string }) {
  const { t } = useText();
  const shown = useShownClock(store, [key])?.shown;
  const phase = shown?.face.phase ?? 'idle';
  return (
    <button
      type="button"
      className={cx(styles.tab, isHere && styles.here)}
      aria-pressed={isHere}
      onClick={() => onChoose(key)}
    >
      <span className={styles.name}>{name}</span>
      {shown && phase !== 'idle' ? (
        <KeptChip shown={shown} />
      ) : (
        <span className={styles.soft}>{t(shown ? 'clock.phase.idle' : 'clock.none.short')}</span>
      )}
    </button>
  );
}

const refreshMs = 10_000;

interface MatchCallsProps {
  readonly competition: string;
  readonly onCall: (event: string, match: string) => void;
}

/** Nothing while no event is drawn. */
export function MatchCalls({ competition, onCall }: MatchCallsProps) {
  const { t } = useText();
  const { data } = useApi<readonly EventView[]>(pathOf('competitions', competition, 'events'), refreshMs);
  const drawn = data?.filter(({ isDrawn }) => isDrawn) ?? [];
  if (drawn.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{t('clock.match.list')}</summary>
      <p className={styles.soft}>{t('clock.match.list.text')}</p>
      {drawn.map(({ id }) => (
        <CallsOfEvent key={id} competition={competition} event={id} onCall={onCall} />
      ))}
    </details>
  );
}

function canBeCalled({ kind, seats, status }: MatchInBracketView): boolean {
  const isKnown = seats.a.kind === 'competitor' && seats.b.kind === 'competitor';
  return kind === 'match' && isKnown && status?.kind !== 'over';
}

function CallsOfEvent({ competition, event, onCall }: MatchCallsProps & { readonly event: string }) {
  const text = useText();
  const { t } = text;
  const path = pathOf('competitions', competition, 'events', event, 'bracket');
  const { data } = useApi<BracketView>(path, refreshMs);
  const matches = data?.matches.filter(canBeCalled) ?? [];
  if (!data) return null;
  return (
    <section aria-labelledby={`calls-${event}`}>
      <h3 id={`calls-${event}`} className={styles.event}>
        {data.name}
      </h3>
      {matches.length === 0 ? <p className={styles.soft}>{t('clock.match.none')}</p> : null}
      <ul className={styles.calls}>
        {matches.map(({ id, level, topPlace, seats }) => {
          const sides = t('clock.match.sides', { a: seats.a.name ?? '', b: seats.b.name ?? '' });
          return (
            <li key={id} className={styles.call}>
              <span>
                <strong>{sides}</strong>{' '}
                <span className={styles.soft}>{wordsOfName(text, nameOfMatch(id, level, topPlace))}</span>
              </span>
              <Button large onClick={() => onCall(event, id)} aria-label={`${t('clock.match.call')}: ${sides}`}>
                {t('clock.match.call')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
