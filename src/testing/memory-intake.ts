// Intake in memory on the real rules: decide, evolve, ids that take effect once. `defer` makes it answer as with the journal away.
import type { Competition } from '../domain/competition.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { RecordedFact } from '../domain/facts.ts';
import type { CommittedFacts, CompetitionView, Intake, Outcome } from '../intake/intake.ts';
import { hashOfRecord, noHash } from '../journal/record-chain.ts';
import type { DeferralReason } from '../wire/codes.ts';
import { factToBytes } from '../wire/fact-record.ts';

export interface MemoryIntake extends Intake {
  remove(competition: string): Promise<void>;
  /** While set, every command is deferred for this reason. */
  defer: DeferralReason | undefined;
  /** Facts so far, of all competitions. */
  readonly facts: readonly RecordedFact[];
}

const epoch = 'e1';

export function createMemoryIntake(): MemoryIntake {
  const competitions = new Map<
    string,
    { readonly state: Competition; readonly seq: number; readonly head: Uint8Array }
  >();
  const takenEffect = new Map<string, number>();
  const facts: RecordedFact[] = [];
  const listeners: ((committed: CommittedFacts) => void)[] = [];

  function viewOf(id: string): CompetitionView | undefined {
    const found = competitions.get(id);
    return found && { id, at: { epoch, seq: found.seq }, state: found.state, head: found.head };
  }

  const intake: MemoryIntake = {
    defer: undefined,
    facts,
    async submit(competition, command, context): Promise<Outcome> {
      if (intake.defer) return { kind: 'deferred', reason: intake.defer, retryAfterMs: 2_000 };
      const taken = takenEffect.get(`${competition} ${context.commandId}`);
      if (taken !== undefined) return { kind: 'accepted', at: { epoch, seq: taken }, repeated: true };
      let { state, seq, head } = competitions.get(competition) ?? { state: undefined, seq: 0, head: noHash };
      const decision = decide(state, command, context);
      if (decision.kind === 'rejected') return decision;
      const recorded: RecordedFact[] = [];
      for (const fact of decision.facts) {
        state = evolve(state, fact, context);
        seq += 1;
        recorded.push({ ...context, seq, fact });
        head = hashOfRecord(factToBytes({ ...context, fact }, head));
      }
      facts.push(...recorded);
      if (state) {
        competitions.set(competition, { state, seq, head });
        for (const listener of listeners) listener({ competition, epoch, facts: recorded, state });
      }
      takenEffect.set(`${competition} ${context.commandId}`, seq);
      return { kind: 'accepted', at: { epoch, seq }, repeated: false };
    },
    find: viewOf,
    list: () => [...competitions.keys()].flatMap((id) => viewOf(id) ?? []),
    onCommitted: (listener) => void listeners.push(listener),
    async remove(competition) {
      competitions.delete(competition);
    },
    close: () => Promise.resolve(),
  };
  return intake;
}
