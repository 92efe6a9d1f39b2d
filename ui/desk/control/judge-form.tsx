// Whatever a judge signs by name and with a reason.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import type { Call } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import cards from '../cards.module.css';
import { useChange } from '../use-change.ts';
import styles from './control.module.css';

interface Signed {
  readonly by: string;
  readonly reason: string;
}

interface JudgeFormProps {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly path: string;
  readonly callOf: (signed: Signed) => Call;
  /** What of the signed goes into the address. */
  readonly inAddress?: boolean;
  readonly children?: ReactNode;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onExpired: () => void;
}

export function JudgeForm({ title, text, button, path, callOf, inAddress, children, ...told }: JudgeFormProps) {
  const { t } = useText();
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const { change, busy, failure } = useChange(told.onDone, told.onExpired);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = inAddress ? `${path}?${new URLSearchParams({ by, reason })}` : path;
    void change(address, callOf({ by, reason }));
  };
  return (
    <form
      className={cards.box}
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') told.onCancel();
      }}
    >
      <h3 className={cards.boxTitle}>{title}</h3>
      <p>{text}</p>
      {children}
      <Field
        label={t('desk.settle.judge')}
        hint={t('desk.settle.judge.hint')}
        value={by}
        maxLength={100}
        required
        autoFocus
        onChange={({ target }) => setBy(target.value)}
      />
      <Field
        label={t('log.reason')}
        value={reason}
        maxLength={500}
        required
        onChange={({ target }) => setReason(target.value)}
      />
      {failure ? <Failure failure={failure} /> : null}
      <p className={styles.links}>
        <Button type="submit" look="primary" disabled={busy}>
          {button}
        </Button>
        <Button onClick={told.onCancel}>{t('control.close')}</Button>
      </p>
    </form>
  );
}
