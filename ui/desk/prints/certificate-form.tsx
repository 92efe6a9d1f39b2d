// The text of certificates: the ordinary one as long as nobody has written another.
import { useMemo } from 'react';
import { type Certificate, certificateWords } from '../../../src/domain/paper/paper.ts';
import { usualCertificates } from '../../../src/domain/paper/usual-certificate.ts';
import { printLanguages } from '../../../src/wire/printables.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { useDraft } from '../../store/use-draft.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import type { PaperFormProps } from './officials-form.tsx';
import styles from './prints.module.css';

export function CertificateForm({
  competition,
  certificate,
  onChanged,
  onExpired,
}: PaperFormProps & { readonly certificate: Certificate | null }) {
  const { t, language } = useText();
  const {
    title,
    text,
    signatures: signed,
  } = certificate ?? usualCertificates[printLanguages.find((each) => each === language) ?? 'en'];
  const signatures = signed.join(', ');
  const there = useMemo(() => ({ title, text, signatures }), [title, text, signatures]);
  const { draft, change: type, forget } = useDraft(`certificate.${competition}`, there);
  const { change, busy, failure } = useChange(onChanged, onExpired);
  const path = pathOf('competitions', competition, 'certificate');
  const put = async (given: Certificate | null) => {
    if (await change(path, { method: 'PUT', json: { certificate: given } })) forget();
  };
  const words = certificateWords.map((word) => `{${word}}`).join(' ');
  return (
    <section aria-labelledby="certificate">
      <h3 id="certificate" className={desk.sectionTitle}>
        {t('desk.certificate.title')}
      </h3>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const given = draft.signatures.split(',').map((each) => each.trim());
          void put({ title: draft.title, text: draft.text, signatures: given.filter(Boolean) });
        }}
      >
        <Field
          label={t('desk.certificate.heading')}
          value={draft.title}
          onChange={({ target }) => type({ title: target.value })}
        />
        <label className={styles.text}>
          <span>{t('desk.certificate.text')}</span>
          <textarea
            rows={9}
            dir="auto"
            className={desk.textarea}
            aria-describedby="certificate-words"
            value={draft.text}
            onChange={({ target }) => type({ text: target.value })}
          />
        </label>
        <p id="certificate-words" className={desk.soft}>
          {t('desk.certificate.words', { words })}
        </p>
        <Field
          label={t('desk.certificate.signatures')}
          hint={t('desk.certificate.signatures.hint')}
          value={draft.signatures}
          onChange={({ target }) => type({ signatures: target.value })}
        />
        {failure ? <Failure failure={failure} /> : null}
        <div className={desk.buttons}>
          <Button type="submit" disabled={busy}>
            {t('desk.certificate.save')}
          </Button>
          {certificate ? (
            <Button look="quiet" disabled={busy} onClick={() => void put(null)}>
              {t('desk.certificate.usual')}
            </Button>
          ) : null}
        </div>
      </form>
    </section>
  );
}
