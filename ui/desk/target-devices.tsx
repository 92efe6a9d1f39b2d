// The devices of a target: whether each is connected, its name, and the ways to move, rename and withdraw it.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { DeviceView } from '../../src/wire/api-targets.ts';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Field } from '../parts/field.tsx';
import { type ApiFailure, callApi, pathOf, toFailure } from '../store/api.ts';
import { sentenceOfError } from '../text/sentences.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import desk from './desk.module.css';
import styles from './target-card.module.css';

interface TargetDevicesProps {
  readonly competition: CompetitionView;
  readonly devices: readonly DeviceView[];
  /** Where a device may be moved to. */
  readonly butts: readonly number[];
  readonly onChanged: () => void;
}

export function TargetDevices({ competition, devices, butts, onChanged }: TargetDevicesProps) {
  const { t } = useText();
  const present = devices.filter(({ revoked }) => !revoked);
  if (present.length === 0) return <p className={styles.soft}>{t('desk.targets.devices.none')}</p>;
  return (
    <ul className={styles.devices} aria-label={t('desk.targets.devices')}>
      {present.map((device) => (
        <Device key={device.id} competition={competition} device={device} butts={butts} onChanged={onChanged} />
      ))}
    </ul>
  );
}

interface DeviceProps extends Omit<TargetDevicesProps, 'devices'> {
  readonly device: DeviceView;
}

type Doing = 'nothing' | 'changing' | 'withdrawing';

/** One that joined over the interface need not have said its name. */
function nameOf({ t }: Translator, { label }: DeviceView): string {
  return label === '' ? t('devices.unnamed') : label;
}

function Device({ competition, device, butts, onChanged }: DeviceProps) {
  const text = useText();
  const { t } = text;
  const [doing, setDoing] = useState<Doing>('nothing');
  const finish = () => {
    setDoing('nothing');
    onChanged();
  };
  const stop = () => setDoing('nothing');
  const isDouble = competition.scoring === 'two';
  const name = nameOf(text, device);
  const state = t(device.online ? 'desk.targets.online' : 'desk.targets.offline');
  return (
    <li className={styles.device}>
      <div className={styles.deviceRow}>
        <span className={cx(styles.dot, device.online && styles.online)} aria-hidden="true" />
        <span className={styles.deviceName}>
          {name}
          <span className={styles.soft}>{isDouble ? `${t(`devices.card.${device.card}`)} · ${state}` : state}</span>
        </span>
        {doing === 'nothing' ? (
          <>
            <Button
              look="quiet"
              onClick={() => setDoing('changing')}
              aria-label={t('devices.change.title', { label: name })}
            >
              {t('devices.change')}
            </Button>
            <Button
              look="quiet"
              onClick={() => setDoing('withdrawing')}
              aria-label={`${t('desk.targets.revoke')}: ${name}`}
            >
              {t('desk.targets.revoke')}
            </Button>
          </>
        ) : null}
      </div>
      {doing === 'changing' ? (
        <ChangeDevice {...{ competition, device, butts, isDouble }} onDone={finish} onCancel={stop} />
      ) : null}
      {doing === 'withdrawing' ? <WithdrawDevice {...{ competition, device }} onDone={finish} onCancel={stop} /> : null}
    </li>
  );
}

/** A call, whether it is under way, and why it did not work: what was chosen stays where it is. */
function useCall(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const call = (path: string, how: Parameters<typeof callApi>[1]) => {
    setBusy(true);
    setFailure(undefined);
    callApi(path, how)
      .then(onDone, (error: unknown) => setFailure(toFailure(error)))
      .finally(() => setBusy(false));
  };
  return { call, busy, failure };
}

interface DoneProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface ChangeDeviceProps extends DeviceChoice, DoneProps {
  readonly butts: readonly number[];
  readonly isDouble: boolean;
}

interface DeviceChoice {
  readonly competition: CompetitionView;
  readonly device: DeviceView;
}

function ChangeDevice({ competition, device, butts, isDouble, onDone, onCancel }: ChangeDeviceProps) {
  const text = useText();
  const { t } = text;
  const [label, setLabel] = useState(device.label);
  const [butt, setButt] = useState(device.butt);
  const [card, setCard] = useState(device.card);
  const { call, busy, failure } = useCall(onDone);
  const name = nameOf(text, device);
  const save = (event: FormEvent) => {
    event.preventDefault();
    call(pathOf('competitions', competition.id, 'devices', device.id), {
      method: 'PATCH',
      json: { label: label.trim(), butt, card },
    });
  };
  return (
    <form className={styles.deviceForm} onSubmit={save} aria-label={t('devices.change.title', { label: name })}>
      <Field
        label={t('devices.name')}
        value={label}
        maxLength={80}
        onChange={({ target }) => setLabel(target.value)}
        error={failure ? sentenceOfError(text, failure) : undefined}
      />
      <label className={desk.selectField}>
        <span>{t('devices.target')}</span>
        <select className={desk.select} value={butt} onChange={({ target }) => setButt(Number(target.value))}>
          {butts.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {isDouble ? (
        <label className={desk.selectField}>
          <span>{t('devices.card')}</span>
          <select
            className={desk.select}
            value={card}
            onChange={({ target }) => setCard(target.value === 'second' ? 'second' : 'first')}
          >
            <option value="first">{t('devices.card.first')}</option>
            <option value="second">{t('devices.card.second')}</option>
          </select>
        </label>
      ) : null}
      {butt === device.butt ? null : (
        <p className={styles.soft} role="status">
          {t('devices.moved', { label: label.trim() || name, butt })}
        </p>
      )}
      <div className={styles.deviceRow}>
        <Button type="submit" look="primary" disabled={busy || (label.trim() === '' && device.label !== '')}>
          {t('devices.save')}
        </Button>
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
      </div>
    </form>
  );
}

function WithdrawDevice({ competition, device, onDone, onCancel }: DeviceChoice & DoneProps) {
  const text = useText();
  const { t } = text;
  const { call, busy, failure } = useCall(onDone);
  const group = useRef<HTMLElement>(null);
  // The button that was pressed is gone: a keyboard goes on here.
  useEffect(() => group.current?.focus(), []);
  const withdraw = () => call(pathOf('competitions', competition.id, 'devices', device.id), { method: 'DELETE' });
  return (
    <section
      className={styles.deviceForm}
      tabIndex={-1}
      ref={group}
      aria-label={t('desk.targets.revoke.confirm', { label: nameOf(text, device) })}
    >
      <p>
        <strong>{t('desk.targets.revoke.confirm', { label: nameOf(text, device) })}</strong>{' '}
        {t('devices.withdraw.text')}
      </p>
      {failure ? (
        <p className={styles.bad} role="alert">
          {sentenceOfError(text, failure)}
        </p>
      ) : null}
      <div className={styles.deviceRow}>
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
        <Button look="danger" onClick={withdraw} disabled={busy}>
          {t('desk.targets.revoke')}
        </Button>
      </div>
    </section>
  );
}
