// Exit codes, after sysexits.h, so that scripts and systemd can tell what went wrong.

export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 64,
  portTaken: 69,
  defect: 70,
  diskFull: 74,
  inUse: 75,
  dataFolder: 73,
  redis: 76,
} as const;

export type ExitName = keyof typeof exitCodes;
