// Reads what strace saw of Redis and of the appliance, and says when each command's facts were on the disk and when its ack left.
// strace -ff -ttt -T -xx -yy: a file per thread, times in seconds, bytes in hexadecimal, files by name.

export interface SystemCall {
  readonly name: string;
  /** The file or socket behind the first argument. */
  readonly target: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly result: number;
  /** What was written, in hexadecimal digits. */
  readonly hex: string;
}

const pattern = /^(\d+\.\d+) (\w+)\(\d+<(.*?)>(?=[,)])(.*)\)\s+= (-?\d+).* <(\d+\.\d+)>$/;

/** Lines of calls that were cut off, or that are not about a file, say nothing here. */
export function parseTrace(trace: string): readonly SystemCall[] {
  return trace.split('\n').flatMap((line) => {
    const [, at = '', name = '', target = '', rest = '', result = '', took = ''] = pattern.exec(line) ?? [];
    if (name === '') return [];
    const startedAt = Number(at);
    const hex = [...rest.matchAll(/\\x([0-9a-f]{2})/g)].map(([, digits]) => digits).join('');
    return [
      { name, target: asText(target), startedAt, endedAt: startedAt + Number(took), result: Number(result), hex },
    ];
  });
}

/** With -xx some versions write names in hexadecimal, too. */
function asText(target: string): string {
  return target.replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

const isJournal = ({ target }: SystemCall) => target.includes('.aof');
const isSync = ({ name }: SystemCall) => name === 'fdatasync' || name === 'fsync';
const isSocket = ({ target }: SystemCall) => /socket|UNIX|TCP/.test(target);

/** Replies that Redis's thread sent while something that it had appended was not synced. */
export function repliesBeforeSync(redis: readonly SystemCall[]): readonly SystemCall[] {
  let isDirty = false;
  return redis.filter((call) => {
    if (isJournal(call) && isSync(call)) isDirty = isDirty && call.result !== 0;
    else if (isJournal(call)) isDirty = true;
    return isDirty && isSocket(call);
  });
}

/** When the sync returned that covers the command's facts; undefined when they were not written. */
export function durableAt(redis: readonly SystemCall[], commandId: string): number | undefined {
  const written = redis.findIndex((call) => isJournal(call) && call.hex.includes(commandId));
  if (written < 0) return undefined;
  return redis.slice(written).find((call) => isJournal(call) && isSync(call) && call.result === 0)?.endedAt;
}

/** When the first frame with the command's id left over the network. */
export function ackedAt(appliance: readonly SystemCall[], commandId: string): number | undefined {
  const times = appliance.filter((call) => call.target.includes('TCP') && call.hex.includes(commandId));
  return times.length === 0 ? undefined : Math.min(...times.map(({ startedAt }) => startedAt));
}
