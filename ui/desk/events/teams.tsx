// Who shoots for each team: as the ranking has it, and once it is drawn as the captain says, with whom and why.
import { type FormEvent, useState } from 'react';
import type { EntryView } from '../../../src/wire/api-entries.ts';
import type { BracketView } from '../../../src/wire/api-matches.ts';
import type { QualificationView } from '../../../src/wire/api-rankings.ts';
import { Button } from '../../parts/button.tsx';
import { Empty, Skeleton } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Select } from '../../parts/select.tsx';
import { pathOf } from '../../store/api.ts';
import { useApi } from '../../store/use-api.ts';
import { useText } from '../../text/text-context.tsx';
import desk from '../desk.module.css';
import { useChange } from '../use-change.ts';
import { useExpiry } from '../use-expiry.ts';
import { ByHandFields, isSigned, unsigned } from './by-hand.tsx';
import type { EventPartProps } from './event-part.ts';
import styles from './events.module.css';

type Team = Pick<BracketView['competitors'][number], 'key' | 'name' | 'entries'>;

const refreshMs = 5_000;
const nobody: readonly EntryView[] = [];

export function Teams({ competition, event, onChanged, onExpired }: EventPartProps) {
  const { t } = useText();
  const path = pathOf('competitions', competition.id, 'events', event.id);
  const entries = useApi<readonly EntryView[]>(pathOf('competitions', competition.id, 'entries'));
  const ranking = useApi<QualificationView>(`${path}/qualification?limit=1000`, refreshMs);
  const bracket = useApi<BracketView>(event.isDrawn ? `${path}/bracket` : undefined, refreshMs);
  const [changed, setChanged] = useState<string | undefined>();
  const failure = entries.failure ?? ranking.failure ?? bracket.failure;
  useExpiry(failure, onExpired);
  const teams: readonly Team[] | undefined = event.isDrawn ? bracket.data?.competitors : ranking.data?.rows;
  if (!teams || !entries.data)
    return failure ? <Failure failure={failure} onRetry={ranking.reload} /> : <Skeleton label={t('app.loading')} />;
  if (teams.length === 0) return <Empty title={t('events.teams.none')}>{t('events.teams.none.text')}</Empty>;
  const all = entries.data;
  const nameOf = (number: number) => all.find((entry) => entry.number === number)?.name ?? `#${number}`;
  return (
    <>
      <p>{t(event.isDrawn ? 'events.teams.drawn' : 'events.teams.text')}</p>
      <ul className={styles.lines}>
        {teams.map((team) => (
          <li key={team.key}>
            <span>
              <strong>{team.name}</strong>
              <span className={styles.small}>{team.entries.map(nameOf).join(', ')}</span>
            </span>
            {event.isDrawn ? (
              <Button
                aria-label={t('events.teams.change.name', { name: team.name })}
                aria-expanded={changed === team.key}
                onClick={() => setChanged(changed === team.key ? undefined : team.key)}
              >
                {t('events.teams.change')}
              </Button>
            ) : null}
            {changed === team.key ? (
              <ChangeTeam
                key={team.entries.join()}
                path={`${path}/draw/teams/${encodeURIComponent(team.key)}`}
                team={team}
                eligible={eligibleFor(event, team, teams, all)}
                onDone={() => {
                  setChanged(undefined);
                  bracket.reload();
                  onChanged();
                }}
                onExpired={onExpired}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of the same club or country and the event's categories, and in no other team; the rest of the rule is the appliance's to say. */
function eligibleFor(
  { contest }: EventPartProps['event'],
  team: Team,
  teams: readonly Team[],
  entries: readonly EntryView[] = nobody,
): readonly EntryView[] {
  if (contest.kind === 'individual') return nobody;
  const of = team.key.slice(0, team.key.lastIndexOf('#'));
  const categories = contest.parts.flatMap((part) => part.categories);
  const taken = teams.filter(({ key }) => key !== team.key).flatMap((other) => other.entries);
  return entries.filter(({ number, club, country = '', category, also = [] }) => {
    if (team.entries.includes(number)) return true;
    const isTheirs = (contest.teamsOf === 'club' ? club : country).trim() === of;
    return isTheirs && !taken.includes(number) && [category, ...also].some((code) => categories.includes(code));
  });
}

interface ChangeTeamProps {
  readonly path: string;
  readonly team: Team;
  readonly eligible: readonly EntryView[];
  readonly onDone: () => void;
  readonly onExpired: () => void;
}

function ChangeTeam({ path, team, eligible, onDone, onExpired }: ChangeTeamProps) {
  const { t } = useText();
  const [entries, setEntries] = useState(team.entries);
  const [byHand, setByHand] = useState(unsigned);
  const { change, busy, failure } = useChange(onDone, onExpired);
  const choose = (index: number, number: number) => {
    // Somebody who is in it already changes places with whoever stood there.
    const before = entries.indexOf(number);
    const next = entries.with(index, number);
    setEntries(before < 0 ? next : next.with(before, entries[index] ?? number));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change(path, { method: 'PUT', json: { was: team.entries, entries, ...byHand } });
  };
  return (
    <form className={styles.wide} onSubmit={submit}>
      <div className={desk.pair}>
        {entries.map((number, index) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: places of the team.
            key={index}
            label={t('events.teams.archer', { number: index + 1 })}
            value={String(number)}
            options={eligible.map((entry) => ({
              value: String(entry.number),
              label: `${entry.name} · ${entry.category}`,
            }))}
            onChange={(value) => choose(index, Number(value))}
          />
        ))}
      </div>
      <ByHandFields value={byHand} onChange={setByHand} />
      {failure ? <Failure failure={failure} /> : null}
      <div>
        <Button type="submit" look="primary" disabled={busy || !isSigned(byHand)}>
          {t('events.teams.save')}
        </Button>
      </div>
    </form>
  );
}
