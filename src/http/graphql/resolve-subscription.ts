// What can be subscribed to: how each thing is found, on which parts of a competition it depends, and when it is another one.
import { playEvent } from '../../domain/event/event-play.ts';
import type { CompetitionView } from '../../intake/intake.ts';
import { RefusalError } from '../errors.ts';
import type { GraphqlContext } from './context.ts';
import { graphqlErrorOf } from './graphql-errors.ts';
import { graphqlLimits } from './limits.ts';
import { type MatchSource, matchSourceOf } from './match-source.ts';
import { checkFirst } from './paging.ts';
import { type EventSource, eventSourceOf } from './resolve-event.ts';
import { categoryRankingOf, rankingDependsOn } from './resolve-ranking.ts';
import { type ShowSource, showSourceOf } from './resolve-show.ts';
import type { Sockets } from './sockets.ts';
import type { Watched, Watching } from './watch-committed.ts';

interface RankingArgs {
  readonly competition: string;
  readonly category: string;
  readonly first: number;
}

interface EventArgs {
  readonly competition: string;
  readonly event: string;
}

interface MatchArgs extends EventArgs {
  readonly match: string;
}

interface WatchedRanking {
  readonly ranking: NonNullable<ReturnType<typeof categoryRankingOf>>;
  readonly text: string;
}

function watchedRanking({ competition, category, first }: RankingArgs): Watched<WatchedRanking> {
  return {
    competition,
    dependsOn: (state) => rankingDependsOn(state, category),
    read(view) {
      const ranking = categoryRankingOf(view, category, { first });
      return ranking ? { ranking, text: JSON.stringify({ ...ranking, position: undefined }) } : undefined;
    },
    isSame: (before, now) => before.text === now.text,
  };
}

function watchedEvent({ competition, event }: EventArgs): Watched<EventSource> {
  return {
    competition,
    dependsOn: (state) => [state.events.get(event)],
    read(view) {
      const found = view.state.events.get(event);
      return found && eventSourceOf(view, found);
    },
    isSame: (before, now) => before.event === now.event,
  };
}

function findMatch({ state }: CompetitionView, event: string, match: string): MatchSource | undefined {
  const played = playEvent(state, event)?.find(({ drawn }) => drawn.id === match);
  return played && matchSourceOf(played, state.ruleSetId);
}

function watchedMatch({ competition, event, match }: MatchArgs): Watched<MatchSource> {
  return {
    competition,
    dependsOn: (state) => [state.events.get(event)],
    read: (view) => findMatch(view, event, match),
    isSame: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  };
}

interface ShowArgs {
  readonly competition: string;
}

function watchedShow({ competition }: ShowArgs): Watched<ShowSource> {
  return {
    competition,
    dependsOn: ({ show }) => [show.announcements, show.frozen],
    read: ({ state }) => showSourceOf(state),
    isSame: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  };
}

type Started<Args> = (root: unknown, args: Args, context: GraphqlContext) => AsyncIterableIterator<unknown, undefined>;

/** The library writes a refusal of these down itself: as a GraphQLError it keeps its code. */
function refusing<Args>(start: Started<Args>): Started<Args> {
  return (root, args, context) => {
    try {
      return start(root, args, context);
    } catch (error) {
      throw error instanceof RefusalError ? graphqlErrorOf(error) : error;
    }
  };
}

export function subscriptionResolvers(watching: Watching, sockets: Sockets) {
  function start<T>(watched: Watched<T>, { intake, socket, id }: GraphqlContext, missing: RefusalError) {
    if (!socket) throw new RefusalError('badRequest', { why: 'a subscription needs a WebSocket' });
    let values: AsyncIterableIterator<T, undefined> | undefined;
    const over = sockets.begin(socket, String(id), () => void values?.return?.());
    values = watching.watch(watched, over);
    if (values) return values;
    over();
    throw intake.find(watched.competition) ? missing : new RefusalError('unknownCompetition');
  }

  return {
    Subscription: {
      ranking: {
        subscribe: refusing<RankingArgs>((_, args, context) => {
          const { category, first } = args;
          checkFirst(first, graphqlLimits.watchedPageSize);
          return start(watchedRanking(args), context, new RefusalError('unknownCategory', { category }));
        }),
        resolve: ({ ranking }: WatchedRanking) => ranking,
      },
      event: {
        subscribe: refusing<EventArgs>((_, args, context) =>
          start(watchedEvent(args), context, new RefusalError('unknownEvent', { event: args.event })),
        ),
        resolve: (event: EventSource) => event,
      },
      match: {
        subscribe: refusing<MatchArgs>((_, args, context) =>
          start(watchedMatch(args), context, new RefusalError('unknownMatch', { match: args.match })),
        ),
        resolve: (match: MatchSource) => match,
      },
      show: {
        subscribe: refusing<ShowArgs>((_, args, context) =>
          start(watchedShow(args), context, new RefusalError('unknownCompetition')),
        ),
        resolve: (show: ShowSource) => show,
      },
    },
  };
}
