// How results get out of the venue: live over the internet, and as files on a web space. Nothing in the venue waits for either.
import type { PublishingStatus, RelayStatus } from '../../src/wire/api-relay.ts';
import type { StatusView } from '../../src/wire/api-status.ts';
import { formatAgo } from '../text/dates.ts';
import type { MessageKey } from '../text/en.ts';
import { useText } from '../text/text-context.tsx';
import styles from './network-card.module.css';

type OutletFacts = Pick<StatusView, 'relay' | 'publishing' | 'now'>;

export function OutletsCard({ status: { relay, publishing, now } }: { readonly status: OutletFacts }) {
  const { t } = useText();
  return (
    <section className={styles.card} aria-labelledby="outlets">
      <h2 id="outlets">{t('desk.outlets')}</h2>
      {relay ? <RelayFacts relay={relay} now={now} /> : null}
      {publishing ? <PublishingFacts publishing={publishing} now={now} /> : null}
      {relay ? null : <p className={styles.soft}>{t('desk.outlets.relayOff')}</p>}
      {publishing ? null : <p className={styles.soft}>{t('desk.outlets.publishOff')}</p>}
    </section>
  );
}

function wordsOf({ state, why }: RelayStatus): MessageKey {
  if (state !== 'down') return `desk.outlets.${state}`;
  return why === 'refused' || why === 'intercepted' ? `desk.outlets.${why}` : 'desk.outlets.down';
}

function RelayFacts({ relay, now }: { readonly relay: RelayStatus; readonly now: number }) {
  const { t, language } = useText();
  const { usedToday, perDay, lastSentAt, waiting, listeners, detail, state } = relay;
  return (
    <>
      <p>
        <strong>{t(wordsOf(relay))}</strong>{' '}
        {lastSentAt === null ? null : t('desk.outlets.sent', { when: formatAgo(language, now - lastSentAt) })}
      </p>
      {detail !== '' && state !== 'up' ? <p className={styles.soft}>{t('desk.outlets.detail', { detail })}</p> : null}
      <p className={styles.soft}>
        {t('desk.outlets.used', { used: usedToday, all: perDay })} {t('desk.outlets.listeners', { count: listeners })}{' '}
        {waiting > 0 ? t('desk.outlets.waiting', { count: waiting }) : null}
      </p>
    </>
  );
}

function PublishingFacts({ publishing, now }: { readonly publishing: PublishingStatus; readonly now: number }) {
  const { t, language } = useText();
  const { to, lastAt, files, trouble } = publishing;
  return (
    <>
      <p>
        <strong>{t(trouble === null ? 'desk.outlets.published' : 'desk.outlets.notPublished')}</strong>{' '}
        <span dir="ltr">{to}</span>
      </p>
      {trouble === null ? null : <p>{t('desk.outlets.trouble', { trouble })}</p>}
      <p className={styles.soft}>
        {t('desk.outlets.files', { count: files })}{' '}
        {lastAt === null ? null : t('desk.outlets.written', { when: formatAgo(language, now - lastAt) })}
      </p>
    </>
  );
}
