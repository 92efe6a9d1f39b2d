// What was typed on this device and has not reached the appliance, in full: a person can read it out or write it down, whatever happens to
// the device.
import { useMemo } from 'react';
import { faceOfEnd } from '../../src/domain/rounds/rounds.ts';
import { isOnCard, type KeptCommand, type OutboxState } from '../link/outbox-state.ts';
import { Arrow } from '../parts/arrow.tsx';
import { type ArcherCard, cardsOf, type SheetState } from '../store/sheet-store.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import styles from './join-screen.module.css';

interface KeptEndsProps {
  readonly outbox: OutboxState;
  /** Where the names come from; of this device's last target. */
  readonly sheet: SheetState | undefined;
  readonly butt: number | undefined;
}

export function KeptEnds({ outbox, sheet, butt }: KeptEndsProps) {
  const { t } = useText();
  const cards = useMemo(() => (sheet ? cardsOf(sheet, []) : []), [sheet]);
  const waiting = outbox.filter(({ delivery }) => delivery.kind !== 'saved');
  if (waiting.length === 0) return null;
  return (
    <section className={styles.form}>
      <h2 className={styles.title}>{t('join.kept.title')}</h2>
      {butt === undefined ? null : <p className={styles.text}>{t('join.kept.text', { butt })}</p>}
      <ul className={styles.kept}>
        {waiting.map(({ kept, delivery }) => (
          <li key={kept.commandId}>
            <Kept kept={kept} cards={cards} />
            {delivery.kind === 'rejected' ? <em className={styles.refused}>{t('join.kept.refused')}</em> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kept({ kept: { command }, cards }: { readonly kept: KeptCommand; readonly cards: readonly ArcherCard[] }) {
  const text = useText();
  const card = isOnCard(command) ? cards.find(({ archer }) => archer.entry === command.entry) : undefined;
  const end = 'end' in command ? command.end : undefined;
  const arrows = 'arrows' in command ? command.arrows : [];
  return (
    <>
      <span>{nameOf(text, command, card)}</span>
      <span className={styles.arrows}>
        {arrows.map((value, index) => (
          <Arrow
            // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
            key={index}
            value={value}
            face={card && end !== undefined ? faceOfEnd(card.round, end) : undefined}
          />
        ))}
      </span>
    </>
  );
}

function nameOf({ t }: Translator, command: KeptCommand['command'], card: ArcherCard | undefined): string {
  if (!isOnCard(command)) return t('join.kept.match', { match: command.match });
  const name = card?.archer.name ?? t('join.kept.archer', { entry: command.entry });
  switch (command.kind) {
    case 'scoreArrows':
      return t('join.kept.end', { name, end: command.end });
    case 'correctEnd':
      return t('join.kept.correction', { name, end: command.end });
    case 'checkEnd':
      return t('join.kept.check', { name, end: command.end });
    case 'signCard':
      return t('join.kept.signature', { name });
  }
}
