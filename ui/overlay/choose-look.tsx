// How an overlay looks and where it stands.
import { type ReactNode, useId } from 'react';
import { Select } from '../parts/select.tsx';
import { languages } from '../text/languages.ts';
import { useText } from '../text/text-context.tsx';
import styles from './builder.module.css';
import type { OverlayKind } from './overlay-kind.ts';
import { fields, type OverlayField, type OverlayOptions, positions, readOptions } from './overlay-options.ts';

interface ChooseLookProps {
  readonly kind: OverlayKind['kind'];
  readonly options: OverlayOptions;
  readonly onChange: (options: OverlayOptions) => void;
}

const fieldsOf: Readonly<Record<OverlayKind['kind'], readonly OverlayField[]>> = {
  leaderboard: fields.filter((field) => field !== 'chance'),
  athlete: fields.filter((field) => field !== 'chance'),
  match: ['title', 'club', 'arrows', 'chance'],
  clock: [],
};

export function ChooseLook({ kind, options, onChange }: ChooseLookProps) {
  const { t } = useText();
  const set = (part: Partial<OverlayOptions>) => onChange({ ...options, ...part });
  return (
    <>
      {fieldsOf[kind].length > 0 ? (
        <fieldset className={styles.group}>
          <legend className={styles.label}>{t('overlay.fields')}</legend>
          {fieldsOf[kind].map((field) => (
            <Check
              key={field}
              label={t(`overlay.field.${field}`)}
              checked={options.fields.includes(field)}
              onChange={(isOn) =>
                set({ fields: fields.filter((each) => (each === field ? isOn : options.fields.includes(each))) })
              }
            />
          ))}
        </fieldset>
      ) : null}
      <div className={styles.pair}>
        <Select
          label={t('overlay.position')}
          value={options.position}
          options={positions.map((value) => ({
            value,
            label: t(`overlay.position.${value as OverlayOptions['position']}`),
          }))}
          onChange={(value) => set(readOptions(`?position=${value}`).options)}
        />
        <Select
          label={t('app.language')}
          value={options.lang ?? ''}
          options={[
            { value: '', label: t('overlay.lang.own') },
            ...languages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(code) => set({ lang: languages.find((each) => each.code === code)?.code })}
        />
      </div>
      <div className={styles.pair}>
        <Slide label={t('overlay.size')} value={options.size} min={25} max={400} onChange={(size) => set({ size })} />
        <Slide
          label={t('overlay.margin')}
          value={options.margin}
          min={0}
          max={400}
          onChange={(margin) => set({ margin })}
        />
      </div>
      {kind === 'leaderboard' ? (
        <Slide label={t('overlay.top')} value={options.top} min={1} max={20} onChange={(top) => set({ top })} />
      ) : null}
      <div className={styles.pair}>
        <Colour label={t('overlay.ground')} value={options.ground} onChange={(ground) => set({ ground })} />
        <Slide
          label={t('overlay.opaque')}
          value={opaquePercent(options.ground)}
          min={0}
          max={100}
          onChange={(percent) => set({ ground: withOpaque(options.ground, percent) })}
        />
      </div>
      <div className={styles.pair}>
        <Colour label={t('overlay.ink')} value={options.ink} onChange={(ink) => set({ ink })} />
        <Colour label={t('overlay.accent')} value={options.accent} onChange={(accent) => set({ accent })} />
      </div>
      <Check label={t('overlay.still')} checked={options.still} onChange={(still) => set({ still })} />
      <Check label={t('overlay.withAge')} checked={options.age} onChange={(age) => set({ age })} />
    </>
  );
}

const opaquePercent = (colour: string) => Math.round((Number.parseInt(colour.slice(6) || 'ff', 16) / 255) * 100);

function withOpaque(colour: string, percent: number): string {
  const alpha = Math.round((percent / 100) * 255);
  return colour.slice(0, 6) + (alpha === 255 ? '' : alpha.toString(16).padStart(2, '0'));
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

interface SlideProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Slide({ label, value, min, max, onChange }: SlideProps) {
  return (
    <Labelled label={`${label}: ${value}`}>
      {(id) => (
        <input
          id={id}
          type="range"
          className={styles.slide}
          value={value}
          min={min}
          max={max}
          onInput={({ currentTarget }) => onChange(Number(currentTarget.value))}
        />
      )}
    </Labelled>
  );
}

interface ColourProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Colour({ label, value, onChange }: ColourProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="color"
          className={styles.colour}
          value={`#${value.slice(0, 6)}`}
          onInput={({ currentTarget }) => onChange(currentTarget.value.slice(1) + value.slice(6))}
        />
      )}
    </Labelled>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}

function Labelled({ label, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
