// Topics: what a client can follow. One name per board, the same in sockets, on the relay and in the address bar.

export type Topic =
  | { readonly kind: 'leaderboard'; readonly competition: string; readonly category: string }
  | { readonly kind: 'target'; readonly competition: string; readonly butt: number }
  | { readonly kind: 'match'; readonly competition: string; readonly event: string; readonly match: string }
  | { readonly kind: 'athlete'; readonly competition: string; readonly entry: number }
  /** `session` 0: the competition's own clock. */
  | { readonly kind: 'clock'; readonly competition: string; readonly session: number }
  | { readonly kind: 'matchClock'; readonly competition: string; readonly event: string; readonly match: string }
  /** All clocks together, for who shows whichever runs. */
  | { readonly kind: 'clocks'; readonly competition: string }
  /** Screens, playlists, announcements, what is under review. */
  | { readonly kind: 'show'; readonly competition: string };

export function formatTopic(topic: Topic): string {
  switch (topic.kind) {
    case 'leaderboard':
      return `leaderboard/${topic.competition}/${encodeURIComponent(topic.category)}`;
    case 'target':
      return `target/${topic.competition}/${topic.butt}`;
    case 'match':
    case 'matchClock':
      return `${topic.kind}/${topic.competition}/${encodeURIComponent(topic.event)}/${encodeURIComponent(topic.match)}`;
    case 'athlete':
      return `athlete/${topic.competition}/${topic.entry}`;
    case 'clock':
      return `clock/${topic.competition}${topic.session === 0 ? '' : `/${topic.session}`}`;
    case 'clocks':
    case 'show':
      return `${topic.kind}/${topic.competition}`;
  }
}

const inside = 'inside ';

/**
 * Inside the appliance a topic has a second name: of things as they are, for scoring devices, where its own name is of what the public may
 * see of them. Clients know neither; in frames the topic always has its own name.
 */
export function insideNameOf(topic: Topic): string {
  return inside + formatTopic(topic);
}

/** Whether devices are shown more of it than the public. */
export function hasInside({ kind }: Topic): boolean {
  return kind === 'match' || kind === 'target';
}

/** A name of either kind. */
export function parseInsideName(name: string): { readonly topic: Topic; readonly isInside: boolean } | undefined {
  const isInside = name.startsWith(inside);
  const topic = parseTopic(isInside ? name.slice(inside.length) : name);
  return topic && { topic, isInside };
}

/** Undefined for a name that no topic has. */
export function parseTopic(name: string): Topic | undefined {
  if (name.length > 200) return undefined;
  const [kind, competition, ...parts] = name.split('/');
  if (!kind || !competition) return undefined;
  const keys = parts.map(decodePart);
  const [first, second] = keys;
  if (keys.length === 0) return wholeTopic(kind, competition);
  if (kind === 'match' || kind === 'matchClock')
    return keys.length === 2 ? matchTopic(kind, competition, first, second) : undefined;
  return first && keys.length === 1 ? topicOf(kind, competition, first) : undefined;
}

function wholeTopic(kind: string, competition: string): Topic | undefined {
  if (kind === 'clock') return { kind, competition, session: 0 };
  return kind === 'clocks' || kind === 'show' ? { kind, competition } : undefined;
}

function matchTopic(
  kind: 'match' | 'matchClock',
  competition: string,
  event: string | undefined,
  match: string | undefined,
): Topic | undefined {
  return event && match ? { kind, competition, event, match } : undefined;
}

function topicOf(kind: string, competition: string, key: string): Topic | undefined {
  if (kind === 'leaderboard') return { kind, competition, category: key };
  if (kind === 'target' && /^[1-9]\d{0,3}$/.test(key)) return { kind, competition, butt: Number(key) };
  if (kind === 'clock' && /^[1-9]\d{0,2}$/.test(key)) return { kind, competition, session: Number(key) };
  if (kind === 'athlete' && /^[1-9]\d{0,6}$/.test(key)) return { kind, competition, entry: Number(key) };
  return undefined;
}

function decodePart(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
