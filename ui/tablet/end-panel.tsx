// The end being typed: boxes, totals, keypad or drawn face, confirm. In correction the reason too.
import { type ReactNode, useState } from 'react';
import { sortedArrows } from '../../src/domain/card/scorecard.ts';
import { lengthOf } from '../../src/domain/rounds/round.ts';
import { countEnds, type Distance, distanceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { Arrow, colourOf } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Later } from '../parts/later.tsx';
import { canPlot } from '../parts/plot-geometry.ts';
import { chooseBox, type EndEntry, eraseArrow, hasTyped, isFull, typeArrow } from '../store/end-entry.ts';
import { totalsWith } from '../store/end-totals.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import type { MessageKey } from '../text/en.ts';
import { useText } from '../text/text-context.tsx';
import styles from './end-panel.module.css';
import { Keypad } from './keypad.tsx';
import { laterParts } from './later-parts.ts';
import type { TabletSettings, TypingWay } from './tablet-settings.ts';
import type { Typing } from './use-scoring.ts';
import { WayIcon } from './way-icon.tsx';

interface EndPanelProps {
  readonly archer: ArcherCard;
  readonly typing: Typing;
  readonly mode: 'score' | 'correct';
  /** The first card says why it was changed; the second is simply written anew. */
  readonly asksReason: boolean;
  /** Who comes after confirming; undefined where it is nobody or the same archer. */
  readonly then: string | undefined;
  readonly settings: TabletSettings;
  readonly onWay: (way: TypingWay) => void;
  readonly onType: (entry: EndEntry) => void;
  readonly onPoint: (entry: EndEntry) => void;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
  /** What else can be done with this archer. */
  readonly children?: ReactNode;
}

const reasons = ['typed', 'read', 'judge'] as const;
type Reason = (typeof reasons)[number];

export function EndPanel(props: EndPanelProps) {
  const { archer, typing, mode, settings, onType, onPoint } = props;
  const { t } = useText();
  const [reason, setReason] = useState<Reason>('typed');
  const { end, face, entry } = typing;
  const way = canPlot(face) && mode === 'score' ? settings.way : 'keypad';
  const isDone = mode === 'score' && isFull(entry) && entry.cursor === undefined;
  const keypad = (
    <Keypad face={face} disabled={entry.cursor === undefined} onPress={(value) => onType(typeArrow(entry, value))} />
  );
  return (
    <form
      className={cx(styles.panel, way === 'face' && styles.plotting)}
      data-end
      onSubmit={(event) => {
        event.preventDefault();
        props.onConfirm(t(`tablet.correct.reason.${reason}` as MessageKey));
      }}
    >
      <Head archer={archer} end={end} mode={mode} />
      <div className={styles.entry}>
        <Boxes typing={typing} onPoint={onPoint} />
        <Totals archer={archer} typing={typing} />
      </div>
      {mode === 'correct' && !props.asksReason ? (
        <p className={styles.hint}>{t('tablet.correct.hint')}</p>
      ) : mode === 'correct' ? (
        <Reasons reason={reason} onChoose={setReason} />
      ) : archer.held.includes(end) ? (
        <p className={styles.hint}>{t('tablet.held.hint')}</p>
      ) : entry.fixed.some(Boolean) ? (
        <p className={styles.hint}>{t('tablet.startedElsewhere')}</p>
      ) : null}
      {way === 'face' ? (
        <Later part={laterParts.sheets} instead={keypad}>
          {({ Plot }) => (
            <Plot
              face={face}
              entry={entry}
              shaftMm={settings.shaftMm}
              onHit={(value, hit) => onType(typeArrow(entry, value, hit))}
              onPoint={onPoint}
            />
          )}
        </Later>
      ) : isDone ? (
        <Sorted typing={typing} />
      ) : (
        keypad
      )}
      <Actions {...props} way={way} />
      <div className={styles.below}>{props.children}</div>
    </form>
  );
}

function Head({ archer, end, mode }: Pick<EndPanelProps, 'archer' | 'mode'> & { readonly end: number }) {
  const { t } = useText();
  const { round, letter } = archer;
  return (
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
  );
}

/** Nothing where the distance is a course setter's: the round does not know it. */
function useDistance(distance: Distance | undefined): string {
  const { t } = useText();
  if (!distance || distance.nominal) return '';
  const { amount, unit } = lengthOf(distance);
  return unit === 'yard' ? t('tablet.distance.yards', { yards: amount }) : t('tablet.distance', { metres: amount });
}

function Boxes({
  typing: { end, face, entry },
  onPoint,
}: Pick<EndPanelProps, 'onPoint'> & { readonly typing: Typing }) {
  const { t } = useText();
  return (
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
          onClick={() => onPoint(chooseBox(entry, box))}
        >
          <span className={styles.boxValue}>{slot ?? ''}</span>
        </button>
      ))}
    </section>
  );
}

function Totals({ archer: { card, round }, typing: { end, entry } }: Pick<EndPanelProps, 'archer' | 'typing'>) {
  const { t } = useText();
  const totals = totalsWith(card, round, end, entry);
  return (
    <dl className={styles.totals}>
      <div>
        <dt>{t('tablet.endTotal')}</dt>
        <dd>{totals.end}</dd>
      </div>
      {totals.distance === undefined ? null : (
        <div>
          <dt>{t('tablet.distanceTotal')}</dt>
          <dd>{totals.distance}</dd>
        </div>
      )}
      <div>
        <dt>{t('tablet.running')}</dt>
        <dd>{totals.running}</dd>
      </div>
      <div className={styles.shot}>
        <dt>{t('tablet.arrowsShot')}</dt>
        <dd>{t('tablet.arrowsShot.of', { arrows: totals.arrows, all: totals.arrowsOfRound })}</dd>
      </div>
    </dl>
  );
}

/** In the keypad's place once all boxes are full: the end as it stands on paper, highest first, to be read out and compared. */
function Sorted({ typing: { face, entry } }: Pick<EndPanelProps, 'typing'>) {
  const { t } = useText();
  return (
    <section className={styles.sorted} aria-label={t('tablet.sorted')}>
      <p className={styles.sortedWords}>{t('tablet.sorted')}</p>
      <p className={styles.sortedArrows}>
        {sortedArrows(entry.slots).map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
          <Arrow key={index} value={value} face={face} />
        ))}
      </p>
      <p className={styles.hint}>{t('tablet.sorted.hint')}</p>
    </section>
  );
}

function Reasons({ reason, onChoose }: { readonly reason: Reason; readonly onChoose: (reason: Reason) => void }) {
  const { t } = useText();
  return (
    <fieldset className={styles.reasons}>
      <legend className={styles.hint}>{t('tablet.correct.hint')}</legend>
      {reasons.map((each) => (
        <label key={each} className={cx(styles.reason, each === reason && styles.reasonChosen)}>
          <input
            type="radio"
            name="reason"
            checked={each === reason}
            onChange={() => onChoose(each)}
            className={styles.hidden}
          />
          {t(`tablet.correct.reason.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Actions({ typing, mode, then, way, onType, onWay, onCancel }: EndPanelProps & { readonly way: TypingWay }) {
  const { t } = useText();
  const { entry, now, face } = typing;
  const isSame = entry.slots.every((slot, box) => slot === now[box]);
  const ready = isFull(entry) && !(mode === 'correct' && isSame);
  const other = way === 'face' ? 'keypad' : 'face';
  return (
    <div className={styles.actions}>
      <Button
        large
        className={styles.undo}
        disabled={!hasTyped(entry)}
        aria-label={t('tablet.undo')}
        onClick={() => onType(eraseArrow(entry))}
      >
        <span aria-hidden="true">⌫</span>
        <span className={styles.undoWord}>{t('tablet.undo')}</span>
      </Button>
      {mode === 'correct' ? (
        <Button large onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      ) : canPlot(face) ? (
        <Button large className={styles.way} aria-label={t(`tablet.way.${other}`)} onClick={() => onWay(other)}>
          <WayIcon way={other} />
        </Button>
      ) : null}
      <Button large look="primary" type="submit" className={styles.confirm} disabled={!ready}>
        {mode === 'correct'
          ? t('tablet.correct.confirm')
          : then
            ? t('tablet.confirm.next', { letter: then })
            : t('tablet.confirm')}
      </Button>
    </div>
  );
}
