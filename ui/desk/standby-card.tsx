// The machines that follow this appliance, ready to take over, and how far they are.
import type { StandbyView } from '../../src/wire/api-standby.ts';
import type { StatusView } from '../../src/wire/api-status.ts';
import { formatAgo } from '../text/dates.ts';
import { useText } from '../text/text-context.tsx';
import styles from './network-card.module.css';

/** It asks again after a quarter of a minute at the latest. */
const lateMs = 40_000;

type StandbyFacts = Pick<StatusView, 'standbys' | 'now'>;

export function StandbyCard({ status: { standbys, now } }: { readonly status: StandbyFacts }) {
  const { t } = useText();
  return (
    <section className={styles.card} aria-labelledby="standbys">
      <h2 id="standbys">{t('desk.standby')}</h2>
      {standbys.map((each) => (
        <p key={each.id}>
          <strong>{each.name}</strong> <StandbyState standby={each} now={now} />
        </p>
      ))}
      {standbys.length === 0 ? <p className={styles.soft}>{t('desk.standby.none')}</p> : null}
    </section>
  );
}

function StandbyState({ standby, now }: { readonly standby: StandbyView; readonly now: number }) {
  const { t, language } = useText();
  const { seenAt, behind, others } = standby;
  if (seenAt === null) return t('desk.standby.unheard');
  if (now - seenAt > lateMs) return t('desk.standby.late', { when: formatAgo(language, now - seenAt) });
  if (others.length > 0) return t('desk.standby.other');
  return behind === 0 ? t('desk.standby.whole') : t('desk.standby.behind', { count: behind });
}
