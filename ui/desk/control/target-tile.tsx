// One target in the control room: who is at which end, what is wrong, in words and signs as well as in colour.
import { memo } from 'react';
import { Link } from 'wouter';
import type { ControlTarget } from '../../../src/wire/api-control.ts';
import { cx } from '../../parts/cx.ts';
import { useText } from '../../text/text-context.tsx';
import styles from './control.module.css';
import { troublesOf } from './control-filter.ts';

interface TargetTileProps {
  readonly target: ControlTarget;
  /** Of the control room. */
  readonly here: string;
  readonly isOpen: boolean;
}

export const TargetTile = memo(function TargetTile({ target, here, isOpen }: TargetTileProps) {
  const { t } = useText();
  const { butt, archers, tablets, matches, notes } = target;
  const isBehind = archers.some(({ behind }) => behind > 0);
  const hasTrouble = tablets.some((tablet) => troublesOf(tablet).length > 0);
  return (
    <li className={styles.tileItem}>
      <Link
        id={`target-${butt}`}
        href={`${here}/${butt}`}
        className={cx(styles.tile, isOpen && styles.tileOpen, (isBehind || hasTrouble) && styles.tileWarns)}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className={styles.tileHead}>
          <span className={styles.butt}>{butt}</span>
          <TabletMarks target={target} />
        </span>
        {archers.map((archer) => (
          <span key={archer.entry} className={styles.archer}>
            <strong>{archer.letter}</strong>
            <span className={styles.archerName}>{archer.name}</span>
            <ArcherMark archer={archer} />
          </span>
        ))}
        {matches.map(({ event, match, a, b, points, hasBegun }) => (
          <span key={`${event}/${match}`} className={styles.match}>
            <span>{t('control.match', { a, b })}</span>
            <strong>{hasBegun ? `${points.a} : ${points.b}` : t('control.match.next')}</strong>
          </span>
        ))}
        {notes > 0 ? <span className={styles.mark}>{t('control.notes', { count: notes })}</span> : null}
      </Link>
    </li>
  );
});

function ArcherMark({ archer }: { readonly archer: ControlTarget['archers'][number] }) {
  const { t } = useText();
  const { standing, next, behind, differing, toSign, isLocked, notes } = archer;
  const state =
    standing === 'competing'
      ? next === null
        ? isLocked
          ? t('control.closed')
          : t('control.shot')
        : t('control.end', { end: next })
      : standing;
  return (
    <span className={styles.marks}>
      {behind > 0 ? <span className={styles.late}>{t('control.behind.short', { count: behind })}</span> : null}
      {differing.length > 0 ? (
        <span className={styles.differs}>{t('control.differs', { list: differing.join(', ') })}</span>
      ) : null}
      {toSign ? <span className={styles.sign}>{t('control.toSign')}</span> : null}
      {notes > 0 ? <span className={styles.mark}>{t('control.notes', { count: notes })}</span> : null}
      <span className={cx(isLocked && styles.done)}>{state}</span>
    </span>
  );
}

function TabletMarks({ target: { tablets } }: Pick<TargetTileProps, 'target'>) {
  const { t } = useText();
  if (tablets.length === 0) return <span className={styles.soft}>{t('control.tablet.none')}</span>;
  return (
    <span className={styles.marks}>
      {tablets.map((tablet) => {
        const troubles = troublesOf(tablet);
        const { battery, unsent, message } = tablet;
        return (
          <span key={tablet.id} className={styles.marks}>
            {troubles.length === 0 ? <span className={styles.done}>● {t('control.tablet.fine')}</span> : null}
            {troubles.map((trouble) => (
              <span key={trouble} className={styles.trouble}>
                {trouble === 'battery' ? '▯ ' : trouble === 'unsent' ? '↑ ' : '○ '}
                {t(`control.tablet.${trouble}`, { battery: battery ?? 0, count: unsent })}
              </span>
            ))}
            {message && message.seenAt === null ? (
              <span className={styles.mark}>✉ {t('control.message.waiting')}</span>
            ) : null}
          </span>
        );
      })}
    </span>
  );
}
