// The log that parts are given: pino's shape, cut down to what they use. `silentLog` is for tests.

export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

function nothing() {
  // A test that wants to see the log passes its own.
}

export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** What is news for whoever is told of the whole is a detail of its parts. */
export function withoutNews(log: Log): Log {
  return {
    debug: (details, message) => log.debug(details, message),
    info: (details, message) => log.debug(details, message),
    warn: (details, message) => log.warn(details, message),
    error: (details, message) => log.error(details, message),
  };
}
