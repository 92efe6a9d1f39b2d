// Tablets to replay with: one per butt, over real sockets.
import { createRandom } from '../simulator/random.ts';
import { type Answer, openSimulatedTablet, type SimulatedTablet } from '../simulator/simulated-tablet.ts';
import type { DeviceCredentials } from '../wire/client-to-server.ts';
import type { ReplayAnswer, ReplayedCommand } from './replay.ts';

export interface ReplayTablets {
  send(command: ReplayedCommand): Promise<ReplayAnswer>;
  /** Commands saved so far, with their place in the journal: what a crash must not lose. */
  readonly acks: ReadonlyMap<string, number>;
  close(): void;
}

/** `url` is the scoring address; `credentialsByButt` come from joining each butt. */
export function openReplayTablets(
  url: string,
  credentialsByButt: ReadonlyMap<number, DeviceCredentials>,
): ReplayTablets {
  const acks = new Map<string, number>();
  const onAnswer = (answer: Answer) => {
    if (answer.kind === 'saved') acks.set(answer.commandId, answer.at.seq);
  };
  const tablets = new Map<number, SimulatedTablet>();
  for (const [butt, credentials] of credentialsByButt) {
    const random = createRandom(butt).next;
    tablets.set(butt, openSimulatedTablet({ url, credentials, window: 16, random, onAnswer }));
  }
  return {
    async send({ butt, command, commandId }) {
      const answer = await tablets.get(butt)?.submit(command, commandId);
      if (answer?.kind === 'rejected') return { rejected: answer.rejection.code };
      return answer?.kind === 'saved' ? 'saved' : 'unanswered';
    },
    acks,
    close() {
      for (const tablet of tablets.values()) tablet.close();
    },
  };
}
