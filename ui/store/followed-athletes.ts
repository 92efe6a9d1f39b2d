// Addresses of an athlete's page, and the athletes that somebody has followed on this device, the latest first.
import { recall, remember } from './remember.ts';

/** A plain address without a secret: it may be printed, shared, and put on the home screen. */
export function athletePath(competition: string, entry: number): string {
  return `/athlete/${encodeURIComponent(competition)}/${entry}`;
}

/** Undefined for what is no entry's number. */
export function parseEntry(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

export interface FollowedBefore {
  readonly competition: string;
  readonly entry: number;
  readonly name: string;
  readonly competitionName: string;
}

const place = 'athletes';
const most = 8;

function isFollowed(each: unknown): each is FollowedBefore {
  if (!each || typeof each !== 'object') return false;
  const { competition, entry, name, competitionName } = each as Partial<Record<keyof FollowedBefore, unknown>>;
  const texts = [competition, name, competitionName];
  return Number.isInteger(entry) && texts.every((text) => typeof text === 'string');
}

/** Whatever cannot be read counts as nothing. */
export function parseFollowed(text: string | null): readonly FollowedBefore[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isFollowed).slice(0, most) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

export function withFollowed(list: readonly FollowedBefore[], latest: FollowedBefore): readonly FollowedBefore[] {
  const others = list.filter(({ competition, entry }) => competition !== latest.competition || entry !== latest.entry);
  return [latest, ...others].slice(0, most);
}

export function recallFollowed(): readonly FollowedBefore[] {
  return parseFollowed(recall(place));
}

export function rememberFollowed(latest: FollowedBefore): void {
  remember(place, JSON.stringify(withFollowed(recallFollowed(), latest)));
}
