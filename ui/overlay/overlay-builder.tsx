// Builds the address of an overlay, with the overlay itself as it will be on air, over a picture of nothing.
import { useRef, useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import { Banner } from '../parts/banner.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Skeleton } from '../parts/empty.tsx';
import { Failure } from '../parts/failure.tsx';
import { Field } from '../parts/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { LanguagePicker, ThemePicker } from '../parts/pickers.tsx';
import { useWidth } from '../parts/use-width.ts';
import { useApi } from '../store/use-api.ts';
import { useText, useTitle } from '../text/text-context.tsx';
import styles from './builder.module.css';
import { ChooseKind, type KindChoice, kindChosen } from './choose-kind.tsx';
import { ChooseLook } from './choose-look.tsx';
import { overlayPath, readOverlayAddress } from './overlay-address.ts';
import { OverlayFrame } from './overlay-frame.tsx';
import type { OverlayKind } from './overlay-kind.ts';
import { type OptionName, type OverlayOptions, usualOptions } from './overlay-options.ts';
import { Overlay } from './overlays.tsx';

export function OverlayBuilder({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useText();
  const { data, failure, reload } = useApi<readonly CompetitionView[]>('/api/competitions');
  useTitle(t('overlay.title'));
  return (
    <>
      <PageHeader title={t('overlay.title')} subtitle={t('overlay.subtitle')}>
        <ThemePicker />
        <LanguagePicker />
      </PageHeader>
      <main id="content" className={styles.main}>
        {failure ? <Failure failure={failure} onRetry={reload} /> : null}
        {!data && !failure ? <Skeleton label={t('app.loading')} /> : null}
        {data?.length === 0 ? <Empty title={t('board.none')}>{t('board.none.text')}</Empty> : null}
        {data && data.length > 0 ? <Builder competitions={data} chosen={chosen} /> : null}
      </main>
    </>
  );
}

interface BuilderProps {
  readonly competitions: readonly CompetitionView[];
  readonly chosen: string | undefined;
}

function Builder({ competitions, chosen }: BuilderProps) {
  const { t } = useText();
  const first = competitions.find(({ id }) => id === chosen) ?? competitions[0];
  const [choice, setChoice] = useState<KindChoice>({ kind: 'leaderboard', competition: first?.id ?? '' });
  const [options, setOptions] = useState<OverlayOptions>(usualOptions);
  const [wrong, setWrong] = useState<readonly OptionName[] | 'address'>([]);
  const of = kindChosen(choice, competitions);

  function take(address: string) {
    const read = readOverlayAddress(address.trim());
    setWrong(read ? read.wrong : 'address');
    if (!read) return;
    setOptions(read.options);
    setChoice(read.of);
  }

  return (
    <div className={styles.builder}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <ChooseKind competitions={competitions} choice={choice} onChange={setChoice} />
        <ChooseLook kind={choice.kind} options={options} onChange={setOptions} />
        <Field
          label={t('overlay.paste')}
          hint={t('overlay.paste.hint')}
          autoComplete="off"
          onChange={({ target }) => (target.value.trim() === '' ? setWrong([]) : take(target.value))}
          error={
            wrong === 'address'
              ? t('overlay.paste.none')
              : wrong.length > 0
                ? t('overlay.wrong', { names: wrong.join(', ') })
                : undefined
          }
        />
      </form>
      <div className={styles.result}>
        <Preview of={of} options={options} />
        {of ? <Address path={overlayPath(of, options)} /> : <Banner tone="info">{t('overlay.choose')}</Banner>}
        <p className={styles.help}>{t('overlay.help')}</p>
      </div>
    </div>
  );
}

interface PreviewProps {
  readonly of: OverlayKind | undefined;
  readonly options: OverlayOptions;
}

function Preview({ of, options }: PreviewProps) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <section aria-label={t('overlay.preview')} className={styles.preview} ref={box}>
      {of && width > 0 ? (
        <OverlayFrame options={options} width={width}>
          <Overlay of={of} options={options} />
        </OverlayFrame>
      ) : null}
    </section>
  );
}

function Address({ path }: { readonly path: string }) {
  const { t } = useText();
  const [isCopied, setCopied] = useState(false);
  const address = window.location.origin + path;
  return (
    <>
      <Field
        label={t('overlay.address')}
        value={address}
        readOnly
        onFocus={({ target }) => target.select()}
        aside={
          navigator.clipboard ? (
            <Button
              onClick={() => {
                navigator.clipboard.writeText(address).then(
                  () => setCopied(true),
                  // Not allowed: the text can still be selected and copied by hand.
                  () => setCopied(false),
                );
              }}
            >
              {t('overlay.copy')}
            </Button>
          ) : null
        }
      />
      <p className={styles.copied} role="status">
        {isCopied ? t('overlay.copied') : ''}
      </p>
      <p>
        <a href={path} target="_blank" rel="noreferrer">
          {t('overlay.open')}
        </a>
      </p>
    </>
  );
}
