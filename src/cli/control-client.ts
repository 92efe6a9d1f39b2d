// A running appliance on this machine, reached by the socket in its data folder: the organiser's way in without a password.
import { realpathSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { systemCodeOf } from '../kit/durable-files.ts';
import { controlSocketName, findSocketPlace } from '../kit/socket-place.ts';
import { type ApplianceClient, type Asked, errorOf, RefusedError, withFaults } from './appliance-client.ts';
import { CommandError } from './command-error.ts';

/** As for appliances elsewhere: a whole competition may take long. */
const timeoutMs = 120_000;

/** Undefined where no appliance runs in this folder. Rejects with CommandError where one may, and cannot be reached. */
export async function findControlClient(dataFolder: string): Promise<ApplianceClient | undefined> {
  const socketPath = placeIn(dataFolder);
  if (socketPath === undefined) return undefined;
  const ask: ApplianceClient['ask'] = async (...asked) => textOf(await answerOf(socketPath, ...asked));
  try {
    await ask('GET', '/healthz');
  } catch (error) {
    const code = systemCodeOf(error);
    // No socket, or one that a killed process left.
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTSOCK') return undefined;
    throw notReached(dataFolder, error);
  }
  return {
    ask: (...asked) =>
      ask(...asked).catch((error: unknown) => {
        throw error instanceof CommandError ? error : notReached(dataFolder, error);
      }),
    async download(path) {
      const answer = await answerOf(socketPath, 'GET', path).catch((error: unknown) => {
        throw notReached(dataFolder, error);
      });
      if (answer.statusCode !== 200) throw new RefusedError(errorOf(answer.statusCode ?? 0, await text(answer)));
      return withFaults(answer, (error) => notReached(dataFolder, error));
    },
  };
}

function placeIn(dataFolder: string): string | undefined {
  try {
    return findSocketPlace(realpathSync(dataFolder), controlSocketName);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw notReached(dataFolder, error);
  }
}

function answerOf(
  socketPath: string,
  method: string,
  path: string,
  { json, commandId }: Asked = {},
): Promise<IncomingMessage> {
  const headers = {
    host: 'localhost',
    accept: 'application/json',
    ...(json === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
    ...(commandId === undefined ? {} : { 'x-command-id': commandId }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked: ClientRequest = request({ socketPath, method, path, headers, agent: false }, resolve);
  asked.setTimeout(timeoutMs, () => asked.destroy(new Error(`no answer within ${timeoutMs / 1_000} s`)));
  asked.on('error', reject);
  asked.end(json);
  return promise;
}

/** Rejects with RefusedError for an error answer. */
async function textOf(answer: IncomingMessage): Promise<string> {
  const status = answer.statusCode ?? 0;
  const body = await text(answer);
  if (status < 200 || status >= 300) throw new RefusedError(errorOf(status, body));
  return body;
}

function notReached(dataFolder: string, error: unknown): CommandError {
  const code = systemCodeOf(error);
  if (code === 'EACCES' || code === 'EPERM') {
    const words = `${dataFolder} belongs to somebody else: give this command as who runs Tenring there, or with sudo.`;
    return new CommandError('notAllowed', words, { cause: error });
  }
  // Its own sentences end already.
  const why = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  return new CommandError('noAnswer', `The Tenring in ${dataFolder} does not answer: ${why}.`, { cause: error });
}
