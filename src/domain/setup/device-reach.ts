// Where a device may write: at its butt. When the desk moves it, what it had typed and could not send is still meant for where it was:
// into blank boxes there, and as a second card, it may write on; what stands there it changes no more.
import type { Device } from '../competition.ts';

export type Reach = 'own' | 'former';

/** Where a device was before it came to this butt; nowhere for one that is new, was revoked, or has another token than before. */
export function formerButts(
  before: Device | undefined,
  { butt, tokenHash }: Pick<Device, 'butt' | 'tokenHash'>,
): readonly number[] {
  if (!before || before.revoked || before.tokenHash !== tokenHash) return [];
  return [...new Set([...(before.former ?? []), before.butt])].filter((each) => each !== butt);
}

export function mayWriteAt({ butt, former = [] }: Device, at: number | undefined, reach: Reach): boolean {
  return at === butt || (reach === 'former' && at !== undefined && former.includes(at));
}
