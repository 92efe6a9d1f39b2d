// `tenring devices`: not written yet.
import type { Command } from 'commander';

export function addDevices(_program: Command): void {
  // Not written yet.
}
