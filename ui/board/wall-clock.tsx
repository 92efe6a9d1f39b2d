// A shooting clock on a TV or a phone of its own: the whole screen is the light. Of one session or match where the address says which, else
// the one that goes.
import type { KeptFace } from '../../src/domain/clock/kept-clock.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { SessionViews } from '../../src/wire/api-setup.ts';
import { ClockPanel, MatchClockPanel, useShownClock } from '../parts/clock-face.tsx';
import { HornButton } from '../parts/clock-horn.tsx';
import { Empty } from '../parts/empty.tsx';
import { LinkMark } from '../parts/link-mark.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { pathOf } from '../store/api.ts';
import type { ShownClock } from '../store/clock-store.ts';
import { useApi } from '../store/use-api.ts';
import { useMatch } from '../store/use-match.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { namesOfSides, titleOfMatch, wordsOfClockPlace } from '../text/match-words.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import { useBoardView } from './use-board.ts';
import styles from './wall-clock.module.css';

interface WallClockProps {
  readonly competition: CompetitionView;
  /** Of one clock; undefined for the one that goes. */
  readonly clock: string | undefined;
}

export function WallClock({ competition, clock }: WallClockProps) {
  const { t } = useText();
  const store = viewerSession().clocks(competition.id);
  const keys = clock === undefined ? undefined : [clock];
  const now = useShownClock(store, keys);
  const { link, lostAt } = useBoardView();
  const isLost = lostAt !== undefined && link.kind !== 'live';
  useTitle(t('clock.title'), competition.name);
  useAwake();
  return (
    <div className={styles.screen}>
      <main id="content" className={styles.main}>
        <h1 className={styles.hidden}>
          {t('clock.title')}, {competition.name}
        </h1>
        {now ? (
          <Face competition={competition.id} now={now} />
        ) : (
          <div className={styles.none}>
            <Empty
              title={t(store.clocks().length > 0 && store.now() === undefined ? 'clock.unknownTime' : 'clock.none')}
            >
              {t('clock.none.text')}
            </Empty>
          </div>
        )}
      </main>
      <footer className={styles.foot}>
        <LinkMark state={link} />
        {isLost ? (
          <p className={styles.lost} role="alert">
            {t('clock.lost')}
          </p>
        ) : null}
        <p className={styles.order}>{now ? <About competition={competition.id} now={now} /> : null}</p>
        <HornButton store={store} keys={keys} />
      </footer>
    </div>
  );
}

interface OfClockProps {
  readonly competition: string;
  readonly now: ShownClock;
}

function Face({ competition, now }: OfClockProps) {
  const { kept, shown } = now;
  if (kept.of === 'match' && shown.of === 'match')
    return <FaceOfMatch competition={competition} event={kept.event} match={kept.match} face={shown.face} />;
  return shown.of === 'lines' ? <ClockPanel face={shown.face} wall /> : null;
}

interface FaceOfMatchProps {
  readonly competition: string;
  readonly event: string;
  readonly match: string;
  readonly face: Extract<KeptFace, { readonly of: 'match' }>['face'];
}

function FaceOfMatch({ competition, event, match, face }: FaceOfMatchProps) {
  const text = useText();
  const followed = useMatch(competition, event, match);
  const sheet = followed && followed !== 'missing' ? followed.sheet : undefined;
  return (
    <MatchClockPanel
      face={face}
      names={namesOfSides(text, sheet)}
      place={wordsOfClockPlace(text, sheet?.match?.format, face.place)}
      wall
    />
  );
}

/** Which session or match, and the order of lines. */
function About({ competition, now: { kept } }: OfClockProps) {
  const text = useText();
  const sessions = useApi<SessionViews>(pathOf('competitions', competition, 'sessions'));
  if (kept.of === 'match') return <TitleOfMatch competition={competition} event={kept.event} match={kept.match} />;
  const session = sessions.data?.find(({ number }) => number === kept.session)?.name;
  const { lines } = kept.clock;
  const order = lines.length > 1 ? text.t('clock.order', { lines: lines.join(' – ') }) : undefined;
  return <>{[session, order].filter(Boolean).join(' · ')}</>;
}

function TitleOfMatch({ competition, event, match }: Omit<FaceOfMatchProps, 'face'>) {
  const text = useText();
  const followed = useMatch(competition, event, match);
  if (!followed || followed === 'missing') return null;
  return (
    <>
      {titleOfMatch(text, followed.sheet)} · {followed.sheet.eventName}
    </>
  );
}
