// One match on a page that only looks: followed once, however many parts of the page show it, and for as long as any does.
import { useCallback, useSyncExternalStore } from 'react';
import { formatTopic, type Topic } from '../../src/wire/topics.ts';
import { type FollowedMatch, listenToMatch } from './match-topic.ts';
import { viewerSession } from './viewer-session.ts';

interface Watched {
  readonly listeners: Set<() => void>;
  readonly stop: () => void;
  heard: FollowedMatch | undefined;
}

const watched = new Map<string, Watched>();

function watch(topic: Topic, listener: () => void): () => void {
  const name = formatTopic(topic);
  const known = watched.get(name);
  const each = known ?? beginWatching(topic, name);
  each.listeners.add(listener);
  return () => {
    each.listeners.delete(listener);
    if (each.listeners.size > 0) return;
    watched.delete(name);
    each.stop();
  };
}

function beginWatching(topic: Topic, name: string): Watched {
  const hear = listenToMatch((heard) => {
    each.heard = heard;
    for (const listener of each.listeners) listener();
  });
  const each: Watched = { listeners: new Set(), stop: viewerSession().follow(topic, hear), heard: undefined };
  watched.set(name, each);
  return each;
}

/** Undefined until it is heard. */
export function useMatch(competition: string, event: string, match: string): FollowedMatch | undefined {
  const subscribe = useCallback(
    (listener: () => void) => watch({ kind: 'match', competition, event, match }, listener),
    [competition, event, match],
  );
  const name = formatTopic({ kind: 'match', competition, event, match });
  return useSyncExternalStore(subscribe, () => watched.get(name)?.heard);
}
