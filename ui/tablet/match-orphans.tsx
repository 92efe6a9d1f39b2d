// What was refused of a match that is no longer shot at this target: it is shown here, since no match's own screen does.
import type { SheetMatch } from '../../src/domain/card/target-sheet.ts';
import { isOnMatch, type OutboxState } from '../link/outbox-state.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { sentenceOfRejection } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { matchKey } from './match-following.ts';

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
    const typed = 'arrows' in command ? command.arrows.map((arrow) => arrow ?? '–').join(' ') : '';
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
        {t('match.rejected')} ({command.event} {command.match}){typed ? `: ${typed}` : ''}.{' '}
        {sentenceOfRejection(text, delivery.rejection)}
      </Banner>
    );
  });
}
