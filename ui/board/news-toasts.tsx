// News of somebody's archers, in the page while it is open: a small note at its foot, which goes by itself. Can be turned off.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AthleteSheet } from '../../src/domain/card/athlete-sheet.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EventView } from '../../src/wire/api-events.ts';
import type { BracketView } from '../../src/wire/api-matches.ts';
import { callApi, pathOf } from '../store/api.ts';
import { listenToAthlete } from '../store/athlete-store.ts';
import { recall, remember } from '../store/remember.ts';
import { useApi } from '../store/use-api.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import { useFavourites } from './favourites.ts';
import { type News, newsOfAthlete, newsOfBracket, withNews } from './news.ts';
import styles from './news-toasts.module.css';

/** One connection follows twenty things at most. */
const mostFollowed = 8;
const bracketEveryMs = 5_000;
const eventsEveryMs = 30_000;
const shownMs = 12_000;

const place = 'news';
const listeners = new Set<() => void>();
const isWanted = () => recall(place) !== 'off';

function useWanted() {
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return useSyncExternalStore(subscribe, isWanted);
}

/** Beside the favourites: whether they are told of. */
export function NewsSwitch() {
  const { t } = useText();
  const isOn = useWanted();
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          remember(place, target.checked ? 'on' : 'off');
          for (const listener of listeners) listener();
        }}
      />
      {t('board.news.on')}
    </label>
  );
}

export function NewsToasts({ competition }: { readonly competition: CompetitionView }) {
  const { favourites } = useFavourites(competition.id);
  const isOn = useWanted();
  return isOn && favourites.size > 0 ? <Watch competition={competition.id} favourites={favourites} /> : null;
}

interface WatchProps {
  readonly competition: string;
  readonly favourites: ReadonlySet<number>;
}

function Watch({ competition, favourites }: WatchProps) {
  const text = useText();
  const [shown, setShown] = useState<readonly News[]>([]);
  const [tell] = useState(() => (fresh: readonly News[]) => {
    if (fresh.length > 0) setShown((now) => withNews(now, fresh));
  });
  useAthletesNews(competition, favourites, tell);
  useMatchesNews(competition, favourites, tell);

  // Whoever is reading has the time for it.
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (shown.length === 0 || isHeld) return undefined;
    const timer = setTimeout(() => setShown((now) => now.slice(1)), shownMs);
    return () => clearTimeout(timer);
  }, [shown, isHeld]);

  return (
    <div className={styles.toasts} role="status">
      {shown.map((news) => (
        <p
          key={news.key}
          className={styles.toast}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
        >
          <span>{wordsOf(text, news)}</span>
          <button
            type="button"
            className={styles.close}
            aria-label={text.t('board.news.close')}
            onClick={() => {
              setHeld(false);
              setShown((now) => now.filter(({ key }) => key !== news.key));
            }}
          >
            <span aria-hidden="true">✕</span>
          </button>
        </p>
      ))}
    </div>
  );
}

type Tell = (fresh: readonly News[]) => void;

function useAthletesNews(competition: string, favourites: ReadonlySet<number>, tell: Tell): void {
  const followed = [...favourites].slice(0, mostFollowed).join(',');
  useEffect(() => {
    const stops = followed.split(',').map((entry) => {
      let last: AthleteSheet | undefined;
      const listener = listenToAthlete((now) => {
        if (now === 'missing') return;
        if (last) tell(newsOfAthlete(last, now));
        last = now;
      });
      return viewerSession().follow({ kind: 'athlete', competition, entry: Number(entry) }, listener);
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [competition, followed, tell]);
}

/** Brackets are asked for again and again: a match of somebody's is not known before its sides are. */
function useMatchesNews(competition: string, favourites: ReadonlySet<number>, tell: Tell): void {
  const { data } = useApi<readonly EventView[]>(pathOf('competitions', competition, 'events'), eventsEveryMs);
  const drawn = (data ?? [])
    .filter(({ isDrawn }) => isDrawn)
    .map(({ id }) => id)
    .join('\n');
  useEffect(() => {
    if (drawn === '') return undefined;
    const last = new Map<string, BracketView>();
    const stop = new AbortController();
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      for (const event of drawn.split('\n')) {
        try {
          const path = pathOf('competitions', competition, 'events', event, 'bracket');
          const now = await callApi<BracketView>(path, { signal: stop.signal });
          const before = last.get(event);
          last.set(event, now);
          if (before) tell(newsOfBracket(before, now, favourites));
        } catch {
          // Without the appliance there is no news; the page itself says that the connection is gone.
          return;
        }
      }
    };
    void look();
    const timer = setInterval(look, bracketEveryMs);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [competition, drawn, favourites, tell]);
}

function wordsOf({ t }: Translator, news: News): string {
  if (news.kind !== 'end') return t(`board.news.${news.kind}`, { name: news.name, opponent: news.opponent });
  const { name, end, points, rank, moved } = news;
  const first = t('board.news.end', { name, end, points });
  if (rank === undefined) return first;
  const place = t('board.news.rank', { rank });
  if (moved === 0) return `${first} · ${place}`;
  return `${first} · ${place} ${moved > 0 ? '▲' : '▼'}${Math.abs(moved)}`;
}
