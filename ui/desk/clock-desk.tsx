// The desk runs the shooting clock: one large button that goes on, a red one that stops everything, and what is seldom needed below.
import { useEffect, useMemo } from 'react';
import { newClock, withSetting } from '../../src/domain/clock/run-clock.ts';
import type { ShootingClock } from '../../src/domain/clock/shooting-clock.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import { Banner } from '../parts/banner.tsx';
import { Button, ButtonLink } from '../parts/button.tsx';
import { ClockPanel, lineName, useShownClock } from '../parts/clock-face.tsx';
import { HornButton } from '../parts/clock-horn.tsx';
import { Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { useAwake } from '../parts/use-awake.ts';
import { pathOf } from '../store/api.ts';
import type { ClockStore, ShownClock } from '../store/clock-store.ts';
import { useApi } from '../store/use-api.ts';
import { viewerSession } from '../store/viewer-session.ts';
import { useText } from '../text/text-context.tsx';
import { actionOfKey, actionsOf, type ClockAction } from './clock-actions.ts';
import styles from './clock-desk.module.css';
import { firstTimes, proposeLines, proposeTimes } from './clock-proposal.ts';
import { type ClockSetting, ClockSettingForm } from './clock-setting.tsx';
import { type ClockControl, useClockControl } from './use-clock-control.ts';
import { useExpiry } from './use-expiry.ts';

interface ClockDeskProps {
  readonly competition: CompetitionView;
  readonly onExpired: () => void;
}

export function ClockDesk({ competition, onExpired }: ClockDeskProps) {
  const { t } = useText();
  const store = viewerSession().clock(competition.id);
  const shown = useShownClock(store);
  const control = useClockControl(competition.id, store);
  const entries = useApi<readonly EntryView[]>(pathOf('competitions', competition.id, 'entries'));
  const proposals = useMemo(() => proposeTimes(competition.categories.map(({ roundId }) => roundId)), [competition]);
  useExpiry(control.failure, onExpired);
  useAwake();

  const set = (setting: ClockSetting) => {
    const clock = store.clock() ?? newClock(setting.lines, setting);
    control.set(withSetting(clock, setting));
  };
  const first = (): Omit<ShootingClock, 'line' | 'phase'> => ({
    ...newClock(proposeLines((entries.data ?? []).map(({ target }) => target)), firstTimes(proposals)),
  });
  const present = store.clock() ?? (entries.data || entries.failure ? first() : undefined);
  return (
    <div className={styles.desk}>
      {control.failure ? (
        <>
          <Banner tone="bad" urgent>
            {t('clock.sent.failed')}
          </Banner>
          <Failure failure={control.failure} />
        </>
      ) : null}
      {shown ? (
        <Running shown={shown} control={control} store={store} competition={competition.id} />
      ) : store.clock() ? (
        <Banner tone="info">{t('clock.unknownTime')}</Banner>
      ) : null}
      {present ? (
        <Setting present={present} isOpen={!store.clock()}>
          <ClockSettingForm present={present} proposals={proposals} isFirst={!store.clock()} onSet={set} />
        </Setting>
      ) : (
        <Skeleton rows={4} label={t('app.loading')} />
      )}
    </div>
  );
}

function Setting({
  isOpen,
  present,
  children,
}: {
  readonly isOpen: boolean;
  readonly present: Omit<ShootingClock, 'line' | 'phase'>;
  readonly children: React.ReactNode;
}) {
  const text = useText();
  const names = present.lines.map((line) => lineName(text, line)).join(' – ');
  return (
    <details className={styles.details} open={isOpen}>
      <summary className={styles.summary}>
        {text.t('clock.setting')}
        {isOpen ? null : (
          <span className={styles.soft}>
            {names} · {text.t('clock.seconds', { count: present.shootingSeconds })}
          </span>
        )}
      </summary>
      {children}
    </details>
  );
}

interface RunningProps {
  readonly shown: ShownClock;
  readonly control: ClockControl;
  readonly store: ClockStore;
  readonly competition: string;
}

function Running({ shown, control, store, competition }: RunningProps) {
  const { t } = useText();
  const { face } = shown;
  const [main, ...others] = actionsOf(face);
  useClockKeys(store, control.act);
  return (
    <>
      <ClockPanel face={face} />
      <div className={styles.keys}>
        <Button look="primary" className={styles.main} onClick={() => control.act(main)}>
          <ActionName action={main} shown={shown} />
        </Button>
        <button type="button" className={styles.emergency} onClick={() => control.act('emergency')}>
          {t('clock.emergency')}
          <span className={styles.hint}>{t('clock.emergency.hint')}</span>
        </button>
      </div>
      <div className={styles.others}>
        {others.map((action) => (
          <Button key={action} large onClick={() => control.act(action)}>
            <ActionName action={action} shown={shown} />
          </Button>
        ))}
        <span className={styles.gap} />
        <HornButton store={store} />
        <ButtonLink href={`/board/${encodeURIComponent(competition)}?clock`} target="_blank" rel="noreferrer">
          {t('clock.wall')}
        </ButtonLink>
      </div>
      <p className={styles.soft}>{t('clock.keys')}</p>
    </>
  );
}

function ActionName({ action, shown }: { readonly action: ClockAction; readonly shown: ShownClock }) {
  const { t } = useText();
  const { line } = shown.face;
  if (action === 'call') return line === '' ? t('clock.call.all') : t('clock.call', { line });
  return t(`clock.${action}`);
}

/** Keys work wherever nothing else takes them: not in a field, and the space bar not on another button. */
function useClockKeys(store: ClockStore, act: (action: ClockAction) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (target instanceof Element && target.closest('input, select, textarea, dialog')) return;
      if (key === ' ' && target instanceof Element && target.closest('button, a, summary')) return;
      const face = store.shown()?.face;
      const action = face && actionOfKey(key, face);
      if (!action) return;
      event.preventDefault();
      act(action);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, act]);
}
