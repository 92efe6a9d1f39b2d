// Addresses of the pages of eliminations on the desk. What belongs to no single event stands under `-`, which no event can be called.

/** In place of an event's id. */
export const allEvents = '-';

export function eventsPage(competition: string, ...parts: readonly string[]): string {
  return `/${[competition, 'events', ...parts].map((part) => encodeURIComponent(part)).join('/')}`;
}

/** `3/1` is `3-1` in addresses, as in those of the interface. */
export function matchInAddress(match: string): string {
  return match.replace('/', '-');
}

export function matchOfAddress(part: string): string {
  return part.replace('-', '/');
}
