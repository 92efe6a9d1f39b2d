// A target face drawn from its zones, with arrows on it. The drawing is square, its centre in the middle, in thousandths of the radius.
import type { ReactNode } from 'react';
import type { Face, Zone } from '../../src/domain/rounds/faces.ts';
import { cx } from './cx.ts';
import styles from './drawn-face.module.css';
import { drawnReach, type Point, ringRadius, shaftRadius } from './plot-geometry.ts';

export interface DrawnArrow {
  readonly hit: Point;
  /** The arrow that is being typed, or of the end that is pointed out. */
  readonly isStrong?: boolean;
}

interface DrawnFaceProps {
  readonly face: Face;
  readonly arrows?: readonly DrawnArrow[];
  readonly shaftMm?: number;
  /** The size of a button: arrows are drawn larger than they are. */
  readonly isSmall?: boolean;
  /** What is to be seen, for those who do not see it; without it the drawing is only an ornament. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** Enough to be seen on a phone, whatever the arrow's true size. */
const leastArrow = { usual: 0.022, small: 0.09 };

export function DrawnFace({
  face,
  arrows = [],
  shaftMm = 5,
  isSmall = false,
  label,
  className,
  children,
}: DrawnFaceProps) {
  const reach = drawnReach(face);
  return (
    <svg
      viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
      className={cx(styles.face, className)}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <Rings face={face} />
      <Arrows face={face} arrows={arrows} shaftMm={shaftMm} isSmall={isSmall} />
      {children}
    </svg>
  );
}

/** A line is drawn in whichever of black and white is seen on both of its sides. */
function lineOf(face: Face, zone: Zone): string | undefined {
  const outside = face.zones[face.zones.indexOf(zone) + 1];
  return zone.colour === 'black' && (outside === undefined || outside.colour === 'black')
    ? styles.lightLine
    : styles.darkLine;
}

export function Rings({ face }: { readonly face: Face }) {
  const width = drawnReach(face) / 250;
  return (
    <g strokeWidth={width}>
      {[...face.zones].reverse().map((zone) => (
        <circle key={zone.value} r={ringRadius(face, zone)} className={cx(styles[zone.colour], lineOf(face, zone))} />
      ))}
    </g>
  );
}

type ArrowsProps = Required<Pick<DrawnFaceProps, 'face' | 'arrows' | 'shaftMm'>> & Pick<DrawnFaceProps, 'isSmall'>;

export function Arrows({ face, arrows, shaftMm, isSmall = false }: ArrowsProps) {
  const least = isSmall ? leastArrow.small : leastArrow.usual;
  const size = Math.max(shaftRadius(face, shaftMm), drawnReach(face) * least);
  return (
    <g strokeWidth={size * 0.45}>
      {arrows.map(({ hit, isStrong = false }, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: arrows have no other name than their place in the list.
          key={index}
          cx={hit.x}
          cy={hit.y}
          r={size}
          className={isStrong ? styles.strong : styles.arrow}
        />
      ))}
    </g>
  );
}
