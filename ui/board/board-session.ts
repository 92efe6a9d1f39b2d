// What a page with boards has heard: a leaderboard per topic that somebody looks at.
import { formatTopic } from '../../src/wire/topics.ts';
import type { LinkState } from '../link/link-state.ts';
import { type BoardState, boardOfSnapshot, foldBoard } from '../store/leaderboard-store.ts';
import type { ViewerSession } from '../store/viewer-session.ts';
import type { Way } from '../store/viewer-ways.ts';

export interface Followed {
  readonly board: BoardState | undefined;
  readonly missing: boolean;
}

export interface BoardView {
  readonly link: LinkState;
  /** When the connection was lost; undefined while it is live or was never there. */
  readonly lostAt: number | undefined;
  /** By which it is heard. */
  readonly way: Way;
  readonly boards: ReadonlyMap<string, Followed>;
}

export interface BoardSession {
  readonly view: () => BoardView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Returns what stops following. */
  follow(competition: string, category: string): () => void;
  nudge(): void;
}

export function boardKey(competition: string, category: string): string {
  return formatTopic({ kind: 'leaderboard', competition, category });
}

const letGoMs = 1_000;

export function startBoardSession(viewer: ViewerSession): BoardSession {
  let view: BoardView = { ...viewer.state(), boards: new Map() };
  const listeners = new Set<() => void>();
  const wanted = new Map<string, number>();
  const unfollow = new Map<string, () => void>();
  let pending: (() => void) | undefined;

  function change(part: Partial<BoardView>) {
    view = { ...view, ...part };
    // Scores come in bursts: one drawing per frame is enough for any eye.
    if (pending) return;
    pending = () => {
      pending = undefined;
      for (const listener of listeners) listener();
    };
    const draw = pending;
    if (document.visibilityState === 'visible') requestAnimationFrame(() => draw());
    else setTimeout(draw, 200);
  }

  function setBoard(topic: string, followed: Followed) {
    change({ boards: new Map(view.boards).set(topic, followed) });
  }

  function followNow(competition: string, category: string) {
    const topic = boardKey(competition, category);
    if (unfollow.has(topic)) return;
    const stop = viewer.follow(
      { kind: 'leaderboard', competition, category },
      {
        snapshot(body) {
          if (body.kind === 'leaderboard')
            setBoard(topic, { board: boardOfSnapshot(body.leaderboard), missing: false });
        },
        delta(body) {
          const board = view.boards.get(topic)?.board;
          if (body.kind === 'leaderboard' && board) setBoard(topic, { board: foldBoard(board, body), missing: false });
        },
        missing: () => setBoard(topic, { board: undefined, missing: true }),
      },
    );
    unfollow.set(topic, stop);
  }

  viewer.subscribe(() => change(viewer.state()));

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(competition, category) {
      const topic = boardKey(competition, category);
      wanted.set(topic, (wanted.get(topic) ?? 0) + 1);
      followNow(competition, category);
      return () => {
        wanted.set(topic, (wanted.get(topic) ?? 1) - 1);
        // A screen that turns its pages lets go of a board and takes it up again in the same breath.
        setTimeout(() => {
          if ((wanted.get(topic) ?? 0) > 0) return;
          wanted.delete(topic);
          unfollow.get(topic)?.();
          unfollow.delete(topic);
        }, letGoMs);
      };
    },
    nudge: viewer.nudge,
  };
}
