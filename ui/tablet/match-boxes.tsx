// The boxes of one side's end, and their total.
import { arrowPoints, type Match } from '../../src/domain/match/match.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import { colourOf } from '../parts/arrow.tsx';
import { cx } from '../parts/cx.ts';
import { chooseBox, type EndEntry } from '../store/end-entry.ts';
import { useText } from '../text/text-context.tsx';
import styles from './match-panel.module.css';

interface BoxesProps {
  readonly match: Match;
  readonly entry: EndEntry;
  readonly name: string;
  /** Undefined: boxes are only shown. */
  readonly onPoint?: (entry: EndEntry) => void;
}

/** Of a team in groups of one arrow by each of its archers. */
export function Boxes({ match, entry, name, onPoint }: BoxesProps) {
  const { t } = useText();
  const { archers } = match.format;
  const face = faceOf(match);
  return (
    <section
      className={cx(styles.boxes, entry.slots.length > 4 && styles.many)}
      data-arrows
      aria-label={t('match.boxes', { name })}
    >
      {entry.slots.map((slot, box) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name than their place.
          key={box}
          type="button"
          className={cx(
            styles.box,
            slot !== null && styles[colourOf(slot, face)],
            entry.cursor === box && styles.cursor,
            archers > 1 && box > 0 && box % archers === 0 && styles.group,
          )}
          aria-label={`${t('tablet.box', { arrow: box + 1 })}: ${slot ?? t('tablet.box.empty')}`}
          aria-current={entry.cursor === box}
          disabled={!onPoint || (entry.fixed[box] ?? false)}
          onClick={() => onPoint?.(chooseBox(entry, box))}
        >
          <span className={styles.boxValue}>{slot ?? ''}</span>
        </button>
      ))}
    </section>
  );
}

export function EndTotal({ match, entry }: Pick<BoxesProps, 'match' | 'entry'>) {
  const { t } = useText();
  return (
    <p className={styles.total}>
      <span className={styles.totalWord}>{t('tablet.endTotal')}</span>
      <strong>{arrowPoints(match, entry.slots)}</strong>
    </p>
  );
}
