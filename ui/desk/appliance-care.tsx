// What the organiser has to do about the appliance itself: backups that cannot be made, a certificate that ends. And how old the last backup is.
import { useState } from 'react';
import type { BackupStatus, CertificateStatus, StatusView } from '../../src/wire/api-status.ts';
import { Banner } from '../parts/banner.tsx';
import button from '../parts/button.module.css';
import { Button } from '../parts/button.tsx';
import { formatAgo, formatDay } from '../text/dates.ts';
import { useText } from '../text/text-context.tsx';
import styles from './network-card.module.css';

type CareFacts = Pick<StatusView, 'backup' | 'certificate' | 'now'>;

/** Until they are dealt with; one that was hidden comes again with the next page, or as another one. */
export function CareNotices({ status: { backup, certificate, now } }: { readonly status: CareFacts }) {
  return (
    <>
      {backup?.trouble ? <BackupNotice backup={backup} trouble={backup.trouble} now={now} /> : null}
      {certificate?.trouble ? <CertificateNotice certificate={certificate} trouble={certificate.trouble} /> : null}
    </>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly children: React.ReactNode;
}

function Notice({ title, children }: NoticeProps) {
  const { t } = useText();
  const [hidden, setHidden] = useState('');
  if (hidden === title) return null;
  return (
    <Banner tone="warn" action={<Button onClick={() => setHidden(title)}>{t('desk.notice.hide')}</Button>}>
      <strong>{title}</strong> {children}
    </Banner>
  );
}

interface BackupNoticeProps {
  readonly backup: BackupStatus;
  readonly trouble: NonNullable<BackupStatus['trouble']>;
  readonly now: number;
}

function BackupNotice({ backup, trouble: { kind, message }, now }: BackupNoticeProps) {
  const { t } = useText();
  return (
    <Notice title={t(`desk.backup.${kind}`)}>
      {t(`desk.backup.${kind}.text`, { why: message })} <LastBackup backup={backup} now={now} />
    </Notice>
  );
}

interface CertificateNoticeProps {
  readonly certificate: CertificateStatus;
  readonly trouble: NonNullable<CertificateStatus['trouble']>;
}

function CertificateNotice({ certificate: { validTo }, trouble: { kind, message } }: CertificateNoticeProps) {
  const { t, language } = useText();
  return (
    <Notice title={t(`desk.certificate.${kind}`, { day: formatDay(language, validTo) })}>
      {t(`desk.certificate.${kind}.text`, { why: message })}
    </Notice>
  );
}

function LastBackup({ backup, now }: Pick<BackupNoticeProps, 'backup' | 'now'>) {
  const { t, language } = useText();
  if (backup.lastAt === null) return t('desk.backup.none');
  return t('desk.backup.last', { when: formatAgo(language, now - backup.lastAt) });
}

export function BackupCard({ status: { backup, now } }: { readonly status: CareFacts }) {
  const { t } = useText();
  if (!backup) return null;
  return (
    <section className={styles.card} aria-labelledby="backups">
      <h2 id="backups">{t('desk.backup')}</h2>
      <p>
        <LastBackup backup={backup} now={now} />
      </p>
      {backup.nextAt === null ? <p className={styles.soft}>{t('desk.backup.off')}</p> : null}
      <p className={styles.action}>
        <a className={button.button} href="/api/backup" download>
          {t('desk.backup.get')}
        </a>
      </p>
      <p className={styles.soft}>{t('desk.backup.secret')}</p>
    </section>
  );
}
