// `tenring loadtest`: not written yet.
import type { Command } from 'commander';

export function addLoadtest(_program: Command): void {
  // Not written yet.
}
