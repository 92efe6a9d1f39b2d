// What a rule refused: why, what was typed, and the two ways out. It stays until a person has chosen one.

import type { Face } from '../../src/domain/rounds/faces.ts';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { isOnCard, type OutboxItem, type OutboxState } from '../link/outbox-state.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import type { CardSide } from '../store/double-scoring.ts';
import type { ArcherCard } from '../store/sheet-store.ts';
import { sentenceOfRejection } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { canTypeAgain, type TypedOnCard } from './can-type-again.ts';
import styles from './rejected-ends.module.css';

interface RejectedEndsProps {
  readonly outbox: OutboxState;
  readonly cards: readonly ArcherCard[];
  readonly side: CardSide;
  /** Only of commands that `canTypeAgain`. */
  readonly onAgain: (item: OutboxItem) => void;
  readonly onDiscard: (commandId: string) => void;
}

export function RejectedEnds({ outbox, cards, side, onAgain, onDiscard }: RejectedEndsProps) {
  const text = useText();
  const { t } = text;
  const all = outbox.filter(({ delivery, kept }) => delivery.kind === 'rejected' && isOnCard(kept.command));
  const [first] = all;
  if (!first || !isOnCard(first.kept.command)) return null;
  const { command, commandId } = first.kept;
  // An archer who has left this target cannot be scored here again, but what was typed is still shown.
  const card = cards.find((each) => each.archer.entry === command.entry);
  const name = card?.archer.name ?? String(command.entry);
  const rejection = first.delivery.kind === 'rejected' ? first.delivery.rejection : { code: '', details: {} };
  return (
    <section className={styles.rejected} role="alert">
      <h2 className={styles.title}>
        {command.kind === 'signCard'
          ? t('tablet.rejected.signature', { name })
          : t('tablet.rejected.title', { end: command.end, name })}
        {all.length > 1 ? <span className={styles.count}>1 / {all.length}</span> : null}
      </h2>
      <p>{sentenceOfRejection(text, rejection)}</p>
      <div className={styles.row}>
        {command.kind === 'signCard' ? (
          <span className={styles.typed}>{command.name}</span>
        ) : (
          <TypedArrows arrows={command.arrows} face={card && faceOfEnd(card.round, command.end)} />
        )}
        <span className={styles.row}>
          {card && canTypeAgain(command, side) ? (
            <Button large look="primary" onClick={() => onAgain(first)}>
              {t('tablet.rejected.again')}
            </Button>
          ) : null}
          <Button large look="danger" onClick={() => onDiscard(commandId)}>
            {t('tablet.rejected.discard')}
          </Button>
        </span>
      </div>
    </section>
  );
}

interface TypedArrowsProps {
  readonly arrows: TypedOnCard['arrows'];
  readonly face: Face | undefined;
}

function TypedArrows({ arrows, face }: TypedArrowsProps) {
  const { t } = useText();
  return (
    <span className={styles.typed}>
      {t('tablet.rejected.typed')}
      {arrows.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
        <Arrow key={index} value={value} face={face} />
      ))}
    </span>
  );
}
