// `tenring backup`: not written yet.
import type { Command } from 'commander';

export function addBackup(_program: Command): void {
  // Not written yet.
}
