// When and where every match is shot: proposed by the rules, moved on a grid of times and butts, what clashes said in words, each step undone.
import { useState } from 'react';
import { scheduleClashesOf } from '../../../src/domain/event/schedule-clashes.ts';
import { Button } from '../../parts/button.tsx';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { type ShowDeskProps, useChange } from '../use-change.ts';
import { useExpiry } from '../use-expiry.ts';
import { Clashes } from './clashes.tsx';
import { buttsOf, type GridMatch, matchesOf, moveOf, type PlanStep, plannedOf, timesOf, undoOf } from './plan-grid.ts';
import { PlanTable } from './plan-table.tsx';
import { ProposeForm } from './propose-form.tsx';
import { useBrackets } from './use-brackets.ts';

const usualMinutes = 20;
const rowsBelow = 3;
const usualButts = 8;

export function Plan({ competition, onExpired }: ShowDeskProps) {
  const { t } = useText();
  const { brackets, failure, reload } = useBrackets(competition.id);
  const [minutes, setMinutes] = useState(String(usualMinutes));
  const [done, setDone] = useState<readonly PlanStep[]>([]);
  const { change, busy, failure: refused } = useChange(reload, onExpired);
  useExpiry(failure, onExpired);
  if (!brackets)
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton label={t('app.loading')} />;
  if (brackets.length === 0) return <Empty title={t('events.plan.none')}>{t('events.plan.none.text')}</Empty>;
  const matches = matchesOf(brackets);
  const slots = matches.flatMap(({ match }) => match.slot ?? []);
  const length = Math.max(1, Number(minutes) || usualMinutes);
  const clashes = scheduleClashesOf(plannedOf(brackets), length);
  /** Whoever leaves a place goes first, so that the place is free. */
  const send = async ({ event, slots: given, removed }: PlanStep): Promise<boolean> => {
    const path = pathOf('competitions', competition.id, 'events', event, 'schedule');
    if (removed.length > 0 && !(await change(`${path}/removed`, { method: 'POST', json: { matches: removed } })))
      return false;
    return given.length === 0 || change(path, { method: 'PUT', json: { slots: given } });
  };
  const take = async (step: PlanStep) => {
    const undo = undoOf(matches, step);
    if (await send(step)) setDone([...done, undo]);
  };
  const undo = async () => {
    const last = done.at(-1);
    if (last && (await send(last))) setDone(done.slice(0, -1));
  };
  const move = (match: GridMatch, at: string, butt: number, isShared: boolean) =>
    void take(moveOf(matches, match, at, butt, isShared));
  return (
    <>
      <ProposeForm competition={competition} brackets={brackets} busy={busy} onTake={(step) => void take(step)} />
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      {refused ? <Failure failure={refused} /> : null}
      <div className={desk.tools}>
        <Field
          label={t('events.plan.minutes')}
          type="number"
          min={1}
          max={600}
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
        />
        <Button disabled={busy || done.length === 0} onClick={() => void undo()}>
          {t('events.undo')}
        </Button>
      </div>
      <Clashes clashes={clashes} matches={matches} />
      <PlanTable
        matches={matches}
        times={timesOf(slots, length, rowsBelow, `${competition.from}T09:00`)}
        butts={buttsOf(slots, 1, slots.length > 0 ? 1 : usualButts)}
        clashing={
          new Set(clashes.flatMap(({ one, other }) => [`${one.event} ${one.match}`, `${other.event} ${other.match}`]))
        }
        onMove={move}
        onRemove={({ event, match }) => void take({ event, slots: [], removed: [match.id] })}
      />
    </>
  );
}
