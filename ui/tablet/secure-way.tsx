// On a tablet that came by plain http: the way to the page by https, which opens without a network and keeps the screen on. First the device
// has to trust the appliance; whether it does is tried, not asked.
import { useEffect, useState } from 'react';
import type { Bootstrap } from '../../src/wire/api-access.ts';
import type { Pairing } from '../link/outbox-storage.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { handOverFragment } from './hand-over.ts';

type Trust = 'asking' | 'trusted' | 'untrusted';

/** A socket says whether the certificate is trusted, and nobody sees a warning. */
function useTrust(realtimePort: number | undefined): Trust {
  const [trust, setTrust] = useState<Trust>('asking');
  useEffect(() => {
    if (realtimePort === undefined) return undefined;
    const socket = new WebSocket(`wss://${window.location.hostname}:${realtimePort}/board`);
    socket.onopen = () => {
      setTrust('trusted');
      socket.close();
    };
    socket.onerror = () => setTrust('untrusted');
    return () => {
      socket.onopen = null;
      socket.onerror = null;
      socket.close();
    };
  }, [realtimePort]);
  return trust;
}

interface SecureWayProps {
  readonly pairing: Pairing;
  /** Nothing that was typed here would be left behind. */
  readonly canLeave: boolean;
}

export function SecureWay({ pairing, canLeave }: SecureWayProps) {
  const { t } = useText();
  const isSecure = window.isSecureContext;
  const { data } = useApi<Bootstrap>(isSecure ? undefined : '/api/bootstrap');
  const secure = data?.secure;
  const trust = useTrust(secure?.realtimePort);
  if (isSecure || !secure || trust === 'asking') return null;
  if (trust === 'untrusted') {
    return (
      <p>
        {t('tablet.secure.untrusted')}{' '}
        <a href="/trust" target="_blank" rel="noreferrer">
          {t('tablet.secure.trust')}
        </a>
      </p>
    );
  }
  if (!canLeave) return <p>{t('tablet.secure.wait')}</p>;
  const page = `https://${window.location.hostname}:${secure.port}/tablet`;
  return (
    <p>
      {t('tablet.secure.trusted')} <a href={page + handOverFragment(pairing)}>{t('tablet.secure.open')}</a>
    </p>
  );
}
