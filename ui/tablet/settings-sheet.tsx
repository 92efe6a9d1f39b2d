// What whoever scores may choose on this tablet, what works here and what does not, and the way to another target.
import { type ReactNode, useState } from 'react';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { shaftsMm } from '../parts/plot-geometry.ts';
import type { Awake } from '../parts/use-awake.ts';
import { useText } from '../text/text-context.tsx';
import { canVibrate, giveSignal } from './feedback.ts';
import type { OfflinePage } from './offline-page.ts';
import styles from './settings-sheet.module.css';
import { type TabletSettings, turnOrders, typingWays } from './tablet-settings.ts';

interface SettingsSheetProps {
  readonly settings: TabletSettings;
  readonly awake: Awake;
  readonly offlinePage: OfflinePage;
  readonly onChange: (settings: TabletSettings) => void;
  /** The way to the page by https; nothing where this is it. */
  readonly secureWay: ReactNode;
  /** What else may be chosen at this target. */
  readonly children?: ReactNode;
}

export function SettingsSheet(props: SettingsSheetProps) {
  const { settings, awake, offlinePage, secureWay, onChange, children } = props;
  const { t } = useText();
  const { order, way, shaftMm, sound, vibration } = settings;
  return (
    <div className={styles.settings}>
      <Choices label={t('tablet.settings.order')}>
        {turnOrders.map((each) => (
          <Choice
            key={each}
            name="order"
            isChosen={each === order}
            onChoose={() => onChange({ ...settings, order: each })}
          >
            {t(`tablet.settings.order.${each}`)}
          </Choice>
        ))}
      </Choices>
      <Choices label={t('tablet.settings.way')}>
        {typingWays.map((each) => (
          <Choice key={each} name="way" isChosen={each === way} onChoose={() => onChange({ ...settings, way: each })}>
            {t(`tablet.settings.way.${each}`)}
          </Choice>
        ))}
      </Choices>
      {way === 'face' ? (
        <Choices label={t('tablet.settings.shaft')}>
          {shaftsMm.map((each) => (
            <Choice
              key={each}
              name="shaft"
              isChosen={each === shaftMm}
              onChoose={() => onChange({ ...settings, shaftMm: each })}
            >
              {t('tablet.settings.shaft.mm', { mm: each })}
            </Choice>
          ))}
        </Choices>
      ) : null}
      <Choices label={t('tablet.settings.feedback')}>
        <Switch
          isOn={sound}
          onSwitch={(isOn) => {
            const next = { ...settings, sound: isOn };
            onChange(next);
            giveSignal('arrow', next);
          }}
        >
          {t('tablet.settings.sound')}
        </Switch>
        {canVibrate() ? (
          <Switch
            isOn={vibration}
            onSwitch={(isOn) => {
              const next = { ...settings, vibration: isOn };
              onChange(next);
              giveSignal('arrow', next);
            }}
          >
            {t('tablet.settings.vibration')}
          </Switch>
        ) : null}
      </Choices>
      <div className={styles.pickers}>
        <LanguagePicker />
        <ThemePicker />
      </div>
      {children}
      <Abilities awake={awake} offlinePage={offlinePage} secureWay={secureWay} />
    </div>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>{label}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ name, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly children: ReactNode;
}

function Switch({ isOn, onSwitch, children }: SwitchProps) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
      <span>{children}</span>
    </label>
  );
}

/** In words what a browser keeps from pages that came over plain http, so that nobody finds out in the rain. */
function Abilities({ awake, offlinePage, secureWay }: Pick<SettingsSheetProps, 'awake' | 'offlinePage' | 'secureWay'>) {
  const { t } = useText();
  // What asks the appliance asks only for somebody who looks.
  const [isOpen, setOpen] = useState(false);
  const lines = [
    t(`tablet.help.offline.${offlinePage}`),
    awake === 'asking' ? undefined : t(`tablet.help.awake.${awake}`),
    canVibrate() ? undefined : t('tablet.help.noVibration'),
  ].filter((line) => line !== undefined);
  return (
    <details className={styles.help} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('tablet.help')}</summary>
      <ul>
        <li>{t('tablet.help.kept')}</li>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isOpen ? secureWay : null}
    </details>
  );
}
