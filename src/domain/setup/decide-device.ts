// The devices of a competition: paired with a butt, moved to another one or given another name, let go again.
import type { ChangeDevice, PairDevice, RevokeDevice } from '../commands.ts';
import type { Competition } from '../competition.ts';
import { type Decision, happened, rejected } from '../decision.ts';
import { matchButtsOf } from '../event/schedule.ts';
import type { Rejection } from '../rejections.ts';
import { isOneLine } from './text-check.ts';

export function decideDevice(state: Competition, command: PairDevice | RevokeDevice | ChangeDevice): Decision {
  switch (command.kind) {
    case 'pairDevice': {
      const nobody = findNobodyAt(state, command.butt);
      return nobody ? rejected(nobody) : happened({ ...command, kind: 'devicePaired' });
    }
    case 'revokeDevice': {
      const { device } = command;
      return state.devices.has(device)
        ? happened({ kind: 'deviceRevoked', device })
        : rejected({ code: 'unknownDevice', device });
    }
    case 'changeDevice':
      return decideChange(state, command);
  }
}

/** Finals are often shot where nobody shot the qualification. */
function findNobodyAt(state: Competition, butt: number): Rejection | undefined {
  const isInUse = state.entriesByButt.at(butt)?.length || matchButtsOf(state).has(butt);
  return isInUse ? undefined : { code: 'unknownButt', butt };
}

/**
 * Its token stays what it is: the device goes on without being paired anew. One that was revoked has to join again. One that has joined without a
 * name can be moved without one.
 */
function decideChange(state: Competition, { device, butt, label, card }: ChangeDevice): Decision {
  const known = state.devices.get(device);
  if (!known) return rejected({ code: 'unknownDevice', device });
  if (known.revoked) return rejected({ code: 'deviceRevoked' });
  const nobody = findNobodyAt(state, butt);
  if (nobody) return rejected(nobody);
  if (label !== known.label && !isOneLine(label)) return rejected({ code: 'nameMissing' });
  const { tokenHash } = known;
  const paired = { kind: 'devicePaired', device, butt, tokenHash, label: label.trim() } as const;
  return happened(card === 'second' ? { ...paired, card } : paired);
}
