// An end on which the two cards differ, settled by a judge: as on one of them, or as neither has it. A first card that changes says who
// decided in its record.
import { type FormEvent, useState } from 'react';
import type { Face } from '../../src/domain/rounds/faces.ts';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Choice, Field } from '../parts/field.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { recall, remember } from '../store/remember.ts';
import { readTypedEnd, writeTypedEnd } from '../store/typed-end.ts';
import { useText } from '../text/text-context.tsx';
import type { CardEnd } from './card-end.ts';
import styles from './cards.module.css';
import { useExpiry } from './use-expiry.ts';

interface SettleEndProps {
  readonly path: string;
  readonly end: CardEnd;
  readonly face: Face | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onExpired: () => void;
}

type Right = 'first' | 'second' | 'typed';

const judgePlace = 'judge';

export function SettleEnd({ path, end, face, onDone, onCancel, onExpired }: SettleEndProps) {
  const { t } = useText();
  const [right, setRight] = useState<Right>('first');
  const [text, setText] = useState(writeTypedEnd(end.arrows));
  const [judge, setJudge] = useState(recall(judgePlace) ?? '');
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  useExpiry(failure, onExpired);
  const typed = readTypedEnd(text, face);
  const arrows = right === 'first' ? end.arrows : right === 'second' ? (end.checked ?? []) : typed.arrows;
  const isWhole = arrows.length === end.arrows.length && (right !== 'typed' || typed.unknown === undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole || judge.trim() === '' || busy) return;
    remember(judgePlace, judge.trim());
    setBusy(true);
    setFailure(undefined);
    settle(path, end, arrows, t('desk.settle.reason', { judge: judge.trim() }))
      .then(onDone, (error: unknown) => setFailure(toFailure(error)))
      .finally(() => setBusy(false));
  };
  return (
    <form className={styles.box} onSubmit={submit} aria-labelledby="settle">
      <h3 id="settle" className={styles.boxTitle}>
        {t('desk.settle.title', { end: end.end })}
      </h3>
      <Choice
        legend={t('desk.settle.which')}
        name="right"
        options={[
          { value: 'first', label: t('desk.settle.first'), text: writeTypedEnd(end.arrows) },
          { value: 'second', label: t('desk.settle.second'), text: writeTypedEnd(end.checked ?? []) },
          { value: 'typed', label: t('desk.settle.typed') },
        ]}
        value={right}
        onChange={setRight}
      />
      {right === 'typed' ? (
        <Field
          label={t('desk.paper.arrows')}
          hint={t('desk.paper.arrows.hint')}
          error={errorOf(t, typed.unknown, typed.arrows.length, end.arrows.length)}
          value={text}
          onChange={({ target }) => setText(target.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          className={styles.typed}
        />
      ) : null}
      <Field
        label={t('desk.settle.judge')}
        hint={t('desk.settle.judge.hint')}
        value={judge}
        onChange={({ target }) => setJudge(target.value)}
        autoComplete="off"
        maxLength={100}
      />
      {failure ? <Failure failure={failure} /> : null}
      <div className={styles.rowActions}>
        <Button large onClick={onCancel}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" look="primary" large disabled={!isWhole || judge.trim() === '' || busy}>
          {t('desk.settle.save')}
        </Button>
      </div>
    </form>
  );
}

function errorOf(t: ReturnType<typeof useText>['t'], unknown: string | undefined, typed: number, count: number) {
  if (unknown !== undefined) return t('desk.paper.unknown', { text: unknown });
  return typed === count ? undefined : t('desk.paper.count', { count });
}

/** The card that is wrong is corrected; both, where both are. Throws ApiFailure. */
async function settle(path: string, end: CardEnd, arrows: CardEnd['arrows'], reason: string): Promise<void> {
  const { arrows: was, checked } = end;
  if (!isSameInOrder(was, arrows)) {
    await callApi(`${path}/ends/${end.end}`, { method: 'PUT', json: { was, arrows, reason } });
  }
  if (!checked || !isSameInOrder(checked, arrows)) {
    await callApi(`${path}/ends/${end.end}/check`, { method: 'PUT', json: { arrows } });
  }
}

function isSameInOrder(a: CardEnd['arrows'], b: CardEnd['arrows']): boolean {
  return writeTypedEnd(a) === writeTypedEnd(b);
}
