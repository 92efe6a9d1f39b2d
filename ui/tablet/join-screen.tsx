// Becoming a target's tablet by a short code, or being told how the QR code does it; and what is in the way, with what was typed.
import { type FormEvent, useEffect } from 'react';
import type { Pairing } from '../link/outbox-storage.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { LanguagePicker } from '../parts/pickers.tsx';
import { useDraft } from '../store/use-draft.ts';
import { useText } from '../text/text-context.tsx';
import { cleanCode, codeLetters, type JoinBy, type JoinKey } from './join.ts';
import { sentenceOfJoinFailure } from './join-failure.ts';
import styles from './join-screen.module.css';
import { KeptEnds } from './kept-ends.tsx';
import type { TabletSession } from './tablet-session.ts';
import type { Phase, TabletView } from './tablet-view.ts';

interface JoinScreenProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly phase: Extract<Phase, { kind: 'joining' | 'unpaired' }>;
}

const againAfterMs = 5_000;

export function JoinScreen({ session, view, phase }: JoinScreenProps) {
  const text = useText();
  const { t } = text;
  const { draft, change, forget } = useDraft('join', { code: '' });
  const { code } = draft;
  const isBusy = phase.kind === 'joining';
  const { failure, tried } = phase;
  const sentence = failure ? sentenceOfJoinFailure(text, failure, tried) : undefined;
  const isScanned = tried !== undefined && 'key' in tried;
  // Not while somebody types a code instead.
  useAgainWhenOnline(session, failure?.code === 'network' && isScanned && !isBusy && code === '' ? tried : undefined);
  // Used or too old: what stays in the field would only be sent again.
  const isSpent = failure?.code === 'codeUsed' || failure?.code === 'codeExpired';
  useEffect(() => {
    if (isSpent) forget();
  }, [isSpent, forget]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === codeLetters && !isBusy) session.join({ code });
  };
  return (
    <>
      <PageHeader title={t('tablet.title')}>
        <LanguagePicker />
      </PageHeader>
      <main id="content" className={styles.main}>
        {phase.kind === 'unpaired' && phase.refused ? <Refused by={phase.refused} session={session} /> : null}
        {sentence && isScanned ? (
          <Banner
            tone="bad"
            urgent
            action={
              <Button large onClick={() => session.join(tried)}>
                {t('join.againTarget', { butt: tried.key.butt })}
              </Button>
            }
          >
            {sentence}
          </Banner>
        ) : null}
        <KeptEnds outbox={view.outbox} sheet={view.sheet} butt={view.pairing?.butt} />
        {view.keptElsewhere > 0 ? (
          <Banner tone="warn">{t('tablet.join.kept', { count: view.keptElsewhere })}</Banner>
        ) : null}
        <form className={styles.form} onSubmit={submit}>
          <h2 className={styles.title}>{t('tablet.join.title')}</h2>
          <p className={styles.text}>{t('tablet.join.text')}</p>
          <Field
            label={t('tablet.join.code')}
            hint={t('tablet.join.hint')}
            error={isScanned ? undefined : sentence}
            className={styles.code}
            value={code}
            onChange={({ target }) => {
              const clean = cleanCode(target.value);
              // Also where nothing changes for the page: the sign that was left out must not stand in the field.
              target.value = clean;
              change({ code: clean });
            }}
            dir="ltr"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={12}
            placeholder="······"
            readOnly={isBusy}
          />
          <Button type="submit" look="primary" large disabled={code.length !== codeLetters || isBusy}>
            {t(isBusy ? 'tablet.join.joining' : 'tablet.join.button')}
          </Button>
        </form>
      </main>
    </>
  );
}

/** By the name of the close code: withdrawn by the desk, or of a competition that the appliance does not have. */
function Refused({ by, session }: { readonly by: string; readonly session: TabletSession }) {
  const { t } = useText();
  if (by === 'competitionGone')
    return (
      <Banner
        tone="warn"
        urgent
        action={
          <Button large onClick={session.comeBack}>
            {t('join.again')}
          </Button>
        }
      >
        <strong>{t('tablet.join.over')}.</strong> {t('join.over')}
      </Banner>
    );
  return (
    <Banner tone="warn" urgent>
      <strong>{t('tablet.join.refused')}.</strong> {t('join.refused')}
    </Banner>
  );
}

/** Nobody has to scan the sheet again because the Wi-Fi came a minute later. */
function useAgainWhenOnline(session: TabletSession, tried: JoinBy | undefined) {
  useEffect(() => {
    if (!tried) return undefined;
    const again = () => session.join(tried);
    const timer = setTimeout(again, againAfterMs);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [session, tried]);
}

interface MoveScreenProps {
  readonly session: TabletSession;
  readonly view: TabletView;
  readonly pairing: Pairing | undefined;
  readonly to: JoinKey;
  readonly unsent: number;
}

export function MoveScreen({ session, view, pairing, to, unsent }: MoveScreenProps) {
  const { t } = useText();
  const butt = pairing?.butt ?? 0;
  // In another competition the numbers of its archers are somebody else's.
  const isSame = pairing?.competition === to.competition;
  return (
    <>
      <PageHeader title={t('tablet.title')} />
      <main id="content" className={styles.main}>
        <div className={styles.form}>
          <h2 className={styles.title}>{t('tablet.join.other')}</h2>
          <p className={styles.text}>
            {t(isSame ? 'tablet.join.other.same' : 'tablet.join.other.text', { count: unsent, butt })}
          </p>
          <Button look="primary" large onClick={session.stay}>
            {t('tablet.join.stay', { butt })}
          </Button>
          <Button large onClick={() => session.join({ key: to })}>
            {t('tablet.join.move', { next: to.butt })}
          </Button>
        </div>
        <KeptEnds outbox={view.outbox} sheet={view.sheet} butt={butt} />
      </main>
    </>
  );
}
