// How the command line speaks: data on stdout, messages on stderr, colour only where a terminal shows it and NO_COLOR allows it.
import { fstatSync, type Stats } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Config } from '../config/config.ts';
import type { Log } from '../kit/log.ts';
import { isReaderGone, OutputError } from './standard-streams.ts';

function usesColour({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

export function bold(text: string, on: { readonly isTTY?: boolean } = process.stderr): string {
  return usesColour(on) ? `\u001b[1m${text}\u001b[22m` : text;
}

/** What an appliance tells beside its work, on stdout or stderr: it goes on also when nobody takes it. */
export function mention(text: string, stream: NodeJS.WritableStream = process.stderr): void {
  stream.write(text);
}

/** Of a command other than start: said to a person, never data. */
export function say(message: string): void {
  mention(`${plain(message)}\n`);
}

/** Text from a file or another machine, on one line and without what a terminal would obey. */
export function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

/** Resolves once it is out. A reader that has seen enough and closed (`| head`) is no failure. Rejects with OutputError. */
export function writeData(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && !isReaderGone(error)) reject(new OutputError(error));
      else resolve();
    });
  });
}

const levels = { debug: 20, info: 30, warn: 40, error: 50 } as const;

/** One short line for people; `details` only where something is wrong. */
function createTerminalLog(lowest: Config['logLevel']): Log {
  function line(level: keyof typeof levels): Log['info'] {
    return (details, message) => {
      if (levels[level] < levels[lowest]) return;
      const time = new Date().toLocaleTimeString('en-GB');
      const rest = levels[level] >= levels.warn || lowest === 'debug' ? ` ${JSON.stringify(details)}` : '';
      mention(`${time} ${level === 'info' ? '' : `${level}: `}${message}${rest}\n`);
    };
  }
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** journald's priorities (sd-daemon(3)): `journalctl -p warning` goes by them. */
const priorities = { debug: '<7>', info: '<6>', warn: '<4>', error: '<3>' } as const;

type FileIdentity = Pick<Stats, 'dev' | 'ino'>;

/** Whether journald reads what is written to stderr: systemd says which file it is (systemd.exec(5), JOURNAL_STREAM). */
export function isJournal(environment: NodeJS.ProcessEnv, { dev, ino }: FileIdentity = fstatSync(2)): boolean {
  return environment.JOURNAL_STREAM === `${dev}:${ino}`;
}

/** People get lines, others JSON; journald knows time, process and machine already. */
export function createLog(level: Config['logLevel'], environment: NodeJS.ProcessEnv = process.env, dest = 2): Log {
  if (process.stderr.isTTY) return createTerminalLog(level);
  const destination = pino.destination({ dest, sync: true });
  // There is nowhere left to say that it could not be said.
  destination.on('error', () => undefined);
  if (!isJournal(environment)) return logInto(() => pino({ level }, destination));
  const short = { level, base: null, timestamp: false };
  return logInto((name) =>
    pino(short, { write: (line: string) => void destination.write(`${priorities[name]}${line}`) }),
  );
}

function logInto(loggerOf: (level: keyof typeof levels) => Logger): Log {
  const [debug, info, warn, error] = [loggerOf('debug'), loggerOf('info'), loggerOf('warn'), loggerOf('error')];
  return {
    debug: (details, message) => debug.debug(details, message),
    info: (details, message) => info.info(details, message),
    warn: (details, message) => warn.warn(details, message),
    error: (details, message) => error.error(details, message),
  };
}
