// A toss among those who are level inside the bracket: the order that it gave, the winner first.
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Select } from '../../parts/select.tsx';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import { ByHandFields, unsigned } from './by-hand.tsx';
import { TieBox, type TieFormProps } from './tie-box.tsx';

export function TossForm(props: TieFormProps) {
  const { t } = useText();
  const { path, tie, tied, onDone, onExpired } = props;
  const [order, setOrder] = useState<readonly string[]>(tie.keys.map(() => ''));
  const [byHand, setByHand] = useState(unsigned);
  const { change, busy, failure } = useChange(onDone, onExpired);
  const free = (index: number) => tied.filter(({ key }) => order[index] === key || !order.includes(key));
  // The last one follows from the others.
  const asked = order.slice(0, -1);
  const last = tie.keys.find((key) => !asked.includes(key)) ?? '';
  const isWhole = asked.every((key) => key !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole)
      void change(`${path}/ties`, { method: 'POST', json: { reason: 'CT', order: [...asked, last], by: byHand.by } });
  };
  return (
    <TieBox {...props}>
      <form onSubmit={submit} className={desk.done}>
        <div className={desk.pair}>
          {asked.map((chosen, index) => (
            <Select
              // biome-ignore lint/suspicious/noArrayIndexKey: places of the toss.
              key={index}
              label={t('events.toss.place', { place: tie.from + index })}
              value={chosen}
              options={[
                { value: '', label: t('events.toss.choose') },
                ...free(index).map(({ key, name }) => ({ value: key, label: name })),
              ]}
              onChange={(key) => setOrder(order.with(index, key))}
            />
          ))}
        </div>
        <ByHandFields value={byHand} onChange={setByHand} withoutReason />
        {failure ? <Failure failure={failure} /> : null}
        <div>
          <Button type="submit" look="primary" disabled={busy || !isWhole || byHand.by.trim() === ''}>
            {t('events.toss.save')}
          </Button>
        </div>
      </form>
    </TieBox>
  );
}
