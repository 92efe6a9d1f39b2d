// Topics that the tablet's screens follow beside their target's own: kept over reconnects and when the device goes to another target.
import { formatTopic, type Topic } from '../../src/wire/topics.ts';
import type { TopicListener } from '../link/link.ts';
import type { PairedTablet } from './paired-tablet.ts';

interface Followed {
  readonly topic: string;
  readonly listener: TopicListener;
  stop: () => void;
}

export interface FollowedTopics {
  /** Returns what stops it. */
  follow(topic: Topic, listener: TopicListener): () => void;
  /** From now on through this tablet; undefined: through none. The one before is closed already. */
  through(tablet: PairedTablet | undefined): void;
}

const nothing = () => undefined;

export function createFollowedTopics(): FollowedTopics {
  const followed = new Set<Followed>();
  let tablet: PairedTablet | undefined;
  return {
    follow(topic, listener) {
      const name = formatTopic(topic);
      const each: Followed = { topic: name, listener, stop: tablet?.follow(name, listener) ?? nothing };
      followed.add(each);
      return () => {
        followed.delete(each);
        each.stop();
      };
    },
    through(next) {
      tablet = next;
      for (const each of followed) each.stop = next?.follow(each.topic, each.listener) ?? nothing;
    },
  };
}
