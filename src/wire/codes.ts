// Every code a socket can be closed with and every notice and deferral it can get, in one table that tells the client what to do next.

/** What a client does after a close: try again at once, later (with jitter), only after a person acted, or after reloading the page. */
export type NextStep = 'reconnect' | 'reconnectLater' | 'askPerson' | 'reload';

export interface CloseCode {
  readonly code: number;
  readonly name: string;
  readonly next: NextStep;
  readonly meaning: string;
}

export const closeCodes = {
  stopping: { code: 4000, name: 'stopping', next: 'reconnectLater', meaning: 'The appliance stops or restarts.' },
  malformed: { code: 4001, name: 'malformed', next: 'reload', meaning: 'A frame could not be read.' },
  unknownProtocol: {
    code: 4002,
    name: 'unknownProtocol',
    next: 'reload',
    meaning: 'The page is older or newer than the appliance.',
  },
  helloFirst: { code: 4003, name: 'helloFirst', next: 'reload', meaning: 'Something else came before hello.' },
  notPaired: {
    code: 4004,
    name: 'notPaired',
    next: 'askPerson',
    meaning: 'The device is not paired, or was revoked: scan the QR code of the target.',
  },
  tooManyTopics: {
    code: 4005,
    name: 'tooManyTopics',
    next: 'reload',
    meaning: 'More topics than one client may follow.',
  },
  tooFast: {
    code: 4006,
    name: 'tooFast',
    next: 'reconnectLater',
    meaning: 'More commands than one device may have under way.',
  },
  unavailable: { code: 4007, name: 'unavailable', next: 'reconnectLater', meaning: 'The appliance cannot answer now.' },
  moved: {
    code: 4008,
    name: 'moved',
    next: 'reconnect',
    meaning: 'The desk has handed the device to another butt, or to the other card: the next welcome says which.',
  },
  competitionGone: {
    code: 4009,
    name: 'competitionGone',
    next: 'askPerson',
    meaning: 'This appliance does not have the competition (any more): the device keeps what it has not sent.',
  },
  standby: {
    code: 4010,
    name: 'standby',
    next: 'reconnect',
    meaning: 'This machine stands by for another one: try that, and the other standbys.',
  },
  /** RFC 6455. Sent by sessions; far larger frames are cut off by uWebSockets.js without a code, and look like a lost connection. */
  tooLarge: { code: 1009, name: 'tooLarge', next: 'reload', meaning: 'A frame over the limit of this socket.' },
  /** RFC 6455: no close frame came; idle time-out, network gone. */
  lost: { code: 1006, name: 'lost', next: 'reconnect', meaning: 'The connection was lost.' },
} as const satisfies Record<string, CloseCode>;

export type CloseName = keyof typeof closeCodes;

const closeCodesByNumber: ReadonlyMap<number, CloseCode> = new Map(
  Object.values(closeCodes).map((each) => [each.code, each]),
);

/** An unknown code is treated like a lost connection. */
export function findCloseCode(code: number): CloseCode {
  return closeCodesByNumber.get(code) ?? closeCodes.lost;
}

export const noticeCodes = {
  noSuchTopic: 'There is nothing with this name to follow now. Who goes on following gets a snapshot once there is.',
  stopping: 'The appliance is about to stop; commands not acknowledged will be asked for again.',
} as const;
export type NoticeCode = keyof typeof noticeCodes;

export const deferralReasons = {
  journalDown: 'The journal cannot be reached. Keep the command and send it again.',
  stopping: 'The appliance is stopping. Keep the command and send it again.',
  overloaded: 'Too many commands are waiting. Keep the command and send it again.',
} as const;
export type DeferralReason = keyof typeof deferralReasons;
