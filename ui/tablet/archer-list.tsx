// The archers of the target: letter, name, running total, and how far their last end is on its way.

import type { ArrowSlot } from '../../src/domain/card/scorecard.ts';
import { lastEndBegun, sortedArrows } from '../../src/domain/card/scorecard.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { Arrow } from '../parts/arrow.tsx';
import { cx } from '../parts/cx.ts';
import type { ArcherCard, EndStatus } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './archer-list.module.css';
import { draftKey } from './tablet-session.ts';

interface ArcherListProps {
  readonly cards: readonly ArcherCard[];
  readonly chosen: number | undefined;
  readonly onChoose: (entry: number) => void;
  readonly drafts: ReadonlyMap<string, readonly ArrowSlot[]>;
  readonly competition: string;
}

export function ArcherList({ cards, chosen, onChoose, drafts, competition }: ArcherListProps) {
  const { t } = useText();
  return (
    <ul className={styles.list} aria-label={t('tablet.archers')}>
      {cards.map((each) => {
        const { entry } = each.archer;
        const draft = each.next ? drafts.get(draftKey(competition, entry, each.next, 'score')) : undefined;
        return (
          <li key={entry} className={styles.item}>
            <ArcherButton
              each={each}
              isChosen={entry === chosen}
              isTyped={draft?.some((slot) => slot !== null) ?? false}
              onChoose={() => onChoose(entry)}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface ArcherButtonProps {
  readonly each: ArcherCard;
  readonly isChosen: boolean;
  readonly isTyped: boolean;
  readonly onChoose: () => void;
}

function ArcherButton({ each, isChosen, isTyped, onChoose }: ArcherButtonProps) {
  const { t } = useText();
  const { archer, letter, card, round, held, closed } = each;
  const last = lastEndBegun(card);
  const status: EndStatus = each.rejected.length > 0 ? 'rejected' : (each.statusOfEnd.get(last) ?? 'saved');
  return (
    <button
      type="button"
      className={cx(styles.archer, isChosen && styles.chosen, closed !== undefined && styles.out)}
      aria-pressed={isChosen}
      onClick={onChoose}
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
      <span className={styles.last}>
        {last > 0 ? (
          <>
            <span className={styles.arrows}>
              {sortedArrows(card.ends[last - 1] ?? []).map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
                <Arrow key={index} value={value} face={faceOfEnd(round, last)} />
              ))}
            </span>
            {closed === undefined || status === 'rejected' ? <Status status={status} /> : null}
          </>
        ) : closed === undefined ? (
          <span className={styles.none}>{t('board.noArrows')}</span>
        ) : null}
        {closed === undefined ? null : (
          <span className={styles.closed}>
            {closed === 'signed' ? (
              t('tablet.signed')
            ) : (
              <>
                <abbr className={styles.code} title={t(`standing.${closed}`)}>
                  {closed}
                </abbr>
                <span className={styles.words}>{t(`standing.${closed}`)}</span>
              </>
            )}
          </span>
        )}
        {held.length > 0 && closed === undefined ? (
          <span className={styles.held}>{t('tablet.held.mark', { ends: held.join(', ') })}</span>
        ) : null}
        {isTyped && !isChosen ? <span className={styles.typing}>{t('tablet.status.typing')}</span> : null}
      </span>
    </button>
  );
}

const marks: Readonly<Record<EndStatus, string>> = { saved: '✓', sending: '↑', here: '•', rejected: '!' };

export function Status({ status }: { readonly status: EndStatus }) {
  const { t } = useText();
  return (
    <span className={cx(styles.status, styles[status])}>
      <span aria-hidden="true" className={styles.mark}>
        {marks[status]}
      </span>
      <span className={styles.statusWords}>{t(`tablet.status.${status}`)}</span>
    </span>
  );
}
