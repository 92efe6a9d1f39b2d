// The logo: any picture that this browser can show, made as small as paper needs before it is sent.
import { type ChangeEvent, useState } from 'react';
import type { PaperView } from '../../../src/wire/api-paper.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { pathOf } from '../../store/api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import type { PaperFormProps } from './officials-form.tsx';
import styles from './prints.module.css';
import { scalePicture } from './scale-picture.ts';

export function LogoForm({
  competition,
  logo,
  onChanged,
  onExpired,
}: PaperFormProps & { readonly logo: PaperView['logo'] }) {
  const { t } = useText();
  const [version, setVersion] = useState(0);
  const [isNone, setIsNone] = useState(false);
  const { change, busy, failure } = useChange(onChanged, onExpired);
  const path = pathOf('competitions', competition, 'logo');
  const put = async (image: string | null) => {
    setIsNone(false);
    if (await change(path, { method: 'PUT', json: { image } })) setVersion((now) => now + 1);
  };
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const image = await scalePicture(file);
    // The same file may be chosen again.
    target.value = '';
    if (image === undefined) setIsNone(true);
    else await put(image);
  };
  return (
    <section aria-labelledby="logo">
      <h3 id="logo" className={desk.sectionTitle}>
        {t('desk.logo.title')}
      </h3>
      <div className={styles.form}>
        <p className={desk.soft}>{t('desk.logo.text')}</p>
        {logo ? <img className={styles.logo} src={`${path}?${version}`} alt={t('desk.logo.alt')} /> : null}
        <label className={styles.text}>
          <span>{t('desk.logo.choose')}</span>
          <input type="file" accept="image/*" disabled={busy} onChange={(event) => void choose(event)} />
        </label>
        {isNone ? <p role="alert">{t('desk.logo.none')}</p> : null}
        {failure ? <Failure failure={failure} /> : null}
        {logo ? (
          <Button look="quiet" disabled={busy} onClick={() => void put(null)}>
            {t('desk.logo.remove')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
