// Beside an archer's card: where the plotted arrows struck, of one end or of all, with the middle of the group. Fetched while it is looked
// at: the target's sheet carries values only.
import { useEffect, useState } from 'react';
import type { Hit } from '../../src/domain/card/card-notes.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { DrawnFace } from '../parts/drawn-face.tsx';
import { canPlot, drawnReach, groupOf, outerRadius, type Point } from '../parts/plot-geometry.ts';
import { listenToAthlete } from '../store/athlete-store.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import styles from './hits-view.module.css';
import type { TabletSession } from './tablet-session.ts';

interface HitsOfEnd {
  readonly end: number;
  readonly hits: readonly Hit[];
}

interface HitsViewProps {
  readonly session: TabletSession;
  readonly competition: string;
  readonly archer: ArcherCard;
}

function useHits({ session, competition, archer }: HitsViewProps): readonly HitsOfEnd[] | undefined {
  const [hits, setHits] = useState<readonly HitsOfEnd[] | undefined>();
  const { entry } = archer.archer;
  useEffect(() => {
    return session.follow(
      { kind: 'athlete', competition, entry },
      listenToAthlete((athlete) => setHits(athlete === 'missing' ? [] : athlete.hits)),
    );
  }, [session, competition, entry]);
  return hits;
}

export function HitsView(props: HitsViewProps) {
  const { round } = props.archer;
  const { t } = useText();
  const [chosen, setChosen] = useState<number | undefined>();
  const all = useHits(props) ?? [];
  const plotted = all.filter(({ hits }) => hits.some((hit) => hit !== null));
  const face = faceOfEnd(round, chosen ?? plotted[plotted.length - 1]?.end ?? 1);
  if (!face || !canPlot(face)) return null;
  // Arrows on another face of the same round do not belong in this drawing.
  const here = plotted.filter(({ end }) => faceOfEnd(round, end)?.id === face.id);
  const shown = here.filter(({ end }) => chosen === undefined || end === chosen).flatMap(({ hits }) => hits);
  const points = shown.filter((hit) => hit !== null);
  return (
    <section className={styles.hits} aria-label={t('tablet.plot.card')}>
      <h3>{t('tablet.plot.card')}</h3>
      {points.length === 0 ? (
        <p>{t('tablet.plot.card.none')}</p>
      ) : (
        <>
          <select
            className={styles.select}
            aria-label={t('tablet.plot.card')}
            value={chosen ?? ''}
            onChange={({ target }) => setChosen(target.value === '' ? undefined : Number(target.value))}
          >
            <option value="">{t('tablet.plot.card.all')}</option>
            {plotted.map(({ end }) => (
              <option key={end} value={end}>
                {t('tablet.plot.card.end', { end })}
              </option>
            ))}
          </select>
          <div className={styles.drawing}>
            <DrawnFace
              face={face}
              arrows={points.map((hit) => ({ hit }))}
              label={t('tablet.plot.card.text', { count: points.length })}
            >
              <GroupCross
                hits={points.filter(({ x, y }) => Math.hypot(x, y) <= outerRadius(face))}
                size={drawnReach(face) / 18}
              />
            </DrawnFace>
          </div>
          <p>{t('tablet.plot.card.text', { count: points.length })}</p>
        </>
      )}
    </section>
  );
}

/** Misses are no part of the group. */
function GroupCross({ hits, size }: { readonly hits: readonly Hit[]; readonly size: number }) {
  const centre: Point | undefined = groupOf(hits)?.centre;
  if (!centre) return null;
  const { x, y } = centre;
  const path = `M${x - size} ${y}h${2 * size}M${x} ${y - size}v${2 * size}`;
  return (
    <g fill="none">
      <path d={path} stroke="#14181b" strokeWidth={size * 0.5} />
      <path d={path} stroke="#39ff5a" strokeWidth={size * 0.25} />
    </g>
  );
}
