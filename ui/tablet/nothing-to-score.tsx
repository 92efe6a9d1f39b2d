// In place of the keypad: the round is shot, the card is signed, or the archer does not compete.
import { lastEndBegun } from '../../src/domain/card/scorecard.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';

/** What somebody shot who has retired since may still have to be put right. */
export function mayCorrect(closed: ArcherCard['closed']): boolean {
  return closed === undefined || closed === 'DNF';
}

interface NothingToScoreProps {
  readonly archer: ArcherCard;
  /** Nobody else has an end to shoot either. */
  readonly isLast: boolean;
  readonly onCorrect: () => void;
}

export function NothingToScore({ archer: { archer, card, closed }, isLast, onCorrect }: NothingToScoreProps) {
  const { t } = useText();
  const { name } = archer;
  const last = lastEndBegun(card);
  const correct =
    mayCorrect(closed) && last > 0 ? (
      <Button large onClick={onCorrect}>
        {t('tablet.correct', { end: last })}
      </Button>
    ) : undefined;
  if (closed === 'signed') return <Empty title={t('tablet.signed.title', { name })}>{t('tablet.signed.text')}</Empty>;
  if (closed !== undefined) {
    return (
      <Empty title={t('tablet.standing.title', { name, standing: closed })} action={correct}>
        {t('tablet.standing.text')}
      </Empty>
    );
  }
  return (
    <Empty title={isLast ? t('tablet.done.all') : t('tablet.done', { name })} action={correct}>
      {t('tablet.done.text')}
    </Empty>
  );
}
