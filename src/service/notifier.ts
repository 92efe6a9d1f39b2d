// Messages to systemd (sd_notify). They are unix datagrams, which Node cannot send, so `systemd-notify` sends them: it is there wherever
// systemd is. Since systemd 246 it waits until the message has been read, so systemd still finds whose child it was.
import { spawn } from 'node:child_process';
import type { Log } from '../kit/log.ts';

/** Variables of sd_notify(3), as READY: '1'. */
export type Message = Readonly<Record<string, string>>;

export interface Notifier {
  /** Soon, and in order. Of two messages that wait, the later one's words for the same variable are sent. */
  tell(message: Message): void;
  /** Resolves when all is sent. */
  idle(): Promise<void>;
}

/** Rejects where the words could not be sent. */
export type Send = (words: readonly string[]) => Promise<void>;

const sendWithinMs = 10_000;

export function sendBySystemdNotify(environment: NodeJS.ProcessEnv): Send {
  const { NOTIFY_SOCKET, PATH } = environment;
  return (words) =>
    new Promise((resolve, reject) => {
      const child = spawn('systemd-notify', words, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { NOTIFY_SOCKET, PATH },
        timeout: sendWithinMs,
      });
      let said = '';
      child.stderr.on('data', (bytes: Buffer) => {
        said += bytes.toString();
      });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        if (code === 0) resolve();
        else reject(new Error(`systemd-notify ended with ${code ?? signal}: ${said.trim()}`));
      });
    });
}

export function createNotifier(send: Send, log: Log): Notifier {
  let waiting: Message = {};
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    while (Object.keys(waiting).length > 0) {
      const words = Object.entries(waiting).map(([name, value]) => `${name}=${oneLine(value)}`);
      waiting = {};
      try {
        await send(words);
      } catch (error) {
        // systemd acts on what it does not hear; scoring does not stop for it.
        log.warn({ words, error: String(error) }, 'systemd could not be told');
      }
    }
    sending = undefined;
  }

  return {
    tell(message) {
      waiting = { ...waiting, ...message };
      sending ??= sendAll();
    },
    idle: async () => {
      await sending;
    },
  };
}

/** A line is one variable. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500);
}
