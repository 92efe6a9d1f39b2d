// The way from one paper card to the next without the mouse: the field has the next target already, so that Enter opens it; another target can
// be typed, or a scanner types the address of the code on the paper.
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { EntryView } from '../../src/wire/api-entries.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { pathOf } from '../store/api.ts';
import { useApi } from '../store/use-api.ts';
import { useText } from '../text/text-context.tsx';
import styles from './cards.module.css';
import { findCard, nextInOrder } from './find-card.ts';

interface NextCardProps {
  readonly competition: string;
  readonly entry: number;
  /** This card is typed: the keyboard goes on here. */
  readonly isTurn: boolean;
}

const none: readonly EntryView[] = [];

export function NextCard({ competition, entry, isTurn }: NextCardProps) {
  const { t } = useText();
  const [, go] = useLocation();
  const entries = useApi<readonly EntryView[]>(pathOf('competitions', competition, 'entries')).data ?? none;
  const next = useMemo(() => nextInOrder(entries, entry), [entries, entry]);
  const [typed, setTyped] = useState<string | undefined>();
  const [isUnknown, setUnknown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const value = typed ?? next?.target ?? '';
  // The next target comes with the list: until then there is nothing to press Enter on.
  const hasNext = next !== undefined;
  useEffect(() => {
    if (!isTurn || !hasNext) return;
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, [isTurn, hasNext]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findCard(value, entries);
    if (found === undefined) setUnknown(true);
    else go(`/${encodeURIComponent(competition)}/cards/${found}`);
  };
  return (
    <form ref={form} className={styles.next} onSubmit={submit}>
      <Field
        label={t('desk.paper.next')}
        hint={t('desk.paper.next.hint')}
        error={isUnknown ? t('log.place.wrong', { text: value }) : undefined}
        value={value}
        maxLength={300}
        autoComplete="off"
        onChange={({ target }) => {
          setUnknown(false);
          setTyped(target.value);
        }}
        aside={<Button type="submit">{t('desk.paper.next.open')}</Button>}
      />
    </form>
  );
}
