// One target: on the screen with its devices and a short code, on paper as a card to pin up.
import { useEffect, useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { DeviceView, JoinCodeView, TargetView } from '../../src/wire/api-targets.ts';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Logo } from '../parts/logo.tsx';
import { Qr } from '../parts/qr.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './target-card.module.css';

interface TargetCardProps {
  readonly competition: CompetitionView;
  readonly target: TargetView;
  /** Of this appliance, as devices reach it. */
  readonly address: string;
  readonly onChanged: () => void;
}

export function TargetCard({ competition, target, address, onChanged }: TargetCardProps) {
  const { t } = useText();
  const { butt, archers, joinPath } = target;
  const link = address + joinPath;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.butt}>{butt}</h3>
        <div className={styles.headText}>
          <p className={styles.competition}>{competition.name}</p>
          <p className={styles.targetName}>{t('tablet.target', { butt })}</p>
        </div>
        <Logo size={28} />
      </div>
      <div className={styles.rings} aria-hidden="true" />
      <div className={styles.body}>
        <a className={styles.qr} href={link} target="_blank" rel="noreferrer" title={t('desk.targets.scan')}>
          <Qr text={link} label={t('desk.targets.qr', { butt })} />
        </a>
        <ul className={styles.archers}>
          {archers.map(({ entry, letter, name, club, category }) => (
            <li key={entry}>
              <strong className={styles.letter}>{letter}</strong>
              <span>
                {name}
                <span className={styles.soft}>{[category, club].filter(Boolean).join(' · ')}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className={styles.scan}>
        {t('desk.targets.scan')} · {address.replace(/^https?:\/\//, '')}/tablet
      </p>
      <div className={styles.tools}>
        <ShortCode competition={competition.id} butt={butt} />
        <Devices competition={competition.id} devices={target.devices} onChanged={onChanged} />
      </div>
    </li>
  );
}

function ShortCode({ competition, butt }: { readonly competition: string; readonly butt: number }) {
  const text = useText();
  const { t } = text;
  const [code, setCode] = useState<JoinCodeView | 'expired' | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  useEffect(() => {
    if (typeof code !== 'object') return undefined;
    const timer = setTimeout(() => setCode('expired'), code.expiresInSeconds * 1000);
    return () => clearTimeout(timer);
  }, [code]);
  const ask = () => {
    setFailure(undefined);
    callApi<JoinCodeView>(`/api/competitions/${encodeURIComponent(competition)}/targets/${butt}/join-code`, {
      method: 'POST',
    }).then(setCode, (error: unknown) => setFailure(toFailure(error)));
  };
  return (
    <div className={styles.code}>
      {typeof code === 'object' ? (
        <p role="status">
          {t('desk.targets.code.text', { minutes: Math.max(1, Math.round(code.expiresInSeconds / 60)) })}
          <span className={styles.codeText}>{code.code}</span>
        </p>
      ) : (
        <>
          {code === 'expired' ? <p className={styles.soft}>{t('desk.targets.code.expired')}</p> : null}
          <Button onClick={ask}>{t('desk.targets.code')}</Button>
        </>
      )}
      {failure ? (
        <p className={styles.bad} role="alert">
          {sentenceOfError(text, failure)}
        </p>
      ) : null}
    </div>
  );
}

function Devices({
  competition,
  devices,
  onChanged,
}: {
  readonly competition: string;
  readonly devices: readonly DeviceView[];
  readonly onChanged: () => void;
}) {
  const { t } = useText();
  const present = devices.filter(({ revoked }) => !revoked);
  if (present.length === 0) return <p className={styles.soft}>{t('desk.targets.devices.none')}</p>;
  return (
    <ul className={styles.devices} aria-label={t('desk.targets.devices')}>
      {present.map((device) => (
        <Device key={device.id} competition={competition} device={device} onChanged={onChanged} />
      ))}
    </ul>
  );
}

function Device({
  competition,
  device,
  onChanged,
}: {
  readonly competition: string;
  readonly device: DeviceView;
  readonly onChanged: () => void;
}) {
  const text = useText();
  const { t } = text;
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const revoke = () => {
    setFailure(undefined);
    callApi(`/api/competitions/${encodeURIComponent(competition)}/devices/${encodeURIComponent(device.id)}`, {
      method: 'DELETE',
    }).then(onChanged, (error: unknown) => setFailure(toFailure(error)));
  };
  return (
    <li className={styles.device}>
      <span className={cx(styles.dot, device.online && styles.online)} aria-hidden="true" />
      <span className={styles.deviceName}>
        {asking ? t('desk.targets.revoke.confirm', { label: device.label }) : device.label}
        <span className={styles.soft}>{t(device.online ? 'desk.targets.online' : 'desk.targets.offline')}</span>
        {failure ? <span className={styles.bad}>{sentenceOfError(text, failure)}</span> : null}
      </span>
      {asking ? (
        <>
          <Button onClick={() => setAsking(false)}>{t('app.cancel')}</Button>
          <Button look="danger" onClick={revoke}>
            {t('desk.targets.revoke')}
          </Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('desk.targets.revoke')}
        </Button>
      )}
    </li>
  );
}
