// `tenring verify`: not written yet.
import type { Command } from 'commander';

export function addVerify(_program: Command): void {
  // Not written yet.
}
