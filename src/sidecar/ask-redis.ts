// One question to a Redis, over its socket, without the driver: enough to see who is there and whether it is ready.
import { connect } from 'node:net';

/** The reply's text; an error's begins with '-'. Undefined when nobody answers in time. */
export function askRedis(
  socketPath: string,
  question: 'PING' | 'INFO server',
  timeoutMs: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    let received = '';
    function finish(answer: string | undefined) {
      socket.destroy();
      resolve(answer);
    }
    socket.setTimeout(timeoutMs, () => finish(undefined));
    socket.on('error', () => finish(undefined));
    socket.on('close', () => finish(undefined));
    socket.on('connect', () => socket.write(`${question}\r\n`));
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      const answer = parseReply(received);
      if (answer !== undefined) finish(answer);
    });
  });
}

function parseReply(received: string): string | undefined {
  const end = received.indexOf('\r\n');
  if (end < 0) return undefined;
  const line = received.slice(0, end);
  if (line.startsWith('+')) return line.slice(1);
  if (!line.startsWith('$')) return line;
  const length = Number(line.slice(1));
  return received.length >= end + 2 + length + 2 ? received.slice(end + 2, end + 2 + length) : undefined;
}
