// Ends that a rule refused: why, what was typed, and the two ways out. They stay until a person has chosen one.

import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import type { OutboxItem, OutboxState } from '../link/outbox-state.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import type { ArcherCard } from '../store/sheet-store.ts';
import { sentenceOfRejection } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './rejected-ends.module.css';

interface RejectedEndsProps {
  readonly outbox: OutboxState;
  readonly cards: readonly ArcherCard[];
  readonly onAgain: (item: OutboxItem) => void;
  readonly onDiscard: (commandId: string) => void;
}

export function RejectedEnds({ outbox, cards, onAgain, onDiscard }: RejectedEndsProps) {
  const text = useText();
  const { t } = text;
  const all = outbox.filter(({ delivery: { kind } }) => kind === 'rejected');
  const [first] = all;
  if (!first) return null;
  const { kept, delivery } = first;
  // An archer who has left this target cannot be scored here again, but what was typed is still shown.
  const card = cards.find((each) => each.archer.entry === kept.command.entry);
  const archer = card?.archer;
  const face = card && faceOfEnd(card.round, kept.command.end);
  const rejection = delivery.kind === 'rejected' ? delivery.rejection : { code: '', details: {} };
  return (
    <section className={styles.rejected} role="alert">
      <h2 className={styles.title}>
        {t('tablet.rejected.title', { end: kept.command.end, name: archer?.name ?? String(kept.command.entry) })}
        {all.length > 1 ? <span className={styles.count}>1 / {all.length}</span> : null}
      </h2>
      <p>{sentenceOfRejection(text, rejection)}</p>
      <div className={styles.row}>
        <span className={styles.typed}>
          {t('tablet.rejected.typed')}
          {kept.command.arrows.map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
            <Arrow key={index} value={value} face={face} />
          ))}
        </span>
        <span className={styles.row}>
          {archer ? (
            <Button look="primary" onClick={() => onAgain(first)}>
              {t('tablet.rejected.again')}
            </Button>
          ) : null}
          <Button look="danger" onClick={() => onDiscard(kept.commandId)}>
            {t('tablet.rejected.discard')}
          </Button>
        </span>
      </div>
    </section>
  );
}
