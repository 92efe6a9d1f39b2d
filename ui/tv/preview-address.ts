// The address of a look at what a TV shows: the desk has it in a frame. In the address itself, so that nothing is kept of a look.
import { isPlainView, type ScreenContent, type View } from '../../src/domain/show/show.ts';

export interface Preview {
  readonly competition: string;
  readonly shows: ScreenContent;
}

export function previewPath({ competition, shows }: Preview): string {
  return `/tv?${new URLSearchParams({ preview: competition, ...wordsOf(shows) }).toString()}`;
}

function wordsOf(shows: ScreenContent): Readonly<Record<string, string>> {
  if (shows.kind === 'automatic') return {};
  if (shows.kind === 'playlist') return { playlist: shows.playlist };
  const { kind, ...rest } = shows.view;
  return { view: kind, ...rest };
}

/** Undefined for a TV, and for what was mistyped. */
export function previewInAddress(search: string): Preview | undefined {
  const asked = new URLSearchParams(search);
  const competition = asked.get('preview');
  const shows = contentIn(asked);
  return competition === null || shows === undefined ? undefined : { competition, shows };
}

function contentIn(asked: URLSearchParams): ScreenContent | undefined {
  const [kind, playlist] = [asked.get('view'), asked.get('playlist')];
  if (playlist !== null) return { kind: 'playlist', playlist };
  if (kind === null) return { kind: 'automatic' };
  const view = viewIn(kind, asked);
  return view && { kind: 'view', view };
}

function viewIn(kind: string, asked: URLSearchParams): View | undefined {
  const [category, event, match] = [asked.get('category'), asked.get('event'), asked.get('match')];
  if (isPlainView(kind)) return { kind };
  if (kind === 'leaderboard' && category !== null) return { kind, category };
  if (kind === 'bracket' && event !== null) return { kind, event };
  return kind === 'match' && event !== null && match !== null ? { kind, event, match } : undefined;
}
