// Arrows of a match typed at the desk: both sides of the end that comes, Enter after each.
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import type { End } from '../../../src/domain/card/scorecard.ts';
import { type BySide, type Match, type Side, sides } from '../../../src/domain/match/match.ts';
import type { MatchPlace } from '../../../src/domain/match/match-scoring.ts';
import { faceOf } from '../../../src/domain/rounds/rounds.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { readTypedEnd } from '../../store/typed-end.ts';
import { wordsOfPlace } from '../../text/match-words.ts';
import { useText } from '../../text/text-context.tsx';
import type { MatchFormProps } from './event-part.ts';
import styles from './events.module.css';

interface ScoreEndProps extends MatchFormProps {
  readonly place: MatchPlace;
  readonly match: Match;
  readonly now: BySide<End>;
}

/** The field that had the keyboard is gone. */
const isNobodyTyping = () => document.activeElement === null || document.activeElement === document.body;

const countBlank = (end: End) => end.filter((arrow) => arrow === null).length;

export function ScoreEnd({ path, names, change, busy, place, match, now }: ScoreEndProps) {
  const text = useText();
  const { t } = text;
  const [typed, setTyped] = useState<BySide<string>>({ a: '', b: '' });
  const [problem, setProblem] = useState<Side | undefined>();
  const form = useRef<HTMLFormElement>(null);
  const face = faceOf(match);
  const open = sides.filter((side) => countBlank(now[side]) > 0);
  // The next end has the keyboard from its first picture on, unless somebody types elsewhere on the page.
  useLayoutEffect(() => {
    if (isNobodyTyping()) form.current?.querySelector('input')?.focus();
  }, []);
  const isWrong = (side: Side) => {
    const { arrows, unknown } = readTypedEnd(typed[side], face);
    return unknown !== undefined || arrows.length > countBlank(now[side]);
  };
  const save = async () => {
    for (const side of open) {
      const { arrows } = readTypedEnd(typed[side], face);
      if (arrows.length === 0) continue;
      const json = { side, ...place, first: now[side].indexOf(null), arrows };
      if (!(await change(`${path}/arrows`, { method: 'POST', json }))) return;
      setTyped((before) => ({ ...before, [side]: '' }));
    }
    // A side that has arrows left is typed on; the other's field goes away.
    if (isNobodyTyping() || form.current?.contains(document.activeElement))
      form.current?.querySelector('input')?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    const at = fields.findIndex((field) => field.matches(':focus'));
    const wrong = open.find(isWrong);
    setProblem(wrong);
    if (wrong !== undefined) fields[open.indexOf(wrong)]?.focus();
    else if (at >= 0 && at < fields.length - 1) fields[at + 1]?.focus();
    else if (!busy) void save();
  };
  return (
    <form ref={form} className={styles.tie} onSubmit={submit} aria-label={wordsOfPlace(text, match.format, place)}>
      <h4>{wordsOfPlace(text, match.format, place)}</h4>
      {open.map((side) => (
        <Field
          key={side}
          label={t('match.boxes', { name: names[side] })}
          hint={t('events.match.arrows.hint', { count: countBlank(now[side]) })}
          error={problem === side ? t('events.match.arrows.wrong', { count: countBlank(now[side]) }) : undefined}
          value={typed[side]}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={({ target }) => {
            setProblem(undefined);
            setTyped({ ...typed, [side]: target.value });
          }}
        />
      ))}
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {t('events.match.save')}
        </Button>
      </div>
    </form>
  );
}
