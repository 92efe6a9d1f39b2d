// Exit codes, after sysexits.h, so that scripts and systemd can tell what went wrong.

export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 64,
  badFile: 65,
  noFile: 66,
  notFound: 67,
  noAnswer: 68,
  portTaken: 69,
  defect: 70,
  fileExists: 72,
  diskFull: 74,
  inUse: 75,
  dataFolder: 73,
  redis: 76,
  notAllowed: 77,
} as const;

export type ExitName = keyof typeof exitCodes;
