// Becoming a target's tablet by a short code, or being told how the QR code does it.
import { type FormEvent, useState } from 'react';
import type { Pairing } from '../link/outbox-storage.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { LanguagePicker } from '../parts/pickers.tsx';
import type { ApiFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import { cleanCode, type JoinKey } from './join.ts';
import styles from './join-screen.module.css';
import type { TabletSession } from './tablet-session.ts';

interface JoinScreenProps {
  readonly session: TabletSession;
  readonly busy: boolean;
  readonly failure?: ApiFailure | undefined;
  readonly refused?: boolean;
  /** Commands that wait on this device. */
  readonly kept: number;
}

export function JoinScreen({ session, busy, failure, refused = false, kept }: JoinScreenProps) {
  const text = useText();
  const { t } = text;
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6 && !busy) session.join({ code });
  };
  return (
    <>
      <PageHeader title={t('tablet.title')}>
        <LanguagePicker />
      </PageHeader>
      <main id="content" className={styles.main}>
        {refused ? (
          <Banner tone="warn" urgent>
            <strong>{t('tablet.join.refused')}.</strong> {t('tablet.join.refused.text')}
          </Banner>
        ) : null}
        {kept > 0 ? <Banner tone="warn">{t('tablet.join.kept', { count: kept })}</Banner> : null}
        <form className={styles.form} onSubmit={submit}>
          <h2 className={styles.title}>{t('tablet.join.title')}</h2>
          <p className={styles.text}>{t('tablet.join.text')}</p>
          <Field
            label={t('tablet.join.code')}
            hint={t('tablet.join.hint')}
            error={failure ? sentenceOfError(text, failure) : undefined}
            className={styles.code}
            value={code}
            onChange={({ target }) => setCode(cleanCode(target.value))}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={12}
            placeholder="······"
            readOnly={busy}
          />
          <Button type="submit" look="primary" large disabled={code.length !== 6 || busy}>
            {t(busy ? 'tablet.join.joining' : 'tablet.join.button')}
          </Button>
        </form>
      </main>
    </>
  );
}

interface MoveScreenProps {
  readonly session: TabletSession;
  readonly pairing: Pairing | undefined;
  readonly to: JoinKey;
  readonly unsent: number;
}

export function MoveScreen({ session, pairing, to, unsent }: MoveScreenProps) {
  const { t } = useText();
  const butt = pairing?.butt ?? 0;
  return (
    <>
      <PageHeader title={t('tablet.title')} />
      <main id="content" className={styles.main}>
        <div className={styles.form}>
          <h2 className={styles.title}>{t('tablet.join.other')}</h2>
          <p className={styles.text}>{t('tablet.join.other.text', { count: unsent, butt })}</p>
          <Button look="primary" large onClick={session.stay}>
            {t('tablet.join.stay', { butt })}
          </Button>
          <Button large onClick={() => session.join({ key: to })}>
            {t('tablet.join.move', { next: to.butt })}
          </Button>
        </div>
      </main>
    </>
  );
}
