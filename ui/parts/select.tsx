// One of a list that is too long to be seen at once, with its label.
import { useId } from 'react';
import styles from './field.module.css';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: string | undefined;
  /** What stands there while nothing is chosen, which is the value ''. */
  readonly empty?: string;
}

export function Select<T extends string>({ label, value, options, onChange, hint, empty }: SelectProps<T>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        <select
          id={id}
          className={styles.input}
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={({ target }) => {
            const chosen = options.find((each) => each.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {empty === undefined ? null : (
            <option value="" disabled>
              {empty}
            </option>
          )}
          {options.map((each) => (
            <option key={each.value} value={each.value}>
              {each.label}
            </option>
          ))}
        </select>
      </div>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
