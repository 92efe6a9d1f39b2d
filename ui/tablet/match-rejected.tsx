// What a rule refused of a match: why, what was typed, and the ways out. It stays until a person has chosen one.
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import type { OnMatch } from '../link/outbox-state.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import type { MatchItem, MatchView } from '../store/match-store.ts';
import { nameOfSide, wordsOfPlace } from '../text/match-words.ts';
import { sentenceOfRejection } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { taskAgain } from './match-typing.ts';
import styles from './rejected-ends.module.css';

interface MatchRejectedProps {
  readonly match: MatchView;
  readonly onAgain: (item: MatchItem) => void;
  readonly onDiscard: (commandId: string) => void;
}

export function MatchRejected({ match, onAgain, onDiscard }: MatchRejectedProps) {
  const text = useText();
  const { t } = text;
  const [first] = match.rejected;
  if (first?.item.delivery.kind !== 'rejected') return null;
  const { item, command } = first;
  return (
    <section className={styles.rejected} role="alert">
      <h2 className={styles.title}>
        {t('match.rejected')}
        {match.rejected.length > 1 ? <span className={styles.count}>1 / {match.rejected.length}</span> : null}
      </h2>
      <p>{sentenceOfRejection(text, first.item.delivery.rejection)}</p>
      <div className={styles.row}>
        <Said match={match} command={command} />
        <span className={styles.row}>
          {match.play && taskAgain(match.play, command) ? (
            <Button look="primary" large onClick={() => onAgain(first)}>
              {t('tablet.rejected.again')}
            </Button>
          ) : null}
          <Button look="danger" large onClick={() => onDiscard(item.kept.commandId)}>
            {t('tablet.rejected.discard')}
          </Button>
        </span>
      </div>
    </section>
  );
}

function Said({ match, command }: { readonly match: MatchView; readonly command: OnMatch }) {
  const text = useText();
  const { t } = text;
  const { sheet, play } = match;
  if (command.kind === 'chooseBeginner') {
    const name = nameOfSide(text, sheet, command.begins);
    return <span className={styles.typed}>{t('match.rejected.begins', { name })}</span>;
  }
  if (command.kind === 'measureShootOff') {
    const { closest } = command;
    const name = closest === 'equal' ? t('match.measure.equal') : nameOfSide(text, sheet, closest);
    return <span className={styles.typed}>{t('match.rejected.closest', { name })}</span>;
  }
  return (
    <span className={styles.typed}>
      {nameOfSide(text, sheet, command.side)}
      {play ? `, ${wordsOfPlace(text, play.match.format, command)}` : ''}
      {command.arrows.map((value, box) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
        <Arrow key={box} value={value} face={play && faceOf(play.match)} />
      ))}
    </span>
  );
}
