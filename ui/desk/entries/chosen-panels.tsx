// What is done to several entries at once: change, withdraw, note their equipment.
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { InspectionResult } from '../../../src/domain/setup/arrivals.ts';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { EntryBody } from '../../../src/wire/api-entries.ts';
import type { DeskEntry } from '../../../src/wire/api-entry-changes.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import type { ApiFailure } from '../../store/api.ts';
import { recall, remember } from '../../store/remember.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import styles from './entries.module.css';
import { namesOf } from './entry-filter.ts';
import { changeOf, type EntryRequest, withdrawalOf } from './entry-requests.ts';
import type { Asked, Told } from './entry-store.ts';

export type AskChange = (request: EntryRequest, told: Told) => Promise<Asked>;

interface ChosenProps {
  readonly chosen: readonly DeskEntry[];
  readonly change: AskChange;
  readonly onClose: () => void;
}

export const inspectorPlace = 'inspector';

/** One request, then the panel closes, or what was wrong is said. */
function useOneChange({ change, onClose }: Pick<ChosenProps, 'change' | 'onClose'>) {
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const ask = (request: EntryRequest, told: Told) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    change(request, told)
      .then((asked) => (asked.kind === 'failed' ? setFailure(asked.failure) : onClose()))
      .finally(() => setBusy(false));
  };
  return { ask, busy, failure };
}

interface PanelProps {
  readonly title: string;
  readonly text?: string;
  readonly failure: ApiFailure | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

function Panel({ title, text, failure, onSubmit, onClose, buttons, children }: PanelProps) {
  const { t } = useText();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      ref={form}
      className={styles.panel}
      aria-labelledby={id}
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
      noValidate
    >
      <h3 id={id} className={styles.panelTitle}>
        {title}
      </h3>
      {text ? <p className={styles.soft}>{text}</p> : null}
      {failure ? <Failure failure={failure} /> : null}
      <div className={styles.fields}>{children}</div>
      <div className={styles.bar}>
        {buttons}
        <Button onClick={onClose}>{t('desk.entry.cancel')}</Button>
      </div>
    </form>
  );
}

interface BulkChangeProps extends ChosenProps {
  readonly competition: CompetitionView;
  readonly entries: readonly DeskEntry[];
}

export function BulkChange({ competition, entries, chosen, change, onClose }: BulkChangeProps) {
  const { t } = useText();
  const id = useId();
  const [category, setCategory] = useState('');
  const [club, setClub] = useState('');
  const [country, setCountry] = useState('');
  const [noTarget, setNoTarget] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const { ask, busy, failure } = useOneChange({ change, onClose });
  const part: Partial<EntryBody> = {
    ...(category === '' ? {} : { category }),
    ...(club.trim() === '' ? {} : { club: club.trim() }),
    ...(country.trim() === '' ? {} : { country: country.trim() }),
    ...(noTarget ? { target: null } : {}),
  };
  const count = chosen.length;
  const submit = () => {
    setEmpty(Object.keys(part).length === 0);
    if (Object.keys(part).length > 0) ask(changeOf(chosen, part), { key: 'desk.told.many', values: { count } });
  };
  return (
    <Panel
      title={t('desk.bulk.title', { count })}
      text={t(isEmpty ? 'desk.bulk.nothing' : 'desk.bulk.text')}
      {...{ failure, onClose, onSubmit: submit }}
      buttons={
        <Button type="submit" look="primary" disabled={busy}>
          {t('desk.bulk.button', { count })}
        </Button>
      }
    >
      <Select
        label={t('desk.entries.column.category')}
        value={category}
        options={[
          { value: '', label: '' },
          ...competition.categories.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
        ]}
        onChange={setCategory}
      />
      <Field
        label={t('desk.entries.column.club')}
        value={club}
        list={`${id}-clubs`}
        autoComplete="off"
        onChange={({ target }) => setClub(target.value)}
      />
      <Field
        label={t('desk.entries.column.country')}
        value={country}
        autoComplete="off"
        onChange={({ target }) => setCountry(target.value)}
      />
      <label className={desk.check}>
        <input type="checkbox" checked={noTarget} onChange={({ target }) => setNoTarget(target.checked)} />
        {t('desk.bulk.noTarget')}
      </label>
      <datalist id={`${id}-clubs`}>
        {namesOf(entries.map((each) => each.club)).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </Panel>
  );
}

export function Withdrawal({ chosen, change, onClose }: ChosenProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const { ask, busy, failure } = useOneChange({ change, onClose });
  const count = chosen.length;
  const submit = () =>
    ask(
      withdrawalOf(
        chosen.map(({ number }) => number),
        reason.trim(),
      ),
      { key: 'desk.told.withdrawn', values: { count } },
    );
  return (
    <Panel
      title={t('desk.withdraw.title', { count })}
      text={t('desk.withdraw.text')}
      {...{ failure, onClose, onSubmit: submit }}
      buttons={
        <Button type="submit" look="danger" disabled={busy}>
          {t('desk.withdraw.button')}
        </Button>
      }
    >
      <Field
        label={t('desk.withdraw.reason')}
        note={t('desk.optional')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Panel>
  );
}

export function Inspection({ chosen, change, onClose }: ChosenProps) {
  const { t } = useText();
  const [by, setBy] = useState(recall(inspectorPlace) ?? '');
  const [remark, setRemark] = useState('');
  const [isNameless, setNameless] = useState(false);
  const { ask, busy, failure } = useOneChange({ change, onClose });
  const count = chosen.length;
  const note = (result: InspectionResult) => {
    setNameless(by.trim() === '');
    if (by.trim() === '') return;
    remember(inspectorPlace, by.trim());
    const json = { entries: chosen.map(({ number }) => number), result, by: by.trim(), remark: remark.trim() };
    ask({ kind: 'inspect', json }, { key: 'desk.told.inspected', values: { count } });
  };
  return (
    <Panel
      title={t('desk.inspect.title', { count })}
      {...{ failure, onClose, onSubmit: () => note('passed') }}
      buttons={
        <>
          <Button type="submit" look="primary" disabled={busy}>
            {t('desk.inspect.passed')}
          </Button>
          <Button disabled={busy} onClick={() => note('failed')}>
            {t('desk.inspect.failed')}
          </Button>
          <Button disabled={busy} onClick={() => note('open')}>
            {t('desk.inspect.open')}
          </Button>
        </>
      }
    >
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
    </Panel>
  );
}
