// A web space by HTTP PUT (WebDAV, or any server that takes it), with a name and a password where it wants them.
import { PublishError, type PublishTarget } from './publish-target.ts';

export interface PutSettings {
  /** Of the folder. */
  readonly url: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

const answerWithinMs = 20_000;
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export function createPutTarget({ url, user, password }: PutSettings): PublishTarget {
  const base = url.endsWith('/') ? url : `${url}/`;
  const { host } = new URL(base);
  const basic = Buffer.from(`${user ?? ''}:${password ?? ''}`).toString('base64');
  const authorization = user === undefined ? {} : { authorization: `Basic ${basic}` };

  async function put(name: string, content: string): Promise<number> {
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    try {
      const answer = await fetch(new URL(name, base), {
        method: 'PUT',
        headers: { 'content-type': type, ...authorization },
        body: content,
        // A redirect would send the password on, and a PUT answered by a page is none.
        redirect: 'manual',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      await answer.body?.cancel();
      return answer.status;
    } catch (error) {
      throw new PublishError(`${host} cannot be reached.`, { cause: error });
    }
  }

  return {
    async write(name, content) {
      const status = await put(name, content);
      if (status === 401 || status === 403)
        throw new PublishError(`${host} does not let us in (${status}): check name and password.`);
      if (status < 200 || status >= 300) throw new PublishError(`${host} did not take ${name} (${status}).`);
    },
    read: async () => undefined,
  };
}
