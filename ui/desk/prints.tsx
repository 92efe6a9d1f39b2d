// What goes on paper: a document is chosen, made on the appliance, and opened as a PDF.
import { type FormEvent, useEffect, useState } from 'react';
import type { CompetitionView } from '../../src/wire/api-competitions.ts';
import type { PrintView } from '../../src/wire/api-prints.ts';
import { type PaperName, type PrintableDocument, paperNames, printableDocuments } from '../../src/wire/printables.ts';
import button from '../parts/button.module.css';
import { Button } from '../parts/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Choice } from '../parts/field.tsx';
import { type ApiFailure, callApi, pathOf, toFailure } from '../store/api.ts';
import { languages } from '../text/languages.ts';
import { useText } from '../text/text-context.tsx';
import desk from './desk.module.css';
import { useExpiry } from './use-expiry.ts';

interface PrintsProps {
  readonly competition: CompetitionView;
  /** Of this appliance, as devices reach it: for codes to scan. */
  readonly origin: string;
  readonly onExpired: () => void;
}

/** Of which a single category can be wanted. */
const ofCategories: readonly PrintableDocument[] = ['scorecards', 'listByTarget', 'listByName', 'qualification'];
const paperLabels: Readonly<Record<PaperName, string>> = { a4: 'A4', letter: 'Letter' };
const askEveryMs = 400;

export function Prints({ competition, origin, onExpired }: PrintsProps) {
  const { t, language } = useText();
  const [document, setDocument] = useState<PrintableDocument>('scorecards');
  const [paper, setPaper] = useState<PaperName>('a4');
  const [second, setSecond] = useState('');
  const [category, setCategory] = useState('');
  const [filled, setFilled] = useState(false);
  const { print, failure, order } = usePrint(competition.id);
  useExpiry(failure, onExpired);
  const isBusy = print?.state === 'waiting' || print?.state === 'working';

  function submit(event: FormEvent) {
    event.preventDefault();
    order({
      ...{ document, paper, address: origin, filled },
      languages: second === '' ? [language] : [language, second],
      ...(category !== '' && ofCategories.includes(document) ? { category } : {}),
    });
  }

  return (
    <section aria-labelledby="prints">
      <h3 id="prints" className={desk.sectionTitle}>
        {t('desk.prints.title')}
      </h3>
      <form className={desk.form} onSubmit={submit}>
        <Select
          label={t('desk.prints.document')}
          value={document}
          options={printableDocuments.map((value) => ({ value, label: t(`desk.prints.document.${value}`) }))}
          onChange={setDocument}
        />
        {ofCategories.includes(document) ? (
          <Select
            label={t('desk.prints.category')}
            value={category}
            options={[
              { value: '', label: t('desk.prints.category.all') },
              ...competition.categories.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
            ]}
            onChange={setCategory}
          />
        ) : null}
        <Select
          label={t('desk.prints.second')}
          value={second}
          options={[
            { value: '', label: t('desk.prints.second.none') },
            ...languages.flatMap(({ code, name }) => (code === language ? [] : [{ value: code, label: name }])),
          ]}
          onChange={setSecond}
        />
        <Choice
          legend={t('desk.prints.paper')}
          name="paper"
          options={paperNames.map((value) => ({ value, label: paperLabels[value] }))}
          value={paper}
          onChange={setPaper}
        />
        {document === 'scorecards' ? (
          <label className={desk.check}>
            <input type="checkbox" checked={filled} onChange={({ target }) => setFilled(target.checked)} />
            {t('desk.prints.filled')}
          </label>
        ) : null}
        <Button type="submit" look="primary" disabled={isBusy}>
          {t('desk.prints.do')}
        </Button>
      </form>
      {failure ? <Failure failure={failure} /> : null}
      <Progress competition={competition.id} print={print} />
    </section>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Select<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  return (
    <label className={desk.selectField}>
      <span>{label}</span>
      <select
        className={desk.select}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((each) => each.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Progress({ competition, print }: { readonly competition: string; readonly print: PrintView | undefined }) {
  const { t } = useText();
  if (!print) return null;
  const { id, state, pages, of } = print;
  return (
    <div role="status">
      {state === 'waiting' || state === 'working' ? (
        <p>{of === null ? t('desk.prints.waiting') : t('desk.prints.working', { pages, of })}</p>
      ) : null}
      {state === 'empty' ? <p>{t('desk.prints.empty')}</p> : null}
      {state === 'failed' ? <p>{t('desk.prints.failed')}</p> : null}
      {state === 'done' ? (
        <p>
          <a
            className={button.button}
            href={pathOf('competitions', competition, 'prints', id, 'pdf')}
            target="_blank"
            rel="noreferrer"
          >
            {t('desk.prints.open')}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** The last order, and how far it is. */
function usePrint(competition: string) {
  const [print, setPrint] = useState<PrintView | undefined>();
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const path = pathOf('competitions', competition, 'prints');

  useEffect(() => {
    if (print?.state !== 'waiting' && print?.state !== 'working') return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      callApi<PrintView>(`${path}/${print.id}`, { signal: stop.signal }).then(setPrint, (error: unknown) => {
        if (stop.signal.aborted) return;
        setFailure(toFailure(error));
        setPrint(undefined);
      });
    }, askEveryMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [print, path]);

  function order(json: object) {
    setFailure(undefined);
    setPrint(undefined);
    callApi<PrintView>(path, { method: 'POST', json }).then(setPrint, (error: unknown) => setFailure(toFailure(error)));
  }

  return { print, failure, order };
}
