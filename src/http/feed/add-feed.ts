// GET /api/competitions/:id/feed: server-sent events for scoreboards, graphics and programs of others. Each event holds a whole board and
// takes the place of the one before it, so a reader needs no memory, and one that reads slowly misses what was in between.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CompetitionView } from '../../intake/intake.ts';
import { publicViewOf } from '../../intake/public-intake.ts';
import type { App } from '../app.ts';
import { addressOf } from '../control-connections.ts';
import { errors } from '../documented-errors.ts';
import { RefusalError } from '../errors.ts';
import { CompetitionParams } from '../params.ts';
import type { HttpParts } from '../parts.ts';
import { findCompetition } from '../submitting.ts';
import { comeAgainMs } from './competition-feed.ts';
import { allBoardsOf, type FeedBoard, nameOfBoard, parseBoard, readBoard } from './feed-board.ts';
import { eventText } from './feed-stream.ts';
import type { Feeds } from './feeds.ts';

const FeedQuery = Type.Object({
  boards: Type.Optional(
    Type.String({
      maxLength: 2_000,
      description: 'Only these, with commas between: `leaderboard/RM,match/RM/2-1,clocks`. Without it: all of them',
    }),
  ),
});

const description = [
  'Events `leaderboard`, `match`, `clocks` and `show` (announcements, what is under review) hold what GET of the same thing answers, with',
  '`board`, their name; `gone` says that a board is there no more. Each event takes the place of the one before it of the same board. `id` comes with the last event of a moment: whoever comes',
  'again with it as `Last-Event-ID` (an EventSource does) is told what changed since. At most two a second and board; a reader that is slow is',
  'told the newest when it reads again, one that reads nothing for a minute is cut off. Without `Accept: text/event-stream` (an EventSource says',
  'so) it is everything as it is now, and no more.',
].join(' ');

export function addFeed(app: App, parts: HttpParts, feeds: Feeds): void {
  app.addHook('preClose', async () => feeds.close());
  const schema = {
    summary: 'What happens, as server-sent events: leaderboards, matches, clocks, announcements',
    description,
    params: CompetitionParams,
    querystring: FeedQuery,
    response: {
      200: { description: 'Events', content: { 'text/event-stream': { schema: Type.String() } } },
      ...errors('unknownCompetition', 'badRequest', 'tooManyRequests'),
    },
  };
  app.get('/api/competitions/:id/feed', { schema, exposeHeadRoute: false }, (request, reply) => {
    const { boards } = request.query;
    const found = publicViewOf(findCompetition(parts, request.params.id));
    const wanted = boards === undefined ? undefined : readNames(boards);
    reply.header('cache-control', 'no-store').type('text/event-stream; charset=utf-8');
    if (!wantsStream(request)) reply.send(everythingOf(found, wanted));
    else stream(request, reply, { feeds, competition: found.id, wanted });
  });
}

/** Throws RefusalError. */
function readNames(text: string): ReadonlySet<string> {
  const names = text.split(',').map((name) => name.trim());
  return new Set(
    names.map((name) => {
      const board = parseBoard(name);
      if (!board) throw new RefusalError('badRequest', { why: `there is no board ${name}` });
      return nameOfBoard(board);
    }),
  );
}

function everythingOf(view: CompetitionView, wanted: ReadonlySet<string> | undefined): string {
  const boards = allBoardsOf(view.state).filter((board) => !wanted || wanted.has(nameOfBoard(board)));
  const events = boards.flatMap((board: FeedBoard) => {
    const body = readBoard(view, board);
    return body
      ? [{ event: board.kind, data: JSON.stringify({ board: nameOfBoard(board), position: view.at, ...body }) }]
      : [];
  });
  const id = `${view.at.epoch}.${view.at.seq}`;
  const texts = events.map((event, index) => eventText(event, index === events.length - 1 ? id : undefined));
  return `retry: ${comeAgainMs}\n\n${texts.join('')}`;
}

function wantsStream({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/event-stream') ?? false;
}

interface Streaming {
  readonly feeds: Feeds;
  readonly competition: string;
  readonly wanted: ReadonlySet<string> | undefined;
}

/** Throws RefusalError while nothing is written yet. */
function stream(request: FastifyRequest, reply: FastifyReply, { feeds, competition, wanted }: Streaming): void {
  const leave = feeds.enter(addressOf(request));
  const { 'last-event-id': lastId } = request.headers;
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200);
  const stop = feeds.follow(competition, raw, {
    wants: (board) => !wanted || wanted.has(board),
    lastId: typeof lastId === 'string' ? lastId : undefined,
  });
  raw.once('close', () => {
    stop();
    leave();
  });
}
