// What was refused of a match that is no longer shot at this target: it is shown here, since no match's own screen does.
import type { SheetMatch } from '../../src/domain/card/target-sheet.ts';
import { isOnMatch, type OnMatch, type OutboxState } from '../link/outbox-state.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { sentenceOfRejection } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import { matchKey } from './match-key.ts';

interface MatchOrphansProps {
  readonly outbox: OutboxState;
  readonly matches: readonly SheetMatch[];
  readonly onDiscard: (commandId: string) => void;
}

export function MatchOrphans({ outbox, matches, onDiscard }: MatchOrphansProps) {
  const text = useText();
  const { t } = text;
  const here = new Set(matches.map(matchKey));
  return outbox.map(({ kept: { command, commandId }, delivery }) => {
    if (delivery.kind !== 'rejected' || !isOnMatch(command) || here.has(matchKey(command))) return null;
    return (
      <Banner
        key={commandId}
        tone="bad"
        urgent
        action={
          <Button look="danger" onClick={() => onDiscard(commandId)}>
            {t('tablet.rejected.discard')}
          </Button>
        }
      >
        <strong>{t('match.rejected')}.</strong> {wordsOf(text, command)}.{' '}
        {sentenceOfRejection(text, delivery.rejection)} {t('match.orphan.text')}
      </Banner>
    );
  });
}

/** By the draw's names: whose side it was, nobody knows any more. */
function wordsOf({ t }: Translator, command: OnMatch): string {
  const { event, match } = command;
  if (!('arrows' in command)) return `${event} ${match}`;
  const { side, part, number } = command;
  const arrows = command.arrows.map((arrow) => arrow ?? '–').join(' ');
  return t('match.orphan', { event, match, side, part, number: String(number), arrows });
}
