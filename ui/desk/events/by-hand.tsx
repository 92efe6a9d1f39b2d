// Who decides a change by hand, and why: asked once, remembered for the next one.
import { Field } from '../../parts/field.tsx';
import { recall, remember } from '../../store/remember.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';

export interface ByHand {
  readonly by: string;
  readonly reason: string;
}

const judgePlace = 'judge';

export const unsigned = (): ByHand => ({ by: recall(judgePlace) ?? '', reason: '' });

export const isSigned = ({ by, reason }: ByHand) => by.trim() !== '' && reason.trim() !== '';

interface ByHandFieldsProps {
  readonly value: ByHand;
  readonly onChange: (value: ByHand) => void;
  /** Where it goes without saying why. */
  readonly withoutReason?: boolean;
}

export function ByHandFields({ value, onChange, withoutReason = false }: ByHandFieldsProps) {
  const { t } = useText();
  return (
    <div className={desk.pair}>
      <Field
        label={t('events.by')}
        value={value.by}
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => {
          remember(judgePlace, target.value.trim());
          onChange({ ...value, by: target.value });
        }}
      />
      {withoutReason ? null : (
        <Field
          label={t('events.reason')}
          value={value.reason}
          maxLength={500}
          autoComplete="off"
          onChange={({ target }) => onChange({ ...value, reason: target.value })}
        />
      )}
    </div>
  );
}
