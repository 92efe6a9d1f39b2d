// The step after the one-time code: without a password the desk could not be opened again.
import { type FormEvent, useState } from 'react';
import type { NewPassword } from '../../src/wire/api-access.ts';
import { Button } from '../parts/button.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './desk.module.css';
import { PasswordField } from './password-field.tsx';

/** The appliance decides; this only saves a round trip. */
const shortest = 8;

export function SetPassword({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const { t } = text;
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const [touched, setTouched] = useState(false);
  const differ = touched && again !== password;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (password !== again || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const json: NewPassword = { password };
      await callApi('/api/password', { method: 'PUT', json });
      onDone();
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
    }
  };
  return (
    <form className={styles.narrow} onSubmit={submit}>
      <h2 className={styles.title}>{t('desk.password.title')}</h2>
      <p className={styles.soft}>{t('desk.password.text')}</p>
      <input type="text" name="username" autoComplete="username" value="organiser" readOnly hidden />
      <PasswordField
        label={t('desk.password.new')}
        hint={t('desk.password.hint', { shortest })}
        error={failure && sentenceOfError(text, failure)}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        autoFocus
      />
      <PasswordField
        label={t('desk.password.again')}
        error={differ ? t('desk.password.differ') : undefined}
        value={again}
        onChange={setAgain}
        autoComplete="new-password"
      />
      <Button type="submit" look="primary" large disabled={password === '' || busy}>
        {t('desk.password.button')}
      </Button>
    </form>
  );
}
