// The control room: every target as it is now, whom the field waits for, and one target in detail beside it. Asked again every two seconds;
// the answer is empty while nothing is new.
import { type FormEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { ControlRoomView } from '../../../src/wire/api-control.ts';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { useCapped } from '../../parts/use-capped.ts';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useExpiry } from '../use-expiry.ts';
import styles from './control.module.css';
import { type ControlFilter, controlFilters, countShown, findTargets, isShown, withSame } from './control-filter.ts';
import { TargetDetails } from './target-details.tsx';
import { TargetTile } from './target-tile.tsx';
import { WaitingList } from './waiting-list.tsx';

interface ControlRoomProps {
  readonly competition: CompetitionView;
  /** The number of the target that is looked at. */
  readonly item: string | undefined;
  readonly onExpired: () => void;
}

const refreshMs = 2_000;
const tilesAtOnce = 200;
const none: ControlRoomView['targets'] = [];

export function ControlRoom({ competition, item, onExpired }: ControlRoomProps) {
  const { t } = useText();
  const [, go] = useLocation();
  const { data, failure, reload } = useRoom(competition.id);
  const [filter, setFilter] = useState<ControlFilter>('all');
  const [typed, setQuery] = useState('');
  const query = useDeferredValue(typed);
  useExpiry(failure, onExpired);
  const targets = data?.targets ?? none;
  const counts = useMemo(() => countShown(targets), [targets]);
  const found = useMemo(
    () => findTargets(targets, query).filter((target) => isShown(target, filter)),
    [targets, query, filter],
  );
  const { visible, rest, nextStep, showMore } = useCapped(found, tilesAtOnce, `${filter}/${query}`);
  const here = `/${encodeURIComponent(competition.id)}/control`;
  const open = targets.find(({ butt }) => butt === Number(item));
  const cameFrom = useRef<number | undefined>(undefined);
  const close = () => {
    cameFrom.current = open?.butt;
    go(here);
  };
  // Back at the tile from which one came.
  useEffect(() => {
    if (open || cameFrom.current === undefined) return;
    document.getElementById(`target-${cameFrom.current}`)?.focus();
    cameFrom.current = undefined;
  }, [open]);
  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = findTargets(targets, typed);
    if (first && typed.trim() !== '') go(`${here}/${first.butt}`);
  };

  if (!data)
    return failure ? <Failure failure={failure} onRetry={reload} /> : <Skeleton rows={8} label={t('app.loading')} />;
  if (targets.length === 0) return <Empty title={t('control.none')}>{t('control.none.text')}</Empty>;
  return (
    <div className={styles.wide}>
      {failure ? <Failure failure={failure} onRetry={reload} /> : null}
      <Fields fields={data.fields} />
      <div className={cx(styles.room, open !== undefined && styles.withDetails)}>
        <div className={styles.main}>
          <WaitingList waiting={data.waitingFor} here={here} />
          <fieldset className={desk.filter}>
            <legend className={desk.hidden}>{t('control.filter')}</legend>
            {controlFilters.map((each) => (
              <label key={each} className={cx(desk.filterOption, each === filter && desk.filterHere)}>
                <input
                  type="radio"
                  name="control"
                  className={desk.hidden}
                  checked={each === filter}
                  onChange={() => setFilter(each)}
                />
                {t(`control.filter.${each}`, { count: counts[each] })}
              </label>
            ))}
          </fieldset>
          <form onSubmit={openFirst}>
            <Field
              label={t('control.search')}
              hint={t('control.search.hint')}
              type="search"
              value={typed}
              onChange={({ target }) => setQuery(target.value)}
            />
          </form>
          {found.length === 0 ? <Empty title={t('control.noMatch')} /> : null}
          <ul className={styles.tiles} aria-label={t('control.targets')}>
            {visible.map((target) => (
              <TargetTile key={target.butt} target={target} here={here} isOpen={target === open} />
            ))}
          </ul>
          {rest > 0 ? (
            <div className={desk.center}>
              <Button onClick={showMore}>{t('desk.more', { count: nextStep })}</Button>
            </div>
          ) : null}
        </div>
        {open ? (
          <TargetDetails
            key={open.butt}
            competition={competition}
            target={open}
            onClose={close}
            onChanged={reload}
            onExpired={onExpired}
          />
        ) : null}
      </div>
    </div>
  );
}

function useRoom(competition: string) {
  const { data, failure, reload } = useApi<ControlRoomView>(pathOf('competitions', competition, 'control'), refreshMs);
  const last = useRef<ControlRoomView | undefined>(undefined);
  const same = useMemo(() => (data ? withSame(last.current, data) : undefined), [data]);
  last.current = same;
  return { data: same, failure, reload };
}

function Fields({ fields }: { readonly fields: ControlRoomView['fields'] }) {
  const { t } = useText();
  return (
    <p className={styles.fields} role="status">
      {fields.length === 0 ? t('control.field.none') : null}
      {fields.map(({ end, archers, there }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fields have no other name than their place.
        <span key={index} className={styles.field}>
          {t('control.field', { end, archers, there })}
        </span>
      ))}
    </p>
  );
}
