// Beside a category's name: whether its result is official.
import type { BoardState } from '../store/leaderboard-store.ts';
import { useText } from '../text/text-context.tsx';
import { statusOf } from './result-status-of.ts';

/** ` · Official`; nothing while somebody still shoots. */
export function ResultStatus({ board }: { readonly board: Pick<BoardState, 'head' | 'rows'> }) {
  const { t } = useText();
  const status = statusOf(board);
  return status ? ` · ${t(`board.${status}`)}` : null;
}
