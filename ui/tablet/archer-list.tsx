// The archers of the target: letter, name, running total, and how far their last end is on its way.
import { memo } from 'react';
import type { ScoringMode } from '../../src/domain/card/card-notes.ts';
import { type ArrowSlot, lastEndBegun, sortedArrows } from '../../src/domain/card/scorecard.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { Arrow } from '../parts/arrow.tsx';
import { cx } from '../parts/cx.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './archer-list.module.css';
import { type EndState, stateOfCard } from './end-state.ts';
import { draftKey } from './tablet-view.ts';

interface ArcherListProps {
  /** As this tablet keeps them. */
  readonly cards: readonly ArcherCard[];
  /** The same archers with both cards. */
  readonly both: readonly ArcherCard[];
  readonly scoring: ScoringMode;
  readonly chosen: number | undefined;
  readonly onChoose: (entry: number) => void;
  readonly drafts: ReadonlyMap<string, readonly ArrowSlot[]>;
  readonly competition: string;
  readonly draftMode: 'score' | 'check';
}

export function ArcherList(props: ArcherListProps) {
  const { cards, both, scoring, chosen, onChoose, drafts, competition, draftMode } = props;
  const { t } = useText();
  return (
    <ul className={cx(styles.list, cards.length < 3 && styles.few)} aria-label={t('tablet.archers')}>
      {cards.map((each, index) => {
        const { entry } = each.archer;
        const draft = each.next ? drafts.get(draftKey(competition, entry, each.next, draftMode)) : undefined;
        return (
          <li key={entry} className={styles.item}>
            <ArcherButton
              each={each}
              state={stateOfCard(each, both[index] ?? each, lastEndBegun(each.card), scoring)}
              isChosen={entry === chosen}
              isTyped={draft?.some((slot) => slot !== null) ?? false}
              onChoose={onChoose}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface ArcherButtonProps {
  readonly each: ArcherCard;
  readonly state: EndState;
  readonly isChosen: boolean;
  readonly isTyped: boolean;
  readonly onChoose: (entry: number) => void;
}

const ArcherButton = memo(function ArcherButton({ each, state, isChosen, isTyped, onChoose }: ArcherButtonProps) {
  const { t } = useText();
  const { archer, letter, card, closed } = each;
  return (
    <button
      type="button"
      className={cx(styles.archer, isChosen && styles.chosen, closed !== undefined && styles.out)}
      aria-pressed={isChosen}
      onClick={() => onChoose(archer.entry)}
    >
      <span className={styles.letter}>{letter}</span>
      <span className={styles.who}>
        <span className={styles.name}>{archer.name}</span>
        <span className={styles.club}>{[archer.category, archer.club].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.total}>
        <span className={styles.hidden}>{t('tablet.running')} </span>
        {card.tally.total}
      </span>
      <LastEnd each={each} state={state} isTyped={isTyped && !isChosen} />
    </button>
  );
});

function LastEnd({ each, state, isTyped }: Pick<ArcherButtonProps, 'each' | 'state' | 'isTyped'>) {
  const { t } = useText();
  const { card, round, held, closed } = each;
  const last = lastEndBegun(card);
  return (
    <span className={styles.last}>
      {last > 0 ? (
        <>
          <span className={styles.arrows}>
            {sortedArrows(card.ends[last - 1] ?? []).map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
              <Arrow key={index} value={value} face={faceOfEnd(round, last)} />
            ))}
          </span>
          {closed === undefined || state === 'rejected' ? <Status status={state} /> : null}
        </>
      ) : closed === undefined ? (
        <span className={styles.none}>{t('board.noArrows')}</span>
      ) : null}
      {closed === undefined ? null : <Closed closed={closed} />}
      {held.length > 0 && closed === undefined ? (
        <span className={styles.held}>{t('tablet.held.mark', { ends: held.join(', ') })}</span>
      ) : null}
      {isTyped ? <span className={styles.typing}>{t('tablet.status.typing')}</span> : null}
    </span>
  );
}

function Closed({ closed }: { readonly closed: NonNullable<ArcherCard['closed']> }) {
  const { t } = useText();
  if (closed === 'signed') return <span className={styles.closed}>{t('tablet.signed')}</span>;
  return (
    <span className={styles.closed}>
      <abbr className={styles.code} title={t(`standing.${closed}`)}>
        {closed}
      </abbr>
      <span className={styles.words}>{t(`standing.${closed}`)}</span>
    </span>
  );
}

const marks: Readonly<Record<EndState, string>> = {
  saved: '✓',
  sending: '↑',
  here: '•',
  rejected: '!',
  verified: '✓✓',
  differs: '≠',
};

interface StatusProps {
  readonly status: EndState;
  /** On a phone the mark alone is seen. */
  readonly isShort?: boolean;
}

export function Status({ status, isShort = false }: StatusProps) {
  const { t } = useText();
  return (
    <span className={cx(styles.status, styles[status], isShort && styles.short)}>
      <span aria-hidden="true" className={styles.mark}>
        {marks[status]}
      </span>
      <span className={styles.statusWords}>{t(`tablet.status.${status}`)}</span>
    </span>
  );
}
