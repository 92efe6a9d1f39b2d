// The desk runs the clock of a session, or the competition's own: lines that are called one after the other; below, what is seldom needed.
import { type ReactNode, useCallback, useMemo } from 'react';
import { lineClockKey } from '../../src/domain/clock/kept-clock.ts';
import { newClock, withSetting } from '../../src/domain/clock/run-clock.ts';
import type { ClockFace, ShootingClock } from '../../src/domain/clock/shooting-clock.ts';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { EntryView } from '../../src/wire/api-entries.ts';
import { Banner } from '../parts/banner.tsx';
import { ClockPanel, lineName, useShownClock } from '../parts/clock-face.tsx';
import { Skeleton } from '../parts/empty.tsx';
import { pathOf } from '../store/api.ts';
import type { ClockStore } from '../store/clock-store.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import { actionOfKey, actionsOf, actOnClock, type ClockAction } from './clock-actions.ts';
import styles from './clock-desk.module.css';
import { ClockKeys } from './clock-keys.tsx';
import { firstTimes, proposeLines, proposeTimes } from './clock-proposal.ts';
import { type ClockSetting, ClockSettingForm } from './clock-setting.tsx';
import type { ClockControl } from './use-clock-control.ts';
import { useKeyboard } from './use-keyboard.ts';

interface LineClockProps {
  readonly competition: CompetitionView;
  /** 0: the competition's own. */
  readonly session: number;
  /** Whose session it is; empty for all. */
  readonly categories: readonly string[];
  readonly store: ClockStore;
  readonly control: ClockControl;
}

export function clockOfSession(store: ClockStore, session: number): ShootingClock | undefined {
  const kept = store.clocks().find((each) => each.of === 'lines' && each.session === session);
  return kept?.of === 'lines' ? kept.clock : undefined;
}

export function LineClock({ competition, session, categories, store, control }: LineClockProps) {
  const { t } = useText();
  const shown = useShownClock(store, [lineClockKey(session)])?.shown;
  const entries = useApi<readonly EntryView[]>(pathOf('competitions', competition.id, 'entries'));
  const isHere = (category: string) => categories.length === 0 || categories.includes(category);
  const roundIds = competition.categories.filter(({ code }) => isHere(code)).map(({ roundId }) => roundId);
  const rounds = roundIds.join('\n');
  const proposals = useMemo(() => proposeTimes(rounds.split('\n')), [rounds]);
  const clock = clockOfSession(store, session);

  const set = (setting: ClockSetting) => {
    const present = clock ?? newClock(setting.lines, setting);
    control.set({ of: 'lines', session, clock: withSetting(present, setting) });
  };
  const first = () => {
    const targets = (entries.data ?? []).filter(({ category }) => isHere(category)).map(({ target }) => target);
    return newClock(proposeLines(targets), firstTimes(proposals));
  };
  const present = clock ?? (entries.data || entries.failure ? first() : undefined);
  return (
    <>
      {shown?.of === 'lines' ? (
        <Running face={shown.face} session={session} store={store} control={control} competition={competition.id} />
      ) : clock ? (
        <Banner tone="info">{t('clock.unknownTime')}</Banner>
      ) : null}
      {present ? (
        <Setting present={present} isOpen={!clock}>
          <ClockSettingForm present={present} proposals={proposals} isFirst={!clock} onSet={set} />
        </Setting>
      ) : (
        <Skeleton rows={4} label={t('app.loading')} />
      )}
    </>
  );
}

interface SettingProps {
  readonly isOpen: boolean;
  readonly present: ShootingClock;
  readonly children: ReactNode;
}

function Setting({ isOpen, present, children }: SettingProps) {
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

interface RunningProps extends Pick<LineClockProps, 'session' | 'store' | 'control'> {
  readonly face: ClockFace;
  readonly competition: string;
}

function Running({ face, session, store, control, competition }: RunningProps) {
  const { t } = useText();
  const { press } = control;
  const act = useCallback(
    (action: ClockAction) =>
      press((now) => {
        const clock = clockOfSession(store, session);
        return clock && { of: 'lines', session, clock: actOnClock(action, clock, now) };
      }, action === 'emergency'),
    [press, store, session],
  );
  const onKey = useCallback(
    (key: string) => {
      const shown = store.shown([lineClockKey(session)])?.shown;
      const action = shown?.of === 'lines' ? actionOfKey(key, shown.face) : undefined;
      if (action) act(action);
      return action !== undefined;
    },
    [store, session, act],
  );
  useKeyboard(onKey);
  const nameOf = (action: ClockAction) => {
    if (action !== 'call') return t(`clock.${action}`);
    return face.line === '' ? t('clock.call.all') : t('clock.call', { line: face.line });
  };
  return (
    <>
      <ClockPanel face={face} />
      <ClockKeys
        actions={actionsOf(face)}
        nameOf={nameOf}
        onPress={act}
        store={store}
        competition={competition}
        clock={lineClockKey(session)}
        hint={t('clock.keys')}
      />
    </>
  );
}
