// The matches of an event: what is being shot, what comes, how the others ended; or the bracket as a chart, on a TV always.
import { useState } from 'react';
import { Link } from 'wouter';
import { sides } from '../../src/domain/match/match.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { BracketView, MatchInBracketView } from '../../src/wire/api-matches.ts';
import { cx } from '../parts/cx.ts';
import { Empty } from '../parts/empty.tsx';
import { Fetching } from '../parts/fetching.tsx';
import { nameOfMatch } from '../store/match-store.ts';
import { useApi } from '../store/use-api.ts';
import { wordsOfName } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import { BoardShell } from './board-shell.tsx';
import { BracketBoard } from './bracket-board.tsx';
import { chartOf, tvPagesOf } from './bracket-chart.ts';
import styles from './match-event.module.css';
import { matchPath } from './match-links.tsx';
import rowStyles from './rows.module.css';
import { Turning } from './turning.tsx';
import { type TurnTime, usePage } from './use-page.ts';
import type { Layout } from './view-options.ts';

const refreshMs = 5_000;
const pageMs = 10_000;

type Phase = 'live' | 'before' | 'over';
const phases: readonly Phase[] = ['live', 'before', 'over'];

function phaseOf({ status, hasBegun }: MatchInBracketView): Phase {
  if (status?.kind === 'over') return 'over';
  return hasBegun ? 'live' : 'before';
}

interface MatchEventProps {
  readonly competition: CompetitionView;
  readonly event: string;
  readonly layout: Layout;
  /** On a TV that has a playlist. */
  readonly turn?: TurnTime;
}

/** So many matches in a column can still be read on a page that scrolls. */
const mostInColumn = 8;

export function MatchEvent({ competition, event, layout, turn }: MatchEventProps) {
  const { t } = useText();
  const path = `/api/competitions/${encodeURIComponent(competition.id)}/events/${encodeURIComponent(event)}/bracket`;
  const { data, failure, reload } = useApi<BracketView>(path, refreshMs);
  const [isChart, setChart] = useState(false);
  const hasChart = data?.system === 'bracket' && data.matches.length > 0;
  const shot = data?.matches.filter(({ kind }) => kind === 'match') ?? [];
  return (
    <BoardShell competition={competition} title={data?.name ?? t('match.board.title')} layout={layout}>
      <Fetching of={{ data, failure, reload }} />
      {data && shot.length === 0 ? <Empty title={t('match.board.none')}>{t('match.board.none.text')}</Empty> : null}
      {hasChart && layout !== 'screen' ? (
        <div>
          <button
            type="button"
            className={rowStyles.pill}
            aria-pressed={isChart}
            onClick={() => setChart((before) => !before)}
          >
            {t('board.bracket')}
          </button>
        </div>
      ) : null}
      {data && hasChart && layout === 'screen' ? (
        <TurnedBracket competition={competition.id} bracket={data} turn={turn} />
      ) : data && hasChart && isChart ? (
        <BracketBoard competition={competition.id} event={event} columns={chartOf(data, mostInColumn)} />
      ) : (
        <Turning competition={competition.id} layout={layout} columns={3} turn={turn}>
          <MatchList competition={competition.id} event={event} matches={shot} />
        </Turning>
      )}
    </BoardShell>
  );
}

interface TurnedBracketProps {
  readonly competition: string;
  readonly bracket: BracketView;
  readonly turn: TurnTime | undefined;
}

function TurnedBracket({ competition, bracket, turn }: TurnedBracketProps) {
  const { t } = useText();
  const pages = tvPagesOf(bracket);
  const page = usePage(competition, pages.length, { turn, stayMs: pageMs });
  return (
    <>
      <BracketBoard competition={competition} event={bracket.event} columns={pages[page] ?? []} />
      {pages.length > 1 ? (
        <p className={styles.page}>{t('board.page', { page: page + 1, pages: pages.length })}</p>
      ) : null}
    </>
  );
}

interface MatchListProps {
  readonly competition: string;
  readonly event: string;
  readonly matches: readonly MatchInBracketView[];
}

function MatchList({ competition, event, matches: shot }: MatchListProps) {
  const { t } = useText();
  return (
    <>
      {phases.map((phase) => {
        const matches = shot.filter((match) => phaseOf(match) === phase);
        return matches.length === 0 ? null : (
          <section key={phase} aria-labelledby={`matches-${phase}`}>
            <h2 id={`matches-${phase}`} className={styles.phase}>
              {t(`match.board.${phase}`)}
            </h2>
            <ul className={styles.list}>
              {(phase === 'over' ? [...matches].reverse() : matches).map((match) => (
                <li key={match.id}>
                  <Link href={matchPath(competition, event, match.id)} className={cx(styles.match, styles[phase])}>
                    <MatchRow match={match} phase={phase} />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function MatchRow({ match, phase }: { readonly match: MatchInBracketView; readonly phase: Phase }) {
  const text = useText();
  const { t } = text;
  const { slot, seats, points, winner } = match;
  return (
    <>
      <span className={styles.head}>
        <span>{wordsOfName(text, nameOfMatch(match.id, match.level, match.topPlace))}</span>
        {slot ? (
          <span className={styles.soft}>
            {slot.at.slice(11, 16)} ·{' '}
            {slot.butts.a === slot.butts.b
              ? t('match.board.target', { butt: slot.butts.a })
              : t('match.board.targets', slot.butts)}
          </span>
        ) : null}
      </span>
      {sides.map((side) => (
        <span key={side} className={cx(styles.side, winner === side && styles.won)}>
          <span className={styles.who}>
            {seats[side].name ?? t(seats[side].kind === 'nobody' ? 'match.side.nobody' : 'match.side.pending')}
          </span>
          <span className={styles.points}>{points && phase !== 'before' ? points[side] : ''}</span>
        </span>
      ))}
    </>
  );
}
