// Archiving a competition, after a second look, and reopening it, which takes that back.
import { useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { type ApiFailure, callApi, pathOf, toFailure } from '../store/api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './closing.module.css';
import desk from './desk.module.css';
import { useExpiry } from './use-expiry.ts';

interface ClosingProps {
  readonly competition: CompetitionView;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

function useClosing({ competition, onChanged, onExpired }: ClosingProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  useExpiry(failure, onExpired);
  const change = (how: Parameters<typeof callApi>[1]) => {
    setBusy(true);
    setFailure(undefined);
    callApi(pathOf('competitions', competition.id, 'closed'), how)
      .then(onChanged, (error: unknown) => setFailure(toFailure(error)))
      .finally(() => setBusy(false));
  };
  return { change, busy, failure };
}

/** Over every section of an archived competition. */
export function ArchivedNotice(props: ClosingProps) {
  const { t } = useText();
  const { change, busy, failure } = useClosing(props);
  return (
    <>
      <Banner
        tone="info"
        action={
          <Button disabled={busy} onClick={() => change({ method: 'DELETE' })}>
            {t('desk.closing.reopen')}
          </Button>
        }
      >
        {t('desk.closing.archived')}
      </Banner>
      {failure ? <Failure failure={failure} /> : null}
    </>
  );
}

export function ArchiveCompetition(props: ClosingProps) {
  const { t } = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { change, busy, failure } = useClosing(props);
  return (
    <section className={styles.section} aria-labelledby="closing">
      <h3 id="closing" className={desk.sectionTitle}>
        {t('desk.closing.title')}
      </h3>
      <p className={styles.text}>{t(isAsking ? 'desk.closing.sure' : 'desk.closing.text')}</p>
      {isAsking ? (
        <div className={styles.actions}>
          <Button look="primary" disabled={busy} onClick={() => change({ method: 'PUT', json: {} })}>
            {t('desk.closing.archive')}
          </Button>
          <Button disabled={busy} onClick={() => setIsAsking(false)}>
            {t('desk.closing.keep')}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setIsAsking(true)}>{t('desk.closing.ask')}</Button>
      )}
      {failure ? <Failure failure={failure} /> : null}
    </section>
  );
}
