// The drawn face as another way in: a finger on it shows in a magnifier where the arrow is and what it is worth; letting go types it. Lines
// count for the higher value by the thickness of the shaft. A value can be put right by the keypad: the arrow stays where it is.
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import type { ArrowValue } from '../../src/domain/arrow-value.ts';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { colourOf } from '../parts/arrow.tsx';
import { cx } from '../parts/cx.ts';
import { Arrows, type DrawnArrow, DrawnFace, Rings } from '../parts/drawn-face.tsx';
import { drawnReach, type Point, spotOfBox, toHit, valueOfHit } from '../parts/plot-geometry.ts';
import { chooseBox, type EndEntry } from '../store/end-entry.ts';
import { useText } from '../text/text-context.tsx';
import styles from './plot.module.css';

interface PlotProps {
  readonly face: Face;
  readonly entry: EndEntry;
  readonly shaftMm: number;
  /** Where arrows struck that are on the card already. */
  readonly struck?: readonly Hit[];
  readonly onHit: (value: ArrowValue, hit: Point) => void;
  /** Undefined: boxes are filled in their order. */
  readonly onPoint: ((entry: EndEntry) => void) | undefined;
}

interface Aim {
  readonly hit: Point;
  /** The half of the drawing that the finger does not cover. */
  readonly side: 'left' | 'right';
}

export function Plot({ face, entry, shaftMm, struck = [], onHit, onPoint }: PlotProps) {
  const { t } = useText();
  const [aim, setAim] = useState<Aim | undefined>();
  const lastBox = entry.slots.length - 1;
  const spot = spotOfBox(face, entry.cursor ?? Math.max(0, lastBox));
  const value = aim && valueOfHit(face, aim.hit, shaftMm);
  const rests = entry.cursor === undefined;
  const shown = { ...entry, hits: entry.slots.map((_, box) => entry.hits[box] ?? struck[box] ?? null) };
  return (
    <section className={styles.plot} data-arrows aria-label={t('tablet.plot')}>
      {face.spots > 1 ? <Spots face={face} entry={shown} spot={spot} shaftMm={shaftMm} onPoint={onPoint} /> : null}
      <Aiming face={face} rests={rests} onAim={setAim} onLetGo={(hit) => onHit(valueOfHit(face, hit, shaftMm), hit)}>
        <DrawnFace face={face} arrows={arrowsOnSpot(face, shown, spot)} shaftMm={shaftMm}>
          {aim ? <Arrows face={face} arrows={[{ hit: aim.hit, isStrong: true }]} shaftMm={shaftMm} /> : null}
        </DrawnFace>
        {aim && value ? (
          <div className={cx(styles.magnifier, styles[aim.side])}>
            <Magnified face={face} hit={aim.hit} shaftMm={shaftMm} />
            <output className={cx(styles.value, styles[colourOf(value, face)])}>{value}</output>
          </div>
        ) : null}
        {rests ? <p className={styles.rests}>{t('tablet.plot.full')}</p> : null}
      </Aiming>
    </section>
  );
}

function arrowsOnSpot(face: Face, { hits, cursor }: EndEntry, spot: number): readonly DrawnArrow[] {
  return hits.flatMap((hit, box) =>
    hit !== null && spotOfBox(face, box) === spot ? [{ hit, isStrong: box === cursor }] : [],
  );
}

interface AimingProps {
  readonly face: Face;
  /** All boxes are full. */
  readonly rests: boolean;
  readonly onAim: (aim: Aim | undefined) => void;
  readonly onLetGo: (hit: Point) => void;
  readonly children: ReactNode;
}

/** The square that a finger moves on. Let go beside it, nothing is typed. */
function Aiming({ face, rests, onAim, onLetGo, children }: AimingProps) {
  const square = useRef<HTMLDivElement>(null);
  const pointer = useRef<number | undefined>(undefined);

  const aimOf = ({ clientX, clientY }: PointerEvent): Aim | undefined => {
    const box = square.current?.getBoundingClientRect();
    if (!box || box.width === 0) return undefined;
    // Where a browser cannot make it square, the drawing is in its middle.
    const half = Math.min(box.width, box.height) / 2;
    const across = (clientX - box.left - box.width / 2) / half;
    const down = (clientY - box.top - box.height / 2) / half;
    if (Math.max(Math.abs(across), Math.abs(down)) > 1) return undefined;
    const reach = drawnReach(face);
    return { hit: toHit(across * reach, down * reach), side: across < 0 ? 'right' : 'left' };
  };
  const finish = (event: PointerEvent, isTyped: boolean) => {
    if (pointer.current !== event.pointerId) return;
    pointer.current = undefined;
    const aim = isTyped ? aimOf(event) : undefined;
    onAim(undefined);
    if (aim) onLetGo(aim.hit);
  };

  return (
    <div
      ref={square}
      className={cx(styles.square, rests && styles.resting)}
      data-plot
      onPointerDown={(event) => {
        // A second finger or a right click types nothing.
        if (rests || pointer.current !== undefined || event.button !== 0) return;
        pointer.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
        onAim(aimOf(event));
      }}
      onPointerMove={(event) => {
        if (pointer.current === event.pointerId) onAim(aimOf(event));
      }}
      onPointerUp={(event) => finish(event, true)}
      onPointerCancel={(event) => finish(event, false)}
    >
      {children}
    </div>
  );
}

/** How much of the drawing the magnifier shows: a fifth of its width. */
const magnified = 0.2;

function Magnified({ face, hit, shaftMm }: { readonly face: Face; readonly hit: Point; readonly shaftMm: number }) {
  const half = drawnReach(face) * magnified;
  return (
    <svg viewBox={`${hit.x - half} ${hit.y - half} ${2 * half} ${2 * half}`} className={styles.lens} aria-hidden="true">
      <Rings face={face} />
      <Arrows face={face} arrows={[{ hit, isStrong: true }]} shaftMm={shaftMm} />
    </svg>
  );
}

interface SpotsProps extends Pick<PlotProps, 'face' | 'entry' | 'shaftMm' | 'onPoint'> {
  readonly spot: number;
}

/** The other spots of the sheet, small: one arrow on each, in the order of the boxes. */
function Spots({ face, entry, spot, shaftMm, onPoint }: SpotsProps) {
  const { t } = useText();
  const boxOf = (each: number) => entry.slots.findIndex((_, box) => spotOfBox(face, box) === each && !entry.fixed[box]);
  return (
    <div className={styles.spots}>
      {Array.from({ length: face.spots }, (_, each) => {
        const box = boxOf(each);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: spots have no other name than their place.
            key={each}
            type="button"
            className={cx(styles.spot, each === spot && styles.present)}
            aria-label={t('tablet.plot.spot', { spot: each + 1 })}
            aria-pressed={each === spot}
            disabled={box < 0 || !onPoint}
            onClick={() => onPoint?.(chooseBox(entry, box))}
          >
            <DrawnFace face={face} arrows={arrowsOnSpot(face, entry, each)} shaftMm={shaftMm} isSmall />
          </button>
        );
      })}
    </div>
  );
}
