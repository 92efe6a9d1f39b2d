// At the door: a number, a name or a scanned code is typed, one key notes that the archer is there or that the equipment passed.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { InspectionResult } from '../../../src/domain/setup/arrivals.ts';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { DeskEntry, WithdrawnEntry } from '../../../src/wire/api-entry-changes.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { cx } from '../../parts/cx.ts';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import type { ApiFailure } from '../../store/api.ts';
import { recall, remember } from '../../store/remember.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { type AskChange, inspectorPlace } from './chosen-panels.tsx';
import styles from './entries.module.css';
import { formatTime } from './entry-cells.ts';
import { findAtDoor, numberIn } from './find-at-door.ts';

interface CheckInProps {
  readonly competition: CompetitionView;
  readonly entries: readonly DeskEntry[];
  readonly withdrawn: readonly WithdrawnEntry[];
  readonly change: AskChange;
}

const shownAtOnce = 12;

export function CheckIn({ competition, entries, withdrawn, change }: CheckInProps) {
  const { t } = useText();
  const note = (entry: DeskEntry, isIn: boolean) =>
    change(
      { kind: 'checkIn', json: { entries: [entry.number], isIn } },
      { key: isIn ? 'desk.told.checkedIn' : 'desk.told.checkedOut', values: { name: entry.name } },
    );
  const count = entries.filter(({ checkedInAt }) => checkedInAt !== undefined).length;
  return (
    <>
      <p className={styles.counts} role="status">
        {t('desk.checkIn.counts', { count, all: entries.length })}
      </p>
      <Door
        {...{ entries, withdrawn }}
        hint={t('desk.checkIn.hint')}
        // Who is there already stays there: a code is easily scanned twice.
        onEnter={(entry) => (entry.checkedInAt === undefined ? note(entry, true) : undefined)}
        isDone={({ checkedInAt }) => checkedInAt !== undefined}
        actionsOf={(entry) => <ArrivalActions entry={entry} onNote={(isIn) => note(entry, isIn)} />}
      />
      <Missing competition={competition} entries={entries} />
    </>
  );
}

interface ArrivalActionsProps {
  readonly entry: DeskEntry;
  readonly onNote: (isIn: boolean) => void;
}

function ArrivalActions({ entry: { checkedInAt, name }, onNote }: ArrivalActionsProps) {
  const { t, language } = useText();
  if (checkedInAt === undefined) {
    return (
      <Button look="primary" large onClick={() => onNote(true)} aria-label={`${t('desk.entries.checkIn')}: ${name}`}>
        {t('desk.entries.checkIn')}
      </Button>
    );
  }
  return (
    <>
      <strong>✓ {t('desk.checkIn.since', { time: formatTime(language, checkedInAt) })}</strong>
      <Button onClick={() => onNote(false)} aria-label={`${t('desk.entries.checkOut')}: ${name}`}>
        {t('desk.entries.checkOut')}
      </Button>
    </>
  );
}

export function Equipment({ entries, withdrawn, change }: Omit<CheckInProps, 'competition'>) {
  const { t } = useText();
  const [by, setBy] = useState(recall(inspectorPlace) ?? '');
  const [remark, setRemark] = useState('');
  const [isNameless, setNameless] = useState(false);
  const note = (entry: DeskEntry, result: InspectionResult) => {
    setNameless(by.trim() === '');
    if (by.trim() === '') return undefined;
    remember(inspectorPlace, by.trim());
    return change(
      { kind: 'inspect', json: { entries: [entry.number], result, by: by.trim(), remark: remark.trim() } },
      { key: 'desk.told.inspected', values: { count: 1 } },
    ).then((asked) => {
      if (asked.kind === 'done') setRemark('');
      return asked;
    });
  };
  const countOf = (result: string) => entries.filter(({ inspection }) => inspection?.result === result).length;
  return (
    <>
      <p className={styles.counts} role="status">
        {t('desk.checkIn.inspected', { count: countOf('passed'), all: entries.length, failed: countOf('failed') })}
      </p>
      <div className={styles.fields}>
        <Field
          label={t('desk.inspect.by')}
          value={by}
          error={isNameless ? t('desk.inspect.by.missing') : undefined}
          onChange={({ target }) => setBy(target.value)}
        />
        <Field
          label={t('desk.inspect.remark')}
          note={t('desk.optional')}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
      </div>
      <Door
        {...{ entries, withdrawn }}
        onEnter={() => undefined}
        isDone={({ inspection }) => inspection?.result === 'passed'}
        isBad={({ inspection }) => inspection?.result === 'failed'}
        actionsOf={(entry) => <InspectionActions entry={entry} onNote={(result) => note(entry, result)} />}
      />
    </>
  );
}

interface InspectionActionsProps {
  readonly entry: DeskEntry;
  readonly onNote: (result: InspectionResult) => void;
}

function InspectionActions({ entry: { inspection, name }, onNote }: InspectionActionsProps) {
  const { t } = useText();
  return (
    <>
      {inspection ? (
        <p>{[t(`desk.inspect.${inspection.result}`), inspection.remark, inspection.by].filter(Boolean).join(' · ')}</p>
      ) : null}
      {(['passed', 'failed', 'open'] as const)
        .filter((result) => result !== (inspection?.result ?? 'open'))
        .map((result) => (
          <Button
            key={result}
            look={result === 'passed' ? 'primary' : 'plain'}
            large
            onClick={() => onNote(result)}
            aria-label={`${t(`desk.inspect.${result}`)}: ${name}`}
          >
            {t(`desk.inspect.${result}`)}
          </Button>
        ))}
    </>
  );
}

type Noted = ReturnType<AskChange> | undefined;

interface DoorProps {
  readonly entries: readonly DeskEntry[];
  readonly withdrawn: readonly WithdrawnEntry[];
  readonly hint?: string;
  /** The first that was found. */
  readonly onEnter: (entry: DeskEntry) => Noted;
  readonly isDone: (entry: DeskEntry) => boolean;
  readonly isBad?: (entry: DeskEntry) => boolean;
  readonly actionsOf: (entry: DeskEntry) => React.ReactNode;
}

/** The field, and whoever is meant by what stands in it. After Enter it waits for the next. */
function Door({ entries, withdrawn, hint, onEnter, isDone, isBad = () => false, actionsOf }: DoorProps) {
  const { t } = useText();
  const field = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [last, setLast] = useState<number | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const focus = () => field.current?.querySelector('input')?.focus();
  useEffect(focus, []);
  const found = useMemo(
    () => (query.trim() === '' ? entries.filter(({ number }) => number === last) : findAtDoor(entries, query)),
    [entries, query, last],
  );
  const number = numberIn(query);
  const gone =
    found.length === 0 && number !== undefined ? withdrawn.find((each) => each.number === number) : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setQuery('');
    const [first] = found;
    if (event.key !== 'Enter' || query.trim() === '' || !first) return;
    event.preventDefault();
    setFailure(undefined);
    setLast(first.number);
    setQuery('');
    onEnter(first)?.then((asked) => setFailure(asked.kind === 'failed' ? asked.failure : undefined));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter and Escape of the field in it. */}
      <div ref={field} onKeyDown={onKeyDown}>
        <Field
          label={t('desk.checkIn.search')}
          hint={hint}
          type="search"
          autoComplete="off"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      </div>
      {failure ? <Failure failure={failure} /> : null}
      {gone ? (
        <Banner tone="warn">{t('desk.checkIn.withdrawn', { number: gone.number, name: gone.name })}</Banner>
      ) : null}
      {query.trim() !== '' && found.length === 0 && !gone ? (
        <Empty title={t('desk.checkIn.nobody', { text: query })} />
      ) : null}
      <ul className={styles.people}>
        {found.slice(0, shownAtOnce).map((entry, index) => (
          <li
            key={entry.number}
            className={cx(
              styles.person,
              index === 0 && styles.first,
              isDone(entry) && styles.isDone,
              isBad(entry) && styles.isBad,
            )}
          >
            <p>
              <span className={styles.personName}>{entry.name}</span>
              <br />
              {[`${entry.number}`, entry.club, entry.category, entry.target].filter(Boolean).join(' · ')}
            </p>
            <div className={styles.actions}>{actionsOf(entry)}</div>
          </li>
        ))}
      </ul>
      {found.length > shownAtOnce ? (
        <p className={desk.soft}>{t('desk.checkIn.more', { count: found.length - shownAtOnce })}</p>
      ) : null}
    </>
  );
}

function Missing({ competition, entries }: Pick<CheckInProps, 'competition' | 'entries'>) {
  const { t } = useText();
  const rows = competition.categories.flatMap(({ code, name }) => {
    const all = entries.filter(({ category }) => category === code);
    const missing = all.filter(({ checkedInAt }) => checkedInAt === undefined).length;
    return all.length === 0 ? [] : [{ code, name, all: all.length, missing }];
  });
  return (
    <details>
      <summary>{t('desk.checkIn.byCategory')}</summary>
      <ul className={styles.plain}>
        {rows.map(({ code, name, all, missing }) => (
          <li key={code} className={styles.line}>
            <span>{`${code} · ${name}`}</span>
            <strong>{t('desk.checkIn.missing', { missing, all })}</strong>
          </li>
        ))}
      </ul>
    </details>
  );
}
