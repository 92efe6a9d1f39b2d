// Between scoring sockets and the write path: which device is behind a socket, and every command's answer back to the socket it came from.
import type { Clock } from '../kit/clock.ts';
import { invariant } from '../kit/invariant.ts';
import type { Live } from '../live/live.ts';
import type { CommandFrame, DevicePlace } from '../live/messages.ts';
import type { DeviceCredentials } from '../wire/client-to-server.ts';
import type { CloseName } from '../wire/codes.ts';
import type { CommittedFacts, Intake, Outcome } from './intake.ts';

/** A device that may score, or the close code that says why not. */
export type DeviceCheck =
  | { readonly kind: 'device'; readonly place: DevicePlace }
  | { readonly kind: 'refused'; readonly close: CloseName };

export interface ScoringSessionsParts {
  readonly live: () => Live;
  readonly intake: Intake;
  readonly authenticate: (credentials: DeviceCredentials) => DeviceCheck;
  readonly clock: Clock;
  /** `HOST:PORT` of live connections that may take over; none by default. */
  readonly standbys?: () => readonly string[];
  /** Called for every answered command with the time from its arrival here, in ms. */
  readonly observe: (outcome: Outcome['kind'], durationMs: number) => void;
}

export interface ScoringSessions {
  greet(socket: number, credentials: DeviceCredentials): void;
  commands(frames: readonly CommandFrame[]): void;
  gone(socket: number): void;
}

export function createScoringSessions({
  live,
  intake,
  authenticate,
  clock,
  standbys = () => [],
  observe,
}: ScoringSessionsParts): ScoringSessions {
  const devices = new Map<number, Pick<DeviceCredentials, 'competition' | 'device'>>();

  /** Who was handed another butt comes again, and is greeted with it. A device that was just paired has no socket yet. */
  function dismissChanged({ competition, facts }: CommittedFacts) {
    for (const { fact } of facts) {
      if (fact.kind === 'deviceRevoked') live().dismiss(competition, fact.device, 'notPaired');
      if (fact.kind === 'devicePaired') live().dismiss(competition, fact.device, 'moved');
    }
  }
  intake.onCommitted(dismissChanged);

  async function submit({ socket, commandId, command }: CommandFrame): Promise<void> {
    const session = devices.get(socket);
    invariant(session, 'the live thread passes on commands of greeted sockets only');
    const arrivedAt = performance.now();
    const actor = { role: 'scorer', device: session.device } as const;
    const outcome = await intake.submit(session.competition, command, { commandId, at: clock.now(), actor });
    observe(outcome.kind, performance.now() - arrivedAt);
    live().answer({ socket, commandId, outcome });
  }

  return {
    greet(socket, credentials) {
      const check = authenticate(credentials);
      if (check.kind === 'refused') {
        live().refuse(socket, check.close);
        return;
      }
      devices.set(socket, { competition: credentials.competition, device: credentials.device });
      const at = intake.find(credentials.competition)?.at;
      const others = standbys();
      live().greet(socket, { ...check.place, ...(at && { at }), ...(others.length > 0 && { standbys: others }) });
    },
    commands(frames) {
      for (const frame of frames) void submit(frame);
    },
    gone(socket) {
      devices.delete(socket);
    },
  };
}
