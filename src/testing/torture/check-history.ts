// The judgement after a fault: what the tablets typed and were told, against what the archive holds.
import type { RecordedFact } from '../../domain/facts.ts';
import type { LedgerLine, Typed } from './ledger.ts';

export interface Judgement {
  readonly acks: number;
  /** Acknowledged and not there, or there as something else. */
  readonly lost: readonly string[];
  /** In effect more than once. */
  readonly doubled: readonly string[];
  /** All else that is wrong, in words. */
  readonly wrong: readonly string[];
}

/** `facts` are all of one competition, as they are stored. */
export function judge(ledger: readonly LedgerLine[], facts: readonly RecordedFact[]): Judgement {
  const typed = new Map<string, Typed>();
  const saved = new Map<string, number>();
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  for (const line of ledger) {
    if (line.kind === 'typed') typed.set(line.commandId, line);
    else if (line.kind === 'refused') wrong.push(`${line.commandId} was refused: ${line.code}`);
    else {
      const before = saved.get(line.commandId);
      if (before !== undefined && before !== line.seq)
        wrong.push(`${line.commandId} was acknowledged as ${before} and as ${line.seq}`);
      saved.set(line.commandId, line.seq);
    }
  }
  const effects = new Map<string, number>();
  for (const [index, { seq, commandId, fact }] of facts.entries()) {
    if (seq !== index + 1) wrong.push(`fact ${seq} stands where ${index + 1} should`);
    if (fact.kind !== 'arrowsScored') continue;
    if (effects.has(commandId)) doubled.push(`${commandId} took effect as ${effects.get(commandId)} and as ${seq}`);
    effects.set(commandId, seq);
    const meant = typed.get(commandId);
    if (!meant) wrong.push(`${commandId} (fact ${seq}) was never typed`);
    else if (!isSame(meant, fact)) lost.push(`${commandId} (fact ${seq}) is not what was typed`);
  }
  for (const [commandId, seq] of saved) {
    const found = effects.get(commandId);
    if (found === undefined) lost.push(`${commandId}, acknowledged as ${seq}, is not there`);
    else if (found !== seq) wrong.push(`${commandId}, acknowledged as ${seq}, is ${found}`);
  }
  wrong.push(...outOfOrder(facts, typed));
  return { acks: saved.size, lost, doubled, wrong };
}

function isSame(meant: Typed, fact: Extract<RecordedFact['fact'], { kind: 'arrowsScored' }>): boolean {
  return (
    meant.entry === fact.entry &&
    meant.end === fact.end &&
    meant.first === fact.first &&
    fact.arrows.length === 1 &&
    fact.arrows[0] === meant.arrow
  );
}

/** An archer's arrows are in the journal in the order in which they were typed. */
function outOfOrder(facts: readonly RecordedFact[], typed: ReadonlyMap<string, Typed>): readonly string[] {
  const wrong: string[] = [];
  const lastOf = new Map<number, Typed>();
  for (const { commandId } of facts) {
    const arrow = typed.get(commandId);
    if (!arrow) continue;
    const last = lastOf.get(arrow.entry);
    if (last && (arrow.end < last.end || (arrow.end === last.end && arrow.first <= last.first)))
      wrong.push(`${arrow.commandId} stands after a later arrow of the same archer`);
    lastOf.set(arrow.entry, arrow);
  }
  return wrong;
}
