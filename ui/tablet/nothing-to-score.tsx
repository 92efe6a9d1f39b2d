// In place of the keypad: the round is shot, the card is signed, or the archer does not compete.
import type { ReactNode } from 'react';
import { Empty } from '../parts/empty.tsx';
import type { ArcherCard } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';

interface NothingToScoreProps {
  readonly archer: ArcherCard;
  /** Nobody else has an end to shoot either. */
  readonly isLast: boolean;
  /** What can be done with this archer all the same. */
  readonly children: ReactNode;
}

export function NothingToScore({ archer: { archer, closed }, isLast, children }: NothingToScoreProps) {
  const { t } = useText();
  const { name } = archer;
  if (closed === 'signed') {
    return (
      <Empty title={t('tablet.signed.title', { name })} action={children}>
        {t('tablet.signed.text')}
      </Empty>
    );
  }
  if (closed !== undefined) {
    return (
      <Empty title={t('tablet.standing.title', { name, standing: closed })} action={children}>
        {t('tablet.standing.text')}
      </Empty>
    );
  }
  return (
    <Empty title={isLast ? t('tablet.done.all') : t('tablet.done', { name })} action={children}>
      {t('tablet.done.text')}
    </Empty>
  );
}
