// Whether a restart would help: what the watchdog of systemd hangs on. A full disk, an outside Redis that is gone or an archive that
// cannot write are told to people and do not end the process; a thread or a Redis that hangs does.
import type { Clock } from '../kit/clock.ts';

export interface VitalSigns {
  /** Of our own Redis, when it should answer; always true with an outside one. */
  redisAnswers(): Promise<boolean>;
  /** Settles when the archive's thread has answered. */
  askArchive(): Promise<unknown>;
  /** What keeps the appliance from its work, as /readyz has it. */
  troubles(): Promise<readonly { readonly code: string; readonly message: string }[]>;
  /** One line for people while all is well. */
  words(): string;
}

export interface Pulse {
  /** Undefined where all answer: else what hangs. */
  readonly hangs: string | undefined;
  readonly status: string;
}

/** A thread that folds a large competition, or a disk that is busy, may take its time. */
const answerWithinMs = 10_000;

async function inTime(answer: Promise<unknown>, clock: Clock): Promise<boolean> {
  const limit = new AbortController();
  const late = clock.sleep(answerWithinMs, limit.signal).then(
    () => false,
    () => true,
  );
  const answered = answer.then(
    (value) => value !== false,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    limit.abort(new Error('answered'));
  }
}

export async function checkSelf(signs: VitalSigns, clock: Clock): Promise<Pulse> {
  const [redis, archive, troubles] = await Promise.all([
    inTime(signs.redisAnswers(), clock),
    inTime(signs.askArchive(), clock),
    signs.troubles(),
  ]);
  const hanging = [
    ...(redis ? [] : ['Redis does not answer']),
    ...(archive ? [] : ['the archive does not answer']),
    ...(troubles.some(({ code }) => code === 'liveSilent') ? ['the live connections do not answer'] : []),
  ];
  const words = [...hanging, ...troubles.map(({ message }) => message)];
  return {
    hangs: hanging.length > 0 ? hanging.join(', ') : undefined,
    status: words.length > 0 ? words.join(' ') : signs.words(),
  };
}
