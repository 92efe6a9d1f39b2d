// The address of a look at one view as a TV shows it: the desk has it in a frame. In the address itself, so that nothing is kept of a look.
import { isPlainView, type View } from '../../src/domain/show/show.ts';

export interface Preview {
  readonly competition: string;
  readonly view: View;
}

export function previewPath({ competition, view }: Preview): string {
  const { kind, ...rest } = view;
  return `/tv?${new URLSearchParams({ preview: competition, view: kind, ...rest }).toString()}`;
}

/** Undefined for a TV, and for what was mistyped. */
export function previewInAddress(search: string): Preview | undefined {
  const asked = new URLSearchParams(search);
  const competition = asked.get('preview');
  const view = viewIn(asked);
  return competition === null || view === undefined ? undefined : { competition, view };
}

function viewIn(asked: URLSearchParams): View | undefined {
  const kind = asked.get('view') ?? '';
  const [category, event, match] = [asked.get('category'), asked.get('event'), asked.get('match')];
  if (isPlainView(kind)) return { kind };
  if (kind === 'leaderboard' && category !== null) return { kind, category };
  if (kind === 'bracket' && event !== null) return { kind, event };
  return kind === 'match' && event !== null && match !== null ? { kind, event, match } : undefined;
}
