// One end of one side as it should be: corrected because it was written wrongly, or as a judge rules on it.
import { type FormEvent, useState } from 'react';
import type { End } from '../../../src/domain/card/scorecard.ts';
import type { Match, Side } from '../../../src/domain/match/match.ts';
import type { MatchPlace } from '../../../src/domain/match/match-scoring.ts';
import { faceOf } from '../../../src/domain/rounds/rounds.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { readTypedEnd, writeTypedEnd } from '../../store/typed-end.ts';
import { wordsOfPlace } from '../../text/match-words.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { ByHandFields, isSigned, unsigned } from './by-hand.tsx';
import type { MatchFormProps } from './event-part.ts';
import styles from './events.module.css';
import { readRuling, rulingAsks, rulingKinds, type TypedRuling } from './typed-ruling.ts';

interface CorrectEndProps extends MatchFormProps {
  readonly place: MatchPlace;
  readonly side: Side;
  readonly match: Match;
  readonly now: End;
  readonly onClose: () => void;
}

const correction = 'correction';
const kinds = [correction, ...rulingKinds] as const;

export function CorrectEnd({ path, names, change, busy, place, side, match, now, onClose }: CorrectEndProps) {
  const text = useText();
  const { t } = text;
  const [kind, setKind] = useState<(typeof kinds)[number]>(correction);
  const [value, setValue] = useState(writeTypedEnd(now));
  const [typed, setTyped] = useState<Omit<TypedRuling, 'kind'>>({ number: '', arrows: '' });
  const [byHand, setByHand] = useState(unsigned);
  const ruled = kind === correction ? undefined : readRuling({ ...typed, kind }, now, match);
  const { arrows, unknown } = readTypedEnd(value, faceOf(match));
  const isWrong = kind === correction ? unknown !== undefined || arrows.length > now.length : ruled === undefined;
  const send = (): Promise<boolean> => {
    if (ruled) {
      const json = { side, ...place, was: now, ruling: ruled.ruling, ...byHand };
      return change(`${path}/rulings`, { method: 'POST', json });
    }
    const to = `${path}/${place.part === 'end' ? 'ends' : 'shoot-offs'}/${place.number}/${side}`;
    const whole = now.map((_, index) => arrows[index] ?? null);
    return change(to, { method: 'PUT', json: { was: now, arrows: whole, ...byHand } });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong && isSigned(byHand) && (await send())) onClose();
  };
  return (
    <form className={styles.tie} onSubmit={(event) => void submit(event)} aria-labelledby="correcting">
      <h4 id="correcting">
        {t('events.match.correct.of', { name: names[side], place: wordsOfPlace(text, match.format, place) })}
      </h4>
      <Select
        label={t('events.ruling')}
        value={kind}
        options={kinds.map((each) => ({ value: each, label: t(`events.ruling.${each}`) }))}
        onChange={setKind}
      />
      {kind === correction ? (
        <Field
          label={t('match.boxes', { name: names[side] })}
          error={isWrong ? t('events.match.arrows.wrong', { count: now.length }) : undefined}
          value={value}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          onChange={({ target }) => setValue(target.value)}
        />
      ) : (
        <>
          <div className={desk.pair}>
            {rulingAsks[kind].map((asked) => {
              const name = asked.endsWith('number') ? 'number' : 'arrows';
              return (
                <Field
                  key={asked}
                  label={t(`events.ruling.${asked}`)}
                  value={typed[name]}
                  maxLength={80}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
                />
              );
            })}
          </div>
          <p role="status">
            {t('events.ruling.was', { was: writeTypedEnd(now) })}{' '}
            {ruled ? t('events.ruling.after', { now: writeTypedEnd(ruled.after) }) : t('events.ruling.open')}
          </p>
        </>
      )}
      <ByHandFields value={byHand} onChange={setByHand} />
      <div className={desk.buttons}>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="submit" look="primary" disabled={busy || isWrong || !isSigned(byHand)}>
          {t('events.match.correct.save')}
        </Button>
      </div>
    </form>
  );
}
