// The addresses of matches: all of an event, or one.
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { MatchBoard } from './match-board.tsx';
import { MatchEvent } from './match-event.tsx';
import type { Layout } from './view-options.ts';

interface MatchPageProps {
  readonly competition: CompetitionView;
  readonly event: string;
  /** As in the address, `3-1`; undefined for the whole event. */
  readonly match: string | undefined;
  readonly layout: Layout;
}

export function MatchPage({ competition, event, match, layout }: MatchPageProps) {
  if (match === undefined) return <MatchEvent competition={competition} event={event} layout={layout} />;
  return <MatchBoard competition={competition} event={event} match={match.replace('-', '/')} layout={layout} />;
}
