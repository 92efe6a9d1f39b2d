// One match on the tablet: both sides and their score, and below it what is to be done next: say who begins, type arrows, measure, or read
// who won.
import { useMemo, useState } from 'react';
import type { Side } from '../../src/domain/match/match.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Empty, Skeleton } from '../parts/empty.tsx';
import type { MatchItem } from '../store/match-store.ts';
import { type MatchState, type MatchView, matchViewOf } from '../store/match-store.ts';
import type { FollowedMatch } from '../store/match-topic.ts';
import { titleOfMatch } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import { AskBeginner, AskClosest } from './match-ask.tsx';
import { typingWayOf } from './match-input.tsx';
import { useMatchKeys } from './match-keys.ts';
import { CorrectButton, MatchPanel } from './match-panel.tsx';
import { MatchRejected } from './match-rejected.tsx';
import { MatchPending, MatchResult } from './match-result.tsx';
import { MatchScore, MatchTable } from './match-score.tsx';
import styles from './match-screen.module.css';
import { type MatchScoring, useMatchTyping } from './match-typing.ts';
import { TakeBackButton } from './spotter.tsx';
import { TabletMatchClock } from './tablet-clock.tsx';
import type { TabletSession } from './tablet-session.ts';
import type { TabletSettings } from './tablet-settings.ts';
import type { TabletView } from './tablet-view.ts';

interface MatchScreenProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing;
  readonly settings: TabletSettings;
  readonly onSettings: (settings: TabletSettings) => void;
  readonly followed: FollowedMatch | undefined;
  readonly onBack: () => void;
}

export function MatchScreen({ followed, onBack, ...rest }: MatchScreenProps) {
  const text = useText();
  const { t } = text;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <Button onClick={onBack}>
          <span aria-hidden="true" className={styles.back}>
            ‹
          </span>
          {t('match.back')}
        </Button>
        {followed && followed !== 'missing' ? (
          <p className={styles.title}>
            <strong>{titleOfMatch(text, followed.sheet)}</strong> <span>{followed.sheet.eventName}</span>
          </p>
        ) : null}
      </div>
      {followed === 'missing' ? (
        <Empty title={t('match.missing')}>{t('match.missing.text')}</Empty>
      ) : followed ? (
        <OneMatch key={`${followed.sheet.event}/${followed.sheet.matchId}`} state={followed} {...rest} />
      ) : (
        <Skeleton rows={4} label={t('match.loading')} />
      )}
    </div>
  );
}

function homeOf({ sheet: { slot } }: MatchState, butt: number): Side | undefined {
  if (!slot || slot.butts.a === slot.butts.b) return undefined;
  return slot.butts.a === butt ? 'a' : 'b';
}

type OneMatchProps = Omit<MatchScreenProps, 'followed' | 'onBack'> & { readonly state: MatchState };

function OneMatch({ session, view, pairing, state, ...chosen }: OneMatchProps) {
  const match = useMemo(() => matchViewOf(state, view.outbox), [state, view.outbox]);
  const { competition, butt } = pairing;
  const scoring = useMatchTyping({ session, view, competition, match, home: homeOf(state, butt), ...chosen });
  useMatchKeys(scoring);
  const face = scoring.typing && faceOf(scoring.typing.play.match);
  const isPlotted = face && typingWayOf(scoring, face) === 'face';
  const again = (item: MatchItem) => scoring.again(item);
  return (
    <div className={cx(styles.match, scoring.mode === 'correct' && styles.correcting, isPlotted && styles.plotting)}>
      <div className={styles.score}>
        <TabletMatchClock
          session={session}
          competition={competition}
          isLive={view.link.kind === 'live'}
          match={state}
        />
        <MatchScore
          match={match}
          typed={scoring.typing?.task.side}
          onChoose={scoring.typing ? scoring.choose : undefined}
        />
      </div>
      <div className={styles.ends}>
        <MatchTable match={match} />
      </div>
      <div className={styles.work}>
        <MatchRejected match={match} onAgain={again} onDiscard={session.settle} />
        <NextStep session={session} match={match} scoring={scoring} />
      </div>
    </div>
  );
}

interface NextStepProps {
  readonly session: TabletSession;
  readonly match: MatchView;
  readonly scoring: MatchScoring;
}

/** Asked before the first arrow, where nobody has said it, and whenever somebody wants to say it. */
function isBeginnerAsked({ play, begins }: MatchView, isWanted: boolean | undefined): boolean {
  const isUntouched = play?.match.ends.length === 0 && play.place !== undefined;
  return isWanted ?? (isUntouched && begins === undefined);
}

function NextStep({ session, match, scoring }: NextStepProps) {
  const { play, sheet } = match;
  const [isWanted, setIsWanted] = useState<boolean | undefined>();
  const about = { event: sheet.event, match: sheet.matchId };
  if (!play) return <MatchPending />;
  const { status } = play.score;
  if (scoring.mode === 'score' && isBeginnerAsked(match, isWanted)) {
    return (
      <AskBeginner
        match={match}
        onNone={() => setIsWanted(false)}
        onAnswer={(begins) => {
          if (begins !== match.begins) session.submit([{ kind: 'chooseBeginner', ...about, begins }]);
          setIsWanted(false);
        }}
      />
    );
  }
  if (scoring.typing)
    return (
      <MatchPanel match={match} scoring={scoring} typing={scoring.typing} onAskBeginner={() => setIsWanted(true)} />
    );
  const correct =
    scoring.way === 'arrow' ? (
      <TakeBackButton match={play.match} onTakeBack={scoring.takeBack} />
    ) : (
      <CorrectButton match={play.match} large onCorrect={scoring.correct} />
    );
  if (status.kind === 'measure') {
    const { number } = status;
    return (
      <>
        <AskClosest
          key={number}
          match={match}
          shot={play.match}
          number={number}
          onAnswer={(closest, by) => session.submit([{ kind: 'measureShootOff', ...about, number, closest, by }])}
        />
        <p>{correct}</p>
      </>
    );
  }
  return status.kind === 'over' ? <MatchResult match={match} status={status} action={correct} /> : null;
}
