// How the command line speaks: data on stdout, messages on stderr, colour only where a terminal shows it and NO_COLOR allows it.
import { pino } from 'pino';
import type { Config } from '../config/config.ts';
import type { Log } from '../kit/log.ts';

function usesColour({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

export function bold(text: string, on: { readonly isTTY?: boolean } = process.stderr): string {
  return usesColour(on) ? `\u001b[1m${text}\u001b[22m` : text;
}

/** Of a command other than start: said to a person, never data. */
export function say(message: string): void {
  process.stderr.write(`${plain(message)}\n`);
}

/** Text from a file or another machine, on one line and without what a terminal would obey. */
export function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

/** Resolves once it is out. A reader that has seen enough and closed (`| head`) is no failure. */
export function writeData(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      if (error && !('code' in error && error.code === 'EPIPE')) reject(error);
      else resolve();
    };
    process.stdout.once('error', settle);
    process.stdout.write(text, settle);
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
      process.stderr.write(`${time} ${level === 'info' ? '' : `${level}: `}${message}${rest}\n`);
    };
  }
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** People get lines, journald gets JSON. */
export function createLog(level: Config['logLevel']): Log {
  if (process.stderr.isTTY) return createTerminalLog(level);
  const logger = pino({ level }, pino.destination({ dest: 2, sync: true }));
  return {
    debug: (details, message) => logger.debug(details, message),
    info: (details, message) => logger.info(details, message),
    warn: (details, message) => logger.warn(details, message),
    error: (details, message) => logger.error(details, message),
  };
}
