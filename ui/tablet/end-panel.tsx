// The end being typed: boxes, totals, keypad with exactly the values of the face, confirm.
import { useState } from 'react';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import { type End, endPoints, isEndComplete, lastEndBegun } from '../../src/domain/card/scorecard.ts';
import type { Face, ZoneColour } from '../../src/domain/rounds/faces.ts';
import { lengthOf } from '../../src/domain/rounds/round.ts';
import { countEnds, type Distance, distanceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { colourOf } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { chooseBox, type EndEntry, eraseArrow, hasTyped, isFull, typeArrow } from '../store/end-entry.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import type { MessageKey } from '../text/en.ts';
import { useText } from '../text/text-context.tsx';
import styles from './end-panel.module.css';

interface EndPanelProps {
  readonly archer: ArcherCard;
  readonly end: number;
  readonly face: Face;
  readonly mode: 'score' | 'correct';
  readonly entry: EndEntry;
  /** The end as it is on the card. */
  readonly now: End;
  /** The letter that comes after confirming. */
  readonly then: string | undefined;
  readonly onType: (entry: EndEntry) => void;
  readonly onPoint: (entry: EndEntry) => void;
  readonly onConfirm: (reason: string) => void;
  readonly onCorrect: () => void;
  /** To an end that is held open. */
  readonly onMakeUp: (end: number) => void;
  readonly onCancel: () => void;
}

const reasons = ['typed', 'read', 'judge'] as const;

export function EndPanel(props: EndPanelProps) {
  const { archer, end, face, mode, entry, now, then } = props;
  const { t } = useText();
  const [reason, setReason] = useState<(typeof reasons)[number]>('typed');
  const { card, round, letter } = archer;
  const points = endPoints(round, end, entry.slots);
  const running = card.tally.total - endPoints(round, end, now) + points;
  const isSame = entry.slots.every((slot, box) => slot === now[box]);
  const ready = isFull(entry) && !(mode === 'correct' && isSame);
  const last = lastEndBegun(card);
  return (
    <form
      className={styles.panel}
      data-end
      onSubmit={(event) => {
        event.preventDefault();
        props.onConfirm(t(`tablet.correct.reason.${reason}` as MessageKey));
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.archer}>
          <span className={styles.letter}>{letter}</span>
          <span className={styles.name}>{archer.archer.name}</span>
        </h2>
        <p className={styles.place}>
          {mode === 'correct' ? t('tablet.correct.title', { end }) : t('tablet.endOf', { end, ends: countEnds(round) })}
          <span className={styles.metres}>{useDistance(distanceOfEnd(round, end))}</span>
        </p>
      </div>

      <div className={styles.entry}>
        <section className={styles.boxes} data-arrows aria-label={t('tablet.boxes', { end })}>
          {entry.slots.map((slot, box) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name than their place.
              key={box}
              type="button"
              className={cx(
                styles.box,
                slot !== null && styles[colourOf(slot, face)],
                entry.cursor === box && styles.cursor,
              )}
              aria-label={`${t('tablet.box', { arrow: box + 1 })}: ${slot ?? t('tablet.box.empty')}`}
              aria-current={entry.cursor === box}
              disabled={entry.fixed[box] ?? false}
              onClick={() => props.onPoint(chooseBox(entry, box))}
            >
              <span className={styles.boxValue}>{slot ?? ''}</span>
            </button>
          ))}
        </section>
        <dl className={styles.totals}>
          <div>
            <dt>{t('tablet.endTotal')}</dt>
            <dd>{points}</dd>
          </div>
          <div>
            <dt>{t('tablet.running')}</dt>
            <dd>{running}</dd>
          </div>
        </dl>
      </div>

      {mode === 'correct' ? (
        <fieldset className={styles.reasons}>
          <legend className={styles.hint}>{t('tablet.correct.hint')}</legend>
          {reasons.map((each) => (
            <label key={each} className={cx(styles.reason, each === reason && styles.reasonChosen)}>
              <input
                type="radio"
                name="reason"
                checked={each === reason}
                onChange={() => setReason(each)}
                className={styles.hidden}
              />
              {t(`tablet.correct.reason.${each}`)}
            </label>
          ))}
        </fieldset>
      ) : archer.held.includes(end) ? (
        <p className={styles.hint}>{t('tablet.held.hint')}</p>
      ) : entry.fixed.some(Boolean) ? (
        <p className={styles.hint}>{t('tablet.startedElsewhere')}</p>
      ) : null}

      <Keypad
        face={face}
        disabled={entry.cursor === undefined}
        onPress={(value) => props.onType(typeArrow(entry, value))}
      />

      <div className={styles.actions}>
        <Button
          large
          className={styles.undo}
          disabled={!hasTyped(entry)}
          aria-label={t('tablet.undo')}
          onClick={() => props.onType(eraseArrow(entry))}
        >
          <span aria-hidden="true">⌫</span>
          <span className={styles.undoWord}>{t('tablet.undo')}</span>
        </Button>
        {mode === 'correct' ? (
          <Button large onClick={props.onCancel}>
            {t('app.cancel')}
          </Button>
        ) : null}
        <Button type="submit" look="primary" large className={styles.confirm} disabled={!ready}>
          {mode === 'correct'
            ? t('tablet.correct.confirm')
            : then
              ? t('tablet.confirm.next', { letter: then })
              : t('tablet.confirm')}
        </Button>
      </div>
      <div className={styles.below}>
        {archer.held
          .filter((held) => mode === 'score' && held !== end)
          .map((held) => (
            <Button key={held} onClick={() => props.onMakeUp(held)}>
              {t('tablet.held', { end: held })}
            </Button>
          ))}
        {mode === 'score' && last > 0 && isEndComplete(card.ends[last - 1]) ? (
          <Button onClick={props.onCorrect}>{t('tablet.correct', { end: last })}</Button>
        ) : null}
        <p className={styles.shortcuts}>{t('tablet.shortcuts')}</p>
      </div>
    </form>
  );
}

/** Nothing where the distance is a course setter's: the round does not know it. */
function useDistance(distance: Distance | undefined): string {
  const { t } = useText();
  if (!distance || distance.nominal) return '';
  const { amount, unit } = lengthOf(distance);
  return unit === 'yard' ? t('tablet.distance.yards', { yards: amount }) : t('tablet.distance', { metres: amount });
}

interface KeypadProps {
  readonly face: Face;
  readonly disabled: boolean;
  readonly onPress: (value: ArrowValue) => void;
}

function Keypad({ face, disabled, onPress }: KeypadProps) {
  const { t } = useText();
  const keys: readonly { readonly value: ArrowValue; readonly colour: ZoneColour | 'miss' }[] = [
    ...face.zones,
    { value: 'M', colour: 'miss' },
  ];
  return (
    <section
      className={cx(styles.keypad, keys.length <= 4 ? styles.two : keys.length <= 6 ? styles.three : styles.four)}
      data-arrows
      aria-label={t('tablet.keypad')}
    >
      {keys.map(({ value, colour }) => (
        <button
          key={value}
          type="button"
          className={cx(styles.key, styles[colour])}
          disabled={disabled}
          {...(value === 'M'
            ? { 'aria-label': t('tablet.key.miss') }
            : value === 'X'
              ? { 'aria-label': t('tablet.key.inner') }
              : {})}
          onClick={() => onPress(value)}
        >
          <span className={styles.boxValue}>{value}</span>
        </button>
      ))}
    </section>
  );
}
