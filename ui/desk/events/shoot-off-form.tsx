// A shoot-off for the cut, typed by the keyboard alone: arrow, Enter, distance where it is needed, Enter; who is level shoots again in a
// round that opens below. The rules are the appliance's own.
import { type FormEvent, useRef, useState } from 'react';
import { type ShootOffRules, shootOffRulesOf } from '../../../src/domain/ranking/cut-shoot-off.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import { ByHandFields, unsigned } from './by-hand.tsx';
import styles from './events.module.css';
import { TieBox, type TieFormProps } from './tie-box.tsx';
import { nothingTyped, roundsOf, type ShootOffState, stateOf, type TypedRound, type TypedShot } from './tie-rounds.ts';

export function ShootOffForm(props: TieFormProps) {
  const { t } = useText();
  const { event } = props;
  const rules = shootOffRulesOf({ ...event, elimination: event.elimination ?? undefined });
  if (!rules)
    return <Banner tone="bad">{t('rejection.unknownFace', { faceId: event.elimination?.faceId ?? '' })}</Banner>;
  return (
    <TieBox {...props}>
      <Rounds {...props} rules={rules} />
    </TieBox>
  );
}

function Rounds({ path, tie, tied, cut, rules, onDone, onExpired }: TieFormProps & { readonly rules: ShootOffRules }) {
  const { t } = useText();
  const [typed, setTyped] = useState<readonly TypedRound[]>([]);
  const [byHand, setByHand] = useState(unsigned);
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { change, busy, failure } = useChange(onDone, onExpired);
  const atCut = { keys: tie.keys, from: tie.from, cut };
  const rounds = roundsOf(atCut, typed, rules);
  const state = stateOf(atCut, typed, rules);
  const nameOf = (key: string) => tied.find((row) => row.key === key)?.name ?? key;
  const type = (round: number, key: string, shot: TypedShot) => {
    setAsked(false);
    // What later rounds had was about others.
    setTyped([...typed.slice(0, round), new Map(typed[round]).set(key, shot)]);
  };
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (focusNext(form.current)) return;
    setAsked(true);
    if (state.kind !== 'decided' || byHand.by.trim() === '') return;
    const json = { reason: 'SO', rounds: rounds.map(({ shots }) => shots), by: byHand.by };
    void change(`${path}/ties`, { method: 'POST', json });
  };
  return (
    <form ref={form} onSubmit={submit} className={desk.done}>
      <p className={desk.soft}>{t('events.shootOff.hint', { arrows: rules.arrows })}</p>
      {rounds.map(({ keys }, round) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rounds of a shoot-off have no other name than their place.
          key={round}
          className={styles.part}
        >
          <legend>{round === 0 ? t('events.shootOff.first') : t('events.shootOff.again', { round: round + 1 })}</legend>
          {keys.map((key) => (
            <ShotFields
              key={key}
              name={nameOf(key)}
              shot={typed[round]?.get(key) ?? nothingTyped}
              onType={(shot) => type(round, key, shot)}
            />
          ))}
        </fieldset>
      ))}
      <p role="status" className={state.kind === 'decided' ? styles.decidedNow : desk.soft}>
        {state.kind === 'open' && !isAsked ? '' : wordsOf(t, state, nameOf)}
      </p>
      <ByHandFields value={byHand} onChange={setByHand} withoutReason />
      {failure ? <Failure failure={failure} /> : null}
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {t('events.shootOff.save')}
        </Button>
      </div>
    </form>
  );
}

interface ShotFieldsProps {
  readonly name: string;
  readonly shot: TypedShot;
  readonly onType: (shot: TypedShot) => void;
}

function ShotFields({ name, shot, onType }: ShotFieldsProps) {
  const { t } = useText();
  return (
    <div className={desk.pair}>
      <Field
        label={t('events.shootOff.arrows', { name })}
        value={shot.arrows}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onType({ ...shot, arrows: target.value })}
      />
      <Field
        label={t('events.shootOff.distance', { name })}
        note={t('desk.optional')}
        value={shot.distances}
        maxLength={40}
        inputMode="numeric"
        autoComplete="off"
        onChange={({ target }) => onType({ ...shot, distances: target.value.replace(/[^\d\s,;]/g, '') })}
      />
    </div>
  );
}

/** Enter goes through the fields and saves only from the last; on the button it saves. */
function focusNext(form: HTMLFormElement | null): boolean {
  const fields = [...(form?.querySelectorAll('input') ?? [])];
  const at = fields.findIndex((field) => field.matches(':focus'));
  const next = at < 0 ? undefined : fields[at + 1];
  next?.focus();
  return next !== undefined;
}

function wordsOf(t: ReturnType<typeof useText>['t'], state: ShootOffState, nameOf: (key: string) => string): string {
  switch (state.kind) {
    case 'decided':
      return t('events.shootOff.decided', {
        names: state.order.map((level) => level.map(nameOf).join(' = ')).join(', '),
      });
    case 'again':
      return t('events.shootOff.level', { names: state.keys.map(nameOf).join(', ') });
    case 'open':
      return t(`events.shootOff.${state.why}`, { name: nameOf(state.key) });
  }
}
