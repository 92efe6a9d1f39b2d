// A password that can be shown: typing it wrong on a foreign keyboard is the usual reason for being locked out.
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { useText } from '../text/text-context.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
}

export function PasswordField({
  label,
  hint,
  error,
  value,
  onChange,
  autoComplete,
  autoFocus = false,
}: PasswordFieldProps) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      type={shown ? 'text' : 'password'}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      maxLength={200}
      aside={
        <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'desk.hide' : 'desk.show')}
        </Button>
      }
    />
  );
}
