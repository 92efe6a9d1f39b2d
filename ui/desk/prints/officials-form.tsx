// Judges and others who are printed: typed or pasted, a line each.
import { useMemo } from 'react';
import type { Official } from '../../../src/domain/paper/paper.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { pathOf } from '../../store/api.ts';
import { useDraft } from '../../store/use-draft.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import { officialsOfText, textOfOfficials } from './officials-text.ts';
import styles from './prints.module.css';

export interface PaperFormProps {
  readonly competition: string;
  readonly onChanged: () => void;
  readonly onExpired: () => void;
}

export function OfficialsForm({
  competition,
  officials,
  onChanged,
  onExpired,
}: PaperFormProps & { readonly officials: readonly Official[] }) {
  const { t } = useText();
  const there = textOfOfficials(officials);
  const empty = useMemo(() => ({ text: there }), [there]);
  const { draft, change: type, forget } = useDraft(`officials.${competition}`, empty);
  const { change, busy, failure } = useChange(onChanged, onExpired);
  const save = async () => {
    const json = officialsOfText(draft.text);
    if (await change(pathOf('competitions', competition, 'officials'), { method: 'PUT', json })) forget();
  };
  return (
    <section aria-labelledby="officials">
      <h3 id="officials" className={desk.sectionTitle}>
        {t('desk.officials.title')}
      </h3>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className={styles.text}>
          <span>{t('desk.officials.text')}</span>
          <textarea
            rows={6}
            dir="auto"
            className={desk.textarea}
            placeholder={t('desk.officials.example')}
            value={draft.text}
            onChange={({ target }) => type({ text: target.value })}
          />
        </label>
        {failure ? <Failure failure={failure} /> : null}
        <Button type="submit" disabled={busy || draft.text === there}>
          {t('desk.officials.save')}
        </Button>
      </form>
    </section>
  );
}
