// A screen at work: the view whose turn it is, and round it what is always there: announcements, the clock, how to follow on a phone.
import { useEffect, useState } from 'react';
import { currentAnnouncements, type Going, itemsOf, type Turn, turnAt } from '../../src/domain/show/rotation.ts';
import type { Screen, View } from '../../src/domain/show/show.ts';
import type { ShowSheet } from '../../src/domain/show/show-sheet.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { KeptChip, useShownClock } from '../parts/clock-face.tsx';
import { Qr } from '../parts/qr.tsx';
import { useLostAge } from '../store/use-lost-age.ts';
import { useApplianceNow } from '../store/use-show.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { sentenceOfAge } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './tv.module.css';
import { addressOfView, TvView } from './tv-view.tsx';
import { useGoing } from './use-going.ts';

export interface PlayingProps {
  readonly competition: CompetitionView;
  readonly show: ShowSheet;
  readonly screen: Screen;
  readonly origin: string;
  readonly demo: boolean;
  readonly onView: (view: View | undefined) => void;
}

const tellForMs = 8_000;

export function Playing({ competition, show, screen, origin, demo, onView }: PlayingProps) {
  const { t } = useText();
  const now = useApplianceNow(competition.id, 1_000);
  const announcements = currentAnnouncements(show, now, 'tv');
  // One after the other: each takes the height of a row from what is shown.
  const told = announcements[Math.floor(now / tellForMs) % Math.max(1, announcements.length)];
  const going = useGoing(competition, announcements.length);
  const turn = useTurn(competition.id, screen, show, going);
  const view = turn?.view;
  const key = JSON.stringify(view ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same view in another object is the same.
  useEffect(() => {
    onView(view);
    // A board that goes takes the big type with it.
    document.documentElement.dataset.screen = 'big';
  }, [key, onView]);
  const shift = shiftAt(now);
  return (
    <div className={styles.stage} style={{ transform: `translate(${shift.x}px, ${shift.y}px)` }}>
      <div key={key} className={styles.view}>
        {turn ? (
          <TvView {...{ competition, turn, announcements, origin, demo }} />
        ) : (
          <main id="content" className={styles.waiting}>
            <h1 className={styles.how}>{competition.name}</h1>
            <p className={styles.where}>{t('tv.nothing')}</p>
          </main>
        )}
      </div>
      <div className={styles.bottom}>
        <Review show={show} competition={competition} view={view} />
        {view?.kind === 'announcements' || !told ? null : (
          <p key={told.id} className={styles.band} role="status" dir="auto">
            {told.text}
          </p>
        )}
        <Lost />
      </div>
      <Corner competition={competition.id} view={view} origin={origin} />
    </div>
  );
}

/** The turn of now; looked at again when its time is over, and when anything changes. Its pages are turned by what shows them. */
function useTurn(competition: string, screen: Screen, show: ShowSheet, going: Going): Turn | undefined {
  const clocks = viewerSession().clocks(competition);
  const now = () => clocks.now() ?? Date.now();
  const [, again] = useState(0);
  const turn = turnAt(itemsOf(screen.shows, show, going), going, now());
  const leftMs = turn ? turn.startedAt + turn.wholeMs - now() : 1_000;
  useEffect(() => {
    const timer = setTimeout(() => again((count) => count + 1), Math.min(leftMs + 20, 60_000));
    return () => clearTimeout(timer);
  });
  // The first word of the appliance's time moves the turn.
  useEffect(() => clocks.subscribe(() => again((count) => count + 1)), [clocks]);
  return turn;
}

/** Some pixels, another place each minute, so that nothing burns in. */
function shiftAt(now: number): { readonly x: number; readonly y: number } {
  const step = Math.floor(now / 60_000) % 16;
  return { x: Math.round(6 * Math.cos((step * Math.PI) / 8)), y: Math.round(6 * Math.sin((step * Math.PI) / 8)) };
}

function Lost() {
  const text = useText();
  const age = useLostAge();
  if (age === undefined) return null;
  return (
    <p className={styles.lost} role="alert">
      {text.t('link.stale', { age: sentenceOfAge(text, age) })}
    </p>
  );
}

interface ReviewProps {
  readonly show: ShowSheet;
  readonly competition: CompetitionView;
  readonly view: View | undefined;
}

function Review({ show, competition, view }: ReviewProps) {
  const { t } = useText();
  const names = show.underReview.flatMap(({ held }) => {
    if (held.kind === 'category') {
      const isShown = view?.kind === 'leaderboard' && view.category === held.category;
      return isShown ? [competition.categories.find(({ code }) => code === held.category)?.name ?? held.category] : [];
    }
    const isShown =
      view && 'event' in view && view.event === held.event && (view.kind === 'bracket' || view.match === held.match);
    return isShown ? [`${held.event} ${held.match}`] : [];
  });
  return names.length === 0 ? null : (
    <p className={styles.review} role="status">
      {t('show.underReview', { what: names.join(', ') })}
    </p>
  );
}

interface CornerProps {
  readonly competition: string;
  readonly view: View | undefined;
  readonly origin: string;
}

/** Views that have a clock or a code of their own need no second one. */
function Corner({ competition, view, origin }: CornerProps) {
  const { t } = useText();
  const shown = useShownClock(viewerSession().clocks(competition))?.shown;
  const hasClock = view?.kind === 'clock' || view?.kind === 'leaderboard' || view?.kind === 'match';
  const hasCode = view?.kind === 'leaderboard' || view?.kind === 'follow' || view === undefined;
  const isGoing = shown && shown.face.phase !== 'idle' && shown.face.phase !== 'over';
  return (
    <div className={styles.corner}>
      {isGoing && !hasClock ? <KeptChip shown={shown} /> : null}
      {hasCode ? null : (
        <div className={styles.qr}>
          <Qr text={origin + addressOfView(competition, view)} label={t('board.follow')} />
        </div>
      )}
    </div>
  );
}
