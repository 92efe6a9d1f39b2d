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
  wrong.push(...outOfOrder(ledger, facts));
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

/**
 * What was typed after something else was acknowledged stands after it in the journal, whoever typed it; and an archer's ends follow one
 * another. Arrows that are on their way together may overtake each other within an end, when one of them is deferred.
 */
function outOfOrder(ledger: readonly LedgerLine[], facts: readonly RecordedFact[]): readonly string[] {
  const wrong: string[] = [];
  const seqs = new Map(facts.map(({ commandId, seq }) => [commandId, seq]));
  const lastEnd = new Map<number, { readonly end: number; readonly seq: number }>();
  let acknowledged = 0;
  for (const line of ledger) {
    if (line.kind === 'saved') acknowledged = Math.max(acknowledged, line.seq);
    const seq = seqs.get(line.commandId);
    if (line.kind !== 'typed' || seq === undefined) continue;
    if (seq <= acknowledged)
      wrong.push(`${line.commandId} is fact ${seq}, and ${acknowledged} was acknowledged before it was typed`);
    const last = lastEnd.get(line.entry);
    if (last && last.end < line.end && seq < last.seq)
      wrong.push(`${line.commandId} stands before an earlier end of the same archer`);
    if (!last || seq > last.seq) lastEnd.set(line.entry, { end: line.end, seq });
  }
  return wrong;
}
