// Form fields: a label, a control, a hint below it, and what is wrong, tied together for screen readers.
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly note?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Beside the control, such as a button. */
  readonly aside?: ReactNode;
}

export function Field({ label, note, hint, error, aside, className, ...rest }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {note ? <span className={styles.note}>{note}</span> : null}
      </label>
      <div className={styles.control}>
        <input
          {...rest}
          id={id}
          className={cx(styles.input, error !== undefined && styles.wrong, className)}
          aria-invalid={error !== undefined}
          {...(described ? { 'aria-describedby': described } : {})}
        />
        {aside}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly text?: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly hint?: string;
}

/** A few options side by side, all visible. */
export function Choice<T extends string>({ legend, name, options, value, onChange, hint }: ChoiceProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={cx(styles.option, option.value === value && styles.chosen)}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className={styles.radio}
            />
            <span>
              <span className={styles.optionLabel}>{option.label}</span>
              {option.text ? <span className={styles.hint}>{option.text}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
    </fieldset>
  );
}
