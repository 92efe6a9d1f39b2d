// A field of archers, set up over HTTP as an organiser does it, with a tablet at every butt.
import { type DeskClient, openDesk } from '../desk-client.ts';
import { deskPassword } from '../scoring-venue.ts';
import type { TabletsOrder } from './tablets.ts';

export interface Field {
  readonly competition: string;
  readonly tablets: TabletsOrder['tablets'];
}

const archersPerButt = 4;
const categories = ['RM', 'RW'] as const;
export const someCategory = categories[0];
/** Of the round that both categories shoot. */
export const ends = 12;
export const arrowsPerEnd = 6;

function csvOf(butts: number): string {
  const lines = Array.from({ length: butts * archersPerButt }, (_, index) => {
    const butt = Math.floor(index / archersPerButt) + 1;
    return `Archer ${index + 1};Club ${index % 7};${categories[butt % 2]};${butt}${'ABCD'[index % archersPerButt]}`;
  });
  return ['Name;Club;Category;Target', ...lines, ''].join('\n');
}

async function joinButt(desk: DeskClient, competition: string, butt: number) {
  const { code } = await desk.joinCode(competition, butt);
  return desk.join(code, `Tablet ${butt}`);
}

/** `deskCode` is what a new appliance has shown; undefined once the password is set. */
export async function setUpField(origin: string, deskCode: string | undefined, butts: number): Promise<Field> {
  const desk = await openDesk(origin, deskCode, deskPassword);
  const dates = { from: '2026-05-02', to: '2026-05-03' };
  const created = { name: 'Torture', venue: '', ...dates, discipline: 'outdoor', ruleSetId: 'wa-2026' } as const;
  const { id: competition } = await desk.createCompetition(created);
  await desk.importCsv(competition, csvOf(butts));
  const tablets = [];
  for (const { butt, archers } of await desk.targets(competition)) {
    const { device, token } = await joinButt(desk, competition, butt);
    tablets.push({ credentials: { competition, device, token }, entries: archers.map(({ entry }) => entry) });
  }
  return { competition, tablets };
}
