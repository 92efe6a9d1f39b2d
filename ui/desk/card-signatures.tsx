// Who has signed a card, when and how; closing one that was signed on paper; and opening a closed card again, for a reason that stays in its
// record.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CardRecordView, ScorecardView } from '../../src/wire/api-cards.ts';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { type ApiFailure, type Call, callApi, toFailure } from '../store/api.ts';
import { recall, remember } from '../store/remember.ts';
import { fieldHeight, fieldWidth, numbersToStrokes, pathOfStrokes } from '../store/signature.ts';
import { useDraft } from '../store/use-draft.ts';
import { useText } from '../text/text-context.tsx';
import styles from './cards.module.css';
import { useExpiry } from './use-expiry.ts';

interface CardSignaturesProps {
  readonly path: string;
  readonly card: ScorecardView;
  /** Undefined until it is loaded. */
  readonly record: CardRecordView | undefined;
  readonly onDone: () => void;
  readonly onExpired: () => void;
}

const judgePlace = 'judge';

export function CardSignatures({ path, card, record, onDone, onExpired }: CardSignaturesProps) {
  const { t } = useText();
  const { lock, signatures = [], changes = [] } = record ?? {};
  const reopened = lock ? undefined : changes.filter(({ kind }) => kind === 'unlocked').slice(-1)[0];
  const isClosable = card.isComplete || card.standing !== 'competing';
  return (
    <section className={styles.box} aria-labelledby="signatures">
      <h3 id="signatures" className={styles.boxTitle}>
        {t('desk.signatures.title')}
      </h3>
      {record && signatures.length === 0 && !lock ? <p className={styles.soft}>{t('desk.signatures.none')}</p> : null}
      {signatures.map((signature) => (
        <Signature key={signature.as} signature={signature} />
      ))}
      {lock && signatures.length < 2 ? <Closed by={lock.by} at={lock.at} /> : null}
      {reopened ? (
        <p className={styles.soft}>{t('desk.signatures.reopened', { name: reopened.by, reason: reopened.reason })}</p>
      ) : null}
      {card.isLocked ? (
        <Reopen path={path} onDone={onDone} onExpired={onExpired} />
      ) : isClosable ? (
        <Close path={path} onDone={onDone} onExpired={onExpired} />
      ) : null}
    </section>
  );
}

/** By the wall clock of whoever looks. */
function useTime(at: number): string {
  const { language } = useText();
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

function Signature({ signature }: { readonly signature: CardRecordView['signatures'][number] }) {
  const { t } = useText();
  const { as, name, at, strokes } = signature;
  const time = useTime(at);
  return (
    <div className={styles.signature}>
      <p>
        <strong>{t(`desk.cards.${as}`)}:</strong> {t('desk.signatures.by', { name, time })}
      </p>
      {strokes.length > 0 ? (
        <svg
          viewBox={`0 0 ${fieldWidth} ${fieldHeight}`}
          className={styles.drawing}
          role="img"
          aria-label={t('desk.signatures.drawn', { name })}
        >
          <path d={pathOfStrokes(numbersToStrokes(strokes))} className={styles.ink} />
        </svg>
      ) : null}
    </div>
  );
}

function Closed({ by, at }: { readonly by: string; readonly at: number }) {
  const { t } = useText();
  const time = useTime(at);
  return <p className={styles.verified}>{t('desk.signatures.closed', { name: by, time })}</p>;
}

interface WorkProps {
  readonly path: string;
  readonly onDone: () => void;
  readonly onExpired: () => void;
}

/** One call and what became of it. */
function useAsking({ onDone, onExpired }: Omit<WorkProps, 'path'>) {
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  useExpiry(failure, onExpired);
  const ask = (path: string, call: Call) => {
    setBusy(true);
    setFailure(undefined);
    return callApi(path, call)
      .then(onDone, (error: unknown) => setFailure(toFailure(error)))
      .finally(() => setBusy(false));
  };
  return { ask, busy, failure };
}

function Close({ path, ...then }: WorkProps) {
  const { t } = useText();
  const { ask, busy, failure } = useAsking(then);
  const { draft, change, forget } = useDraft(`close${path}`, { by: '' });
  const by = draft.by.trim();
  return (
    <AskForm
      title={t('desk.signatures.close')}
      button={t('desk.signatures.close.button')}
      isReady={by !== '' && !busy}
      failure={failure}
      onSubmit={() => ask(`${path}/lock`, { method: 'PUT', json: { by } }).then(forget)}
    >
      <Field
        label={t('desk.signatures.name')}
        value={draft.by}
        onChange={({ target }) => change({ by: target.value })}
        autoComplete="off"
        maxLength={100}
      />
    </AskForm>
  );
}

function Reopen({ path, ...then }: WorkProps) {
  const { t } = useText();
  const { ask, busy, failure } = useAsking(then);
  const { draft, change, forget } = useDraft(`reopen${path}`, { by: recall(judgePlace) ?? '', reason: '' });
  const [by, reason] = [draft.by.trim(), draft.reason.trim()];
  const submit = () => {
    remember(judgePlace, by);
    return ask(`${path}/lock?${new URLSearchParams({ by, reason })}`, { method: 'DELETE' }).then(forget);
  };
  return (
    <AskForm
      title={t('desk.signatures.reopen')}
      text={t('desk.signatures.reopen.text')}
      button={t('desk.signatures.reopen.button')}
      isReady={by !== '' && reason !== '' && !busy}
      failure={failure}
      onSubmit={submit}
    >
      <Field
        label={t('desk.signatures.judge')}
        value={draft.by}
        onChange={({ target }) => change({ by: target.value })}
        autoComplete="off"
        maxLength={100}
      />
      <Field
        label={t('desk.signatures.reason')}
        value={draft.reason}
        onChange={({ target }) => change({ reason: target.value })}
        autoComplete="off"
        maxLength={500}
      />
    </AskForm>
  );
}

interface AskFormProps {
  readonly title: string;
  readonly text?: string;
  readonly button: string;
  readonly isReady: boolean;
  readonly failure: ApiFailure | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}

function AskForm({ title, text, button, isReady, failure, onSubmit, children }: AskFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSubmit();
  };
  return (
    <form className={styles.side} onSubmit={submit}>
      <h4 className={styles.formTitle}>{title}</h4>
      {text ? <p className={styles.soft}>{text}</p> : null}
      {children}
      {failure ? <Failure failure={failure} /> : null}
      <Button type="submit" large disabled={!isReady}>
        {button}
      </Button>
    </form>
  );
}
