// Typing what stands on paper cards, one after the other, by the keyboard alone: the sum, Enter, each count, Enter, and the next card is
// there. What the arrows give is not shown until the paper is typed, so that nobody copies it.
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import type { PapersView, PaperView } from '../../../src/wire/api-papers.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { type ApiFailure, callApi, pathOf, toFailure } from '../../store/api.ts';
import { useDraft } from '../../store/use-draft.ts';
import { useText } from '../../text/text-context.tsx';
import cards from '../cards.module.css';
import { useExpiry } from '../use-expiry.ts';

interface PaperEntryProps {
  readonly competition: string;
  readonly papers: readonly PaperView[];
  readonly tieBreak: PapersView['tieBreak'];
  /** A card that somebody has chosen, instead of the first that is missing. */
  readonly asked: number | undefined;
  readonly onTyped: () => void;
  readonly onSaved: () => void;
  readonly onExpired: () => void;
}

export function PaperEntry({ competition, papers, tieBreak, asked, onTyped, onSaved, onExpired }: PaperEntryProps) {
  const { t } = useText();
  const { draft, change } = useDraft(`paper-typist/${competition}`, { by: '' });
  const [saved, setSaved] = useState<PaperView | undefined>();
  const [typed, setTyped] = useState<ReadonlySet<number>>(new Set());
  const current =
    papers.find(({ entry }) => entry === asked) ??
    papers.find(({ entry, state }) => state === 'missing' && !typed.has(entry));
  return (
    <section className={cards.box} aria-labelledby="type-paper">
      <h3 id="type-paper" className={cards.boxTitle}>
        {t('papers.entry')}
      </h3>
      <Field
        label={t('papers.by')}
        value={draft.by}
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => change({ by: target.value })}
      />
      <p role="status" className={saved?.state === 'differs' ? cards.differs : cards.soft}>
        {saved ? t('papers.saved', { name: saved.name, state: saved.state === 'differs' ? 'differs' : 'agrees' }) : ''}
      </p>
      {current ? (
        <OnePaper
          key={current.entry}
          competition={competition}
          paper={current}
          tieBreak={tieBreak}
          by={draft.by}
          isTyping={saved !== undefined || asked !== undefined}
          onSaved={(view) => {
            setSaved(view);
            setTyped((before) => new Set(before).add(view.entry));
            onTyped();
            onSaved();
          }}
          onExpired={onExpired}
        />
      ) : (
        <Banner tone={papers.some(({ state }) => state === 'open') ? 'info' : 'good'}>
          {t(papers.some(({ state }) => state === 'open') ? 'papers.nothingYet' : 'papers.allTyped')}
        </Banner>
      )}
    </section>
  );
}

interface OnePaperProps {
  readonly competition: string;
  readonly paper: PaperView;
  readonly tieBreak: PapersView['tieBreak'];
  readonly by: string;
  /** Somebody is typing: the keyboard goes on here. */
  readonly isTyping: boolean;
  readonly onSaved: (view: PaperView) => void;
  readonly onExpired: () => void;
}

export function OnePaper({ competition, paper, tieBreak, by, isTyping, onSaved, onExpired }: OnePaperProps) {
  const { t } = useText();
  const [values, setValues] = useState<readonly string[]>(() => ['', ...tieBreak.map(() => '')]);
  const [failure, setFailure] = useState<ApiFailure | undefined>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useExpiry(failure, onExpired);
  const fields = () => Array.from(form.current?.querySelectorAll('input') ?? []);
  // With the card's first picture, not after it: a key that comes in between would be nobody's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is its turn.
  useLayoutEffect(() => {
    if (isTyping) fields()[0]?.focus();
  }, [isTyping]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const active = document.activeElement;
    const at = active instanceof HTMLInputElement ? fields().indexOf(active) : -1;
    // Enter goes on to the next figure; on the last one, and on the button, it saves. A count that is left blank is nought.
    const next = values[0] === '' ? fields()[0] : at < 0 ? undefined : fields()[at + 1];
    if (next) {
      next.focus();
      return;
    }
    const [total = 0, ...counts] = values.map(Number);
    setBusy(true);
    setFailure(undefined);
    callApi<PaperView>(pathOf('competitions', competition, 'entries', paper.entry, 'paper'), {
      method: 'PUT',
      json: { total, counts, by },
    })
      .then(onSaved, (error: unknown) => setFailure(toFailure(error)))
      .finally(() => setBusy(false));
  };
  const labels = [t('papers.sum'), ...tieBreak.map((count) => t(`papers.count.${count}`))];
  return (
    <form ref={form} className={cards.side} onSubmit={submit}>
      <p>
        <strong>{[paper.target, paper.name].filter(Boolean).join(' · ')}</strong>
      </p>
      <div className={cards.pair}>
        {labels.map((label, index) => (
          <Field
            key={label}
            label={label}
            inputMode="numeric"
            autoComplete="off"
            value={values[index] ?? ''}
            className={cards.typed}
            onChange={({ target }) => setValues(values.with(index, target.value.replace(/\D/g, '').slice(0, 4)))}
          />
        ))}
      </div>
      {failure ? <Failure failure={failure} /> : null}
      <Button type="submit" look="primary" large disabled={busy}>
        {t('papers.save')}
      </Button>
    </form>
  );
}
