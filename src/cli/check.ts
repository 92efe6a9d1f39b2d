// `tenring check`: not written yet.
import type { Command } from 'commander';

export function addCheck(_program: Command): void {
  // Not written yet.
}
