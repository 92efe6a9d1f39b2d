// Journal records of a small competition that shoots for as long as a test needs.
import type { Fact } from '../domain/facts.ts';
import { factToBytes } from '../wire/fact-record.ts';

const archers = 40;

function factAt(seq: number): Fact {
  if (seq === 1) {
    return {
      kind: 'competitionCreated',
      name: 'Piala Uji',
      venue: 'Lapangan Timur',
      from: '2026-05-01',
      to: '2026-05-02',
      discipline: 'outdoor',
      ruleSetId: 'wa-2026',
    };
  }
  if (seq === 2)
    return { kind: 'categoriesAdded', categories: [{ code: 'RM', name: 'Recurve Men', roundId: 'wa720-70' }] };
  if (seq === 3) {
    const entries = Array.from({ length: archers }, (_, index) => ({
      number: index + 1,
      name: `Archer ${index + 1}`,
      club: 'Garuda',
      category: 'RM',
      target: { butt: Math.floor(index / 4) + 1, letter: 'ABCD'[index % 4] ?? 'A' },
    }));
    return { kind: 'entriesRegistered', entries };
  }
  const shot = seq - 4;
  return {
    kind: 'arrowsScored',
    entry: (shot % archers) + 1,
    end: (Math.floor(shot / archers) % 12) + 1,
    first: 0,
    arrows: ['X', '10', '9'],
  };
}

/** Each command made two facts, the first one three: facts 1 to 3, then 4 and 5, 6 and 7… */
export function commandIdAt(seq: number): string {
  return Math.max(1, Math.floor(seq / 2))
    .toString(16)
    .padStart(32, '0');
}

/** The bytes of facts `from` to `to`. */
export function sampleRecords(from: number, to: number): Uint8Array[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    return factToBytes({
      at: 1_700_000_000_000 + seq,
      commandId: commandIdAt(seq),
      actor: { role: 'organiser' },
      fact: factAt(seq),
    });
  });
}
