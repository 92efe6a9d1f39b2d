// The chance of each side, as a bar and in numbers: a model from both sides' average arrows, and said to be no more (domain/match/win-chance.ts).
import type { BySide } from '../../src/domain/match/match.ts';
import { winChances } from '../../src/domain/match/win-chance.ts';
import type { MatchView } from '../store/match-store.ts';
import { useText } from '../text/text-context.tsx';
import { percentsOf } from './percents.ts';
import styles from './win-chance.module.css';

interface WinChanceProps {
  readonly view: MatchView;
  readonly names: BySide<string>;
}

/** Nothing before anybody has shot an arrow, and after the match. */
export function WinChance({ view: { play, sheet }, names }: WinChanceProps) {
  const { t } = useText();
  if (!play || play.score.status.kind === 'over') return null;
  const chances = winChances(play.match, { a: sheet.sides.a.form, b: sheet.sides.b.form });
  if (!chances) return null;
  const { a, b } = percentsOf(chances);
  return (
    <figure className={styles.chance}>
      <p className={styles.numbers}>
        <span>
          <bdi>{names.a}</bdi> <strong dir="ltr">{t('board.chance.percent', { percent: a })}</strong>
        </span>
        <span>
          <strong dir="ltr">{t('board.chance.percent', { percent: b })}</strong> <bdi>{names.b}</bdi>
        </span>
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.a} style={{ transform: `scaleX(${a / 100})` }} />
      </div>
      <figcaption className={styles.caption}>
        <strong>{t('board.chance')}</strong>, {t('board.chance.about')}
      </figcaption>
    </figure>
  );
}
