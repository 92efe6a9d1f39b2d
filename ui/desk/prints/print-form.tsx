// Which document, on which paper, and of what: only what the chosen one asks for is shown.
import { type FormEvent, useState } from 'react';
import type { CompetitionView } from '../../../src/wire/api-competitions.ts';
import type { EventView } from '../../../src/wire/api-events.ts';
import type { SessionViews } from '../../../src/wire/api-setup.ts';
import {
  type PaperName,
  type PrintableDocument,
  paperNames,
  printableDocuments,
} from '../../../src/wire/printables.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { languages } from '../../text/languages.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { MatchSelect } from '../match-select.tsx';
import { isAskedFor } from './asked-for.ts';

interface PrintFormProps {
  readonly competition: CompetitionView;
  readonly document: PrintableDocument;
  /** Of an address that leads here, with its event and match. */
  readonly event: string;
  readonly match: string;
  readonly isBusy: boolean;
  readonly onDocument: (document: PrintableDocument) => void;
  readonly onOrder: (order: object) => void;
}

const paperLabels: Readonly<Record<PaperName, string>> = { a4: 'A4', letter: 'Letter' };
const placesOffered = [1, 3, 8, 16, 0] as const;

export function PrintForm({ competition, document, isBusy, onDocument, onOrder, ...led }: PrintFormProps) {
  const { t, language } = useText();
  const [paper, setPaper] = useState<PaperName>('a4');
  const [second, setSecond] = useState('');
  const [category, setCategory] = useState('');
  const [session, setSession] = useState('');
  const [event, setEvent] = useState(led.event);
  const [match, setMatch] = useState(led.match);
  const [filled, setFilled] = useState(false);
  const [places, setPlaces] = useState('3');
  const base = pathOf('competitions', competition.id);
  const events = useApi<readonly EventView[]>(`${base}/events`).data ?? [];
  const sessions = useApi<SessionViews>(`${base}/sessions`).data ?? [];
  const isFor = (field: Parameters<typeof isAskedFor>[1]) => isAskedFor(document, field);
  const withMatches = isFor('match') && events.some(({ id, isDrawn }) => id === event && isDrawn);

  function submit(submitted: FormEvent) {
    submitted.preventDefault();
    onOrder({
      ...{ document, paper },
      languages: second === '' ? [language] : [language, second],
      ...(category !== '' && isFor('category') && { category }),
      ...(session !== '' && isFor('session') && { session: Number(session) }),
      ...(event !== '' && isFor('event') && { event }),
      ...(match !== '' && withMatches && { match }),
      ...(isFor('filled') && { filled }),
      ...(isFor('places') && { places: Number(places) }),
    });
  }

  return (
    <form className={desk.form} onSubmit={submit}>
      <Select
        label={t('desk.prints.document')}
        value={document}
        options={printableDocuments.map((value) => ({ value, label: t(`desk.prints.document.${value}`) }))}
        hint={t(`desk.prints.about.${document}`)}
        onChange={onDocument}
      />
      {isFor('category') ? (
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
      {isFor('session') && sessions.length > 0 ? (
        <Select
          label={t('desk.prints.session')}
          value={session}
          options={[
            { value: '', label: t('desk.prints.session.all') },
            ...sessions.map(({ number, name }) => ({ value: String(number), label: name })),
          ]}
          onChange={setSession}
        />
      ) : null}
      {isFor('event') && events.length > 0 ? (
        <Select
          label={t('desk.prints.event')}
          value={event}
          options={[
            { value: '', label: t('desk.prints.event.all') },
            ...events.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(chosen) => {
            setEvent(chosen);
            setMatch('');
          }}
        />
      ) : null}
      {withMatches ? (
        <MatchSelect competition={competition.id} event={event} value={match} onChange={setMatch} />
      ) : null}
      {isFor('places') ? (
        <Select
          label={t('desk.prints.places')}
          value={places}
          options={placesOffered.map((count) => ({
            value: String(count),
            label: count === 0 ? t('desk.prints.places.all') : t('desk.prints.places.first', { count }),
          }))}
          onChange={setPlaces}
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
      {isFor('filled') ? (
        <label className={desk.check}>
          <input type="checkbox" checked={filled} onChange={({ target }) => setFilled(target.checked)} />
          {t('desk.prints.filled')}
        </label>
      ) : null}
      <Button type="submit" look="primary" disabled={isBusy}>
        {t('desk.prints.do')}
      </Button>
    </form>
  );
}
