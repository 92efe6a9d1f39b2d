// React's ends of the board session.
import { useEffect, useSyncExternalStore } from 'react';
import { viewerSession } from '../store/viewer-session.ts';
import { type BoardSession, type BoardView, boardKey, type Followed, startBoardSession } from './board-session.ts';

let session: BoardSession | undefined;

/** One for the page, begun with the first board that is shown. */
export function boardSession(): BoardSession {
  session ??= startBoardSession(viewerSession());
  return session;
}

export function useBoardView(): BoardView {
  const { subscribe, view } = boardSession();
  return useSyncExternalStore(subscribe, view);
}

/** Follows a category for as long as it is shown. */
export function useBoard(competition: string, category: string | undefined): Followed | undefined {
  const view = useBoardView();
  useEffect(
    () => (category === undefined ? undefined : boardSession().follow(competition, category)),
    [competition, category],
  );
  return category === undefined ? undefined : view.boards.get(boardKey(competition, category));
}
