// One target: on the screen with its devices and a short code, on paper as a card to pin up.
import { useEffect, useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { JoinCodeView, TargetView } from '../../src/wire/api-targets.ts';
import { Button } from '../parts/button.tsx';
import { Logo } from '../parts/logo.tsx';
import { Qr } from '../parts/qr.tsx';
import { Rings } from '../parts/rings.tsx';
import { type ApiFailure, callApi, toFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import styles from './target-card.module.css';
import { TargetDevices } from './target-devices.tsx';

interface TargetCardProps {
  readonly competition: CompetitionView;
  readonly target: TargetView;
  /** Of this appliance, as devices reach it. */
  readonly address: string;
  /** Of the whole competition. */
  readonly butts: readonly number[];
  readonly onChanged: () => void;
}

export function TargetCard({ competition, target, address, butts, onChanged }: TargetCardProps) {
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
      <Rings />
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
        <TargetDevices competition={competition} devices={target.devices} butts={butts} onChanged={onChanged} />
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
          <span className={styles.codeText} dir="ltr">
            {code.code}
          </span>
          <span className={styles.soft}>{t('devices.code.once')}</span>
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
