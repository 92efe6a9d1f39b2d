// How this appliance is reached: every address with its code, its name, the secure way in, and what devices compare before they trust it. And
// the notice when an address has gone that QR codes were printed with.
import { useState } from 'react';
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { CertificateStatus } from '../../src/wire/api-status.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Qr } from '../parts/qr.tsx';
import { recall, remember } from '../store/remember.ts';
import { formatDay } from '../text/dates.ts';
import { useText } from '../text/text-context.tsx';
import styles from './network-card.module.css';

type NetworkFacts = Pick<Bootstrap, 'addresses' | 'goneAddresses' | 'name' | 'secure'>;

const dealtWith = 'goneAddresses';

export function AddressNotice({ network }: { readonly network: NetworkFacts }) {
  const { t } = useText();
  const [settled, setSettled] = useState(() => recall(dealtWith));
  const { addresses, goneAddresses } = network;
  const gone = goneAddresses.join(' ');
  if (gone === '' || gone === settled) return null;
  const settle = () => {
    remember(dealtWith, gone);
    setSettled(gone);
  };
  return (
    <Banner tone="warn" action={<Button onClick={settle}>{t('desk.network.settled')}</Button>}>
      <strong>{t('desk.network.changed', { now: addresses.join(', ') })}</strong>{' '}
      {t('desk.network.changed.text', { gone: goneAddresses.join(', ') })}
    </Banner>
  );
}

interface NetworkCardProps {
  readonly network: NetworkFacts;
  readonly certificate: CertificateStatus | null;
}

export function NetworkCard({ network, certificate }: NetworkCardProps) {
  const { t, language } = useText();
  const { addresses, name, secure } = network;
  const port = new URL(addresses[0] ?? window.location.origin).port;
  return (
    <section className={styles.card} aria-labelledby="network">
      <h2 id="network">{t('desk.network')}</h2>
      <p className={styles.soft}>{t('desk.network.text')}</p>
      <ul className={styles.addresses}>
        {addresses.map((address) => (
          <li key={address}>
            <div className={styles.qr}>
              <Qr text={address} label={address} />
            </div>
            <span className={styles.url} dir="ltr">
              {address}
            </span>
          </li>
        ))}
      </ul>
      {name === null ? null : <p>{t('desk.network.name', { address: `http://${name}:${port}` })}</p>}
      {secure ? <SecureFacts secure={secure} /> : <p className={styles.soft}>{t('desk.network.plain')}</p>}
      {certificate ? (
        <p className={styles.soft}>{t('desk.certificate.until', { day: formatDay(language, certificate.validTo) })}</p>
      ) : null}
    </section>
  );
}

function SecureFacts({ secure: { port, fingerprint } }: { readonly secure: NonNullable<Bootstrap['secure']> }) {
  const { t } = useText();
  return (
    <>
      <p>{t('desk.network.secure', { address: `https://${window.location.hostname}:${port}` })}</p>
      {fingerprint === null ? null : (
        <>
          <p>
            {t('desk.network.trust')}{' '}
            <a href="/trust" target="_blank" rel="noreferrer">
              {t('desk.network.trust.how')}
            </a>
          </p>
          <p className={styles.fingerprint} dir="ltr">
            {fingerprint}
          </p>
        </>
      )}
    </>
  );
}
