// Topics: what a client can follow. One name per board, the same in sockets, on the relay and in the address bar.

export type Topic =
  | { readonly kind: 'leaderboard'; readonly competition: string; readonly category: string }
  | { readonly kind: 'target'; readonly competition: string; readonly butt: number };

export function formatTopic(topic: Topic): string {
  return topic.kind === 'leaderboard'
    ? `leaderboard/${topic.competition}/${encodeURIComponent(topic.category)}`
    : `target/${topic.competition}/${topic.butt}`;
}

/** Undefined for a name that no topic has. */
export function parseTopic(name: string): Topic | undefined {
  const [kind, competition, key, ...rest] = name.split('/');
  if (!competition || !key || rest.length > 0 || name.length > 200) return undefined;
  if (kind === 'leaderboard') {
    const category = decodePart(key);
    return category === undefined ? undefined : { kind, competition, category };
  }
  return kind === 'target' && /^[1-9]\d{0,3}$/.test(key) ? { kind, competition, butt: Number(key) } : undefined;
}

function decodePart(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
