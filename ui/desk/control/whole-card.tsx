// When a paper card is typed end by end: its sum and counts as they are written below, which reconciles the card in the same go.
import { useState } from 'react';
import type { PapersView, PaperView } from '../../../src/wire/api-papers.ts';
import { Field } from '../../parts/field.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useDraft } from '../../store/use-draft.ts';
import { useText } from '../../text/text-context.tsx';
import cards from '../cards.module.css';
import { NextCard } from '../next-card.tsx';
import { OnePaper } from './paper-entry.tsx';

interface WholeCardProps {
  readonly competition: string;
  readonly entry: number;
  /** Somebody is typing: the keyboard goes on here. */
  readonly isTyping: boolean;
  readonly onExpired: () => void;
}

export function WholeCard({ competition, entry, isTyping, onExpired }: WholeCardProps) {
  const { t } = useText();
  const path = `${pathOf('competitions', competition, 'papers')}?${new URLSearchParams({ entry: String(entry) })}`;
  const { data, reload } = useApi<PapersView>(path);
  const { draft, change } = useDraft(`paper-typist/${competition}`, { by: '' });
  const [saved, setSaved] = useState<PaperView | undefined>();
  const paper = data?.papers[0];
  const isAsked = paper?.state === 'missing' && !saved;
  return (
    <>
      {saved ? (
        <p role="status" className={saved.state === 'differs' ? cards.differs : cards.soft}>
          {t('papers.saved', { name: saved.name, state: saved.state === 'differs' ? 'differs' : 'agrees' })}
        </p>
      ) : null}
      {paper && isAsked ? (
        <>
          <Field
            label={t('papers.by')}
            value={draft.by}
            maxLength={100}
            autoComplete="off"
            autoFocus={isTyping && draft.by === ''}
            onChange={({ target }) => change({ by: target.value })}
          />
          <OnePaper
            competition={competition}
            paper={paper}
            tieBreak={data.tieBreak}
            by={draft.by}
            isTyping={isTyping && draft.by !== ''}
            onSaved={(view) => {
              setSaved(view);
              reload();
            }}
            onExpired={onExpired}
          />
        </>
      ) : null}
      <NextCard competition={competition} entry={entry} isTurn={isTyping && paper !== undefined && !isAsked} />
    </>
  );
}
