// Logging in with the one-time code of the first start, or with the password.
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Login as LoginRequest, Session } from '../../src/wire/api-access.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './desk.module.css';
import { PasswordField } from './password-field.tsx';

interface LoginProps {
  /** From the address: tried at once. */
  readonly code: string | undefined;
  readonly passwordSet: boolean;
  readonly onDone: (session: Session) => void;
}

export function Login({ code, passwordSet, onDone }: LoginProps) {
  const text = useText();
  const { t } = text;
  const [byCode, setByCode] = useState(code !== undefined || !passwordSet);
  const [secret, setSecret] = useState(code ?? '');
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);

  const logIn = useCallback(
    async (json: LoginRequest) => {
      setBusy(true);
      setFailure(undefined);
      try {
        onDone(await callApi<Session>('/api/session', { method: 'POST', json }));
      } catch (error) {
        setFailure(toFailure(error));
        setBusy(false);
      }
    },
    [onDone],
  );

  const tried = useRef(false);
  useEffect(() => {
    if (code === undefined || tried.current) return;
    tried.current = true;
    logIn({ code });
  }, [code, logIn]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret !== '' && !busy) logIn(byCode ? { code: secret.trim() } : { password: secret });
  };
  const error = failure && sentenceOfError(text, failure);
  return (
    <form className={styles.narrow} onSubmit={submit}>
      <h2 className={styles.title}>{t('desk.login.title')}</h2>
      {byCode ? (
        <Field
          label={t('desk.login.code')}
          hint={t('desk.login.code.text')}
          error={error}
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
        />
      ) : (
        <PasswordField
          label={t('desk.login.password')}
          error={error}
          value={secret}
          onChange={setSecret}
          autoComplete="current-password"
          autoFocus
        />
      )}
      <Button type="submit" look="primary" large disabled={secret === '' || busy}>
        {t(busy ? 'desk.login.busy' : 'desk.login.button')}
      </Button>
      <Button
        look="quiet"
        onClick={() => {
          setByCode(!byCode);
          setSecret('');
          setFailure(undefined);
        }}
      >
        {t(byCode ? 'desk.login.usePassword' : 'desk.login.useCode')}
      </Button>
    </form>
  );
}
