// Matches on times and butts. One is picked up by a click or Enter and put down the same way, or dragged; on one butt or on two.
import { type DragEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { ScrollFrame } from '../../parts/scroll-frame.tsx';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './events.module.css';
import { namesInMatch, wordsOfGridMatch } from './grid-words.ts';
import { type GridMatch, keyOf, matchesAt } from './plan-grid.ts';

interface PlanTableProps {
  readonly matches: readonly GridMatch[];
  readonly times: readonly string[];
  readonly butts: readonly number[];
  /** By `keyOf`. */
  readonly clashing: ReadonlySet<string>;
  readonly onMove: (match: GridMatch, at: string, butt: number, isShared: boolean) => void;
  readonly onRemove: (match: GridMatch) => void;
}

const isOnOneButt = ({ match: { slot } }: GridMatch) => slot !== null && slot.butts.a === slot.butts.b;

export function PlanTable({ matches, times, butts, clashing, onMove, onRemove }: PlanTableProps) {
  const text = useText();
  const { t } = text;
  const [pickedKey, setPicked] = useState<string | undefined>();
  const [isShared, setShared] = useState(false);
  const picked = matches.find(({ event, match }) => keyOf(event, match.id) === pickedKey);
  const pick = (match: GridMatch) => {
    const key = keyOf(match.event, match.match.id);
    setPicked(pickedKey === key ? undefined : key);
    if (match.match.slot) setShared(isOnOneButt(match));
  };
  const put = (at: string, butt: number) => {
    if (picked) onMove(picked, at, butt, isShared);
    setPicked(undefined);
  };
  const open = matches.filter(({ match }) => match.slot === null);
  const card = (match: GridMatch) => (
    <MatchCard
      key={keyOf(match.event, match.match.id)}
      match={match}
      isPicked={match === picked}
      isClashing={clashing.has(keyOf(match.event, match.match.id))}
      onPick={pick}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape lets go of what was picked up, wherever the focus is.
    <div
      className={desk.done}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setPicked(undefined);
      }}
    >
      <div className={styles.pickedBar} role="status">
        {picked ? t('events.plan.picked', { match: wordsOfGridMatch(text, picked) }) : t('events.plan.pick')}
      </div>
      {picked ? (
        <div className={desk.buttons}>
          <label className={desk.check}>
            <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />
            {t('events.plan.shared')}
          </label>
          {picked.match.slot ? (
            <Button
              onClick={() => {
                onRemove(picked);
                setPicked(undefined);
              }}
            >
              {t('events.plan.remove')}
            </Button>
          ) : null}
          <Button onClick={() => setPicked(undefined)}>{t('app.cancel')}</Button>
        </div>
      ) : null}
      {open.length > 0 ? (
        <section aria-labelledby="unplanned">
          <h3 id="unplanned" className={desk.sectionTitle}>
            {t('events.plan.unplanned', { count: open.length })}
          </h3>
          <div className={styles.unplanned}>{open.map(card)}</div>
        </section>
      ) : null}
      <ScrollFrame label={t('events.view.plan')} className={styles.gridFrame}>
        <table className={styles.grid}>
          <caption className={desk.hidden}>{t('events.view.plan')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('events.plan.time')}</th>
              {butts.map((butt) => (
                <th key={butt} scope="col">
                  {butt}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {times.map((at) => (
              <tr key={at}>
                <th scope="row">{wordsOfTime(at, times)}</th>
                {butts.map((butt) => (
                  <GridCell
                    key={butt}
                    {...{ at, butt, picked, onPut: put }}
                    label={t('events.plan.put', { time: at.replace('T', ' '), butt })}
                  >
                    {matchesAt(matches, at, butt).map((match) =>
                      match.match.slot?.butts.a === butt ? (
                        card(match)
                      ) : (
                        <OtherButt key={match.match.id} match={match} />
                      ),
                    )}
                  </GridCell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  );
}

/** The day too where there are several. */
function wordsOfTime(at: string, times: readonly string[]): string {
  const days = new Set(times.map((time) => time.slice(0, 10)));
  return days.size > 1 ? at.slice(5).replace('T', ' ') : at.slice(11);
}

interface MatchCardProps {
  readonly match: GridMatch;
  readonly isPicked: boolean;
  readonly isClashing: boolean;
  readonly onPick: (match: GridMatch) => void;
}

function MatchCard({ match, isPicked, isClashing, onPick }: MatchCardProps) {
  const text = useText();
  return (
    <button
      type="button"
      draggable
      className={cx(styles.planned, isPicked && styles.picked, isClashing && styles.clashing)}
      aria-pressed={isPicked}
      onClick={() => onPick(match)}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData('text/plain', keyOf(match.event, match.match.id));
        if (!isPicked) onPick(match);
      }}
    >
      <strong>{wordsOfGridMatch(text, match)}</strong>
      <span>{namesInMatch(text, match)}</span>
    </button>
  );
}

/** The right one of two butts: the match itself stands on the left one. */
function OtherButt({ match: { event, match } }: { readonly match: GridMatch }) {
  return (
    <span className={styles.otherButt}>
      <span aria-hidden="true">←</span> {event} {match.id}
    </span>
  );
}

interface GridCellProps {
  readonly at: string;
  readonly butt: number;
  readonly picked: GridMatch | undefined;
  readonly onPut: (at: string, butt: number) => void;
  readonly label: string;
  readonly children: React.ReactNode;
}

function GridCell({ at, butt, picked, onPut, label, children }: GridCellProps) {
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onPut(at, butt);
  };
  return (
    <td onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {children}
      {picked ? (
        <button type="button" className={styles.put} aria-label={label} onClick={() => onPut(at, butt)}>
          <span aria-hidden="true">↓</span>
        </button>
      ) : null}
    </td>
  );
}
