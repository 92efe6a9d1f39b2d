// The two questions of a match: who shoots first where the sides alternate, and who is closer to the centre after a level shoot-off.
import { type FormEvent, useId, useState } from 'react';
import { arrowPoints, type Closest, type Match, type Side, sides } from '../../src/domain/match/match.ts';
import { faceOf } from '../../src/domain/rounds/rounds.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/cx.ts';
import { Field } from '../parts/field.tsx';
import type { MatchView } from '../store/match-store.ts';
import { nameOfSide } from '../text/match-words.ts';
import { useText } from '../text/text-context.tsx';
import styles from './match-ask.module.css';

interface AskBeginnerProps {
  readonly match: MatchView;
  readonly onAnswer: (begins: Side) => void;
  /** Nobody in particular, or not now. */
  readonly onNone: () => void;
}

export function AskBeginner({ match, onAnswer, onNone }: AskBeginnerProps) {
  const text = useText();
  const { t } = text;
  return (
    <section className={styles.ask} aria-labelledby="beginner">
      <h2 id="beginner">{t('match.beginner')}</h2>
      <p>{t('match.beginner.text', { name: nameOfSide(text, match.sheet, match.chooser) })}</p>
      <div className={styles.answers}>
        {sides.map((side) => (
          <Button
            key={side}
            large
            aria-pressed={match.begins === side}
            className={cx(styles.answer, match.begins === side && styles.chosen)}
            onClick={() => onAnswer(side)}
          >
            {t('match.beginner.side', { name: nameOfSide(text, match.sheet, side) })}
          </Button>
        ))}
      </div>
      <Button large onClick={onNone}>
        {t(match.begins ? 'app.cancel' : 'match.beginner.none')}
      </Button>
    </section>
  );
}

interface AskClosestProps {
  readonly match: MatchView;
  readonly shot: Match;
  /** The shoot-off, from 1. */
  readonly number: number;
  readonly onAnswer: (closest: Closest, by: string) => void;
}

export function AskClosest({ match, shot, number, onAnswer }: AskClosestProps) {
  const text = useText();
  const { t } = text;
  const name = useId();
  const [closest, setClosest] = useState<Closest | undefined>();
  const [by, setBy] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const pair = shot.shootOffs[number - 1]?.arrows;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (closest && by.trim() !== '') onAnswer(closest, by.trim());
    else setIsAsked(true);
  };
  return (
    <form className={styles.ask} onSubmit={submit}>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('match.measure')}</legend>
        <p>{t('match.measure.text', { points: pair ? arrowPoints(shot, pair.a) : 0 })}</p>
        <div className={styles.answers}>
          {([...sides, 'equal'] as const).map((each) => (
            <label key={each} className={cx(styles.choice, each === closest && styles.chosen)}>
              <input
                type="radio"
                name={name}
                className={styles.hidden}
                checked={each === closest}
                onChange={() => setClosest(each)}
              />
              <span className={styles.choiceName}>
                {each === 'equal' ? t('match.measure.equal') : nameOfSide(text, match.sheet, each)}
              </span>
              {each === 'equal' ? null : (
                <span className={styles.arrows}>
                  {pair?.[each].map((value, box) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: arrows of an end have no other name than their place.
                    <Arrow key={box} value={value} face={faceOf(shot)} />
                  ))}
                </span>
              )}
            </label>
          ))}
        </div>
        {isAsked && !closest ? (
          <p className={styles.wrong} role="alert">
            {t('match.measure.choose')}
          </p>
        ) : null}
      </fieldset>
      <Field
        label={t('match.measure.by')}
        value={by}
        autoComplete="name"
        maxLength={100}
        onChange={({ target }) => setBy(target.value)}
        error={isAsked && by.trim() === '' ? t('match.measure.by.missing') : undefined}
      />
      <Button type="submit" look="primary" large>
        {t('match.measure.save')}
      </Button>
    </form>
  );
}
