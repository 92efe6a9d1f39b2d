// `tenring completion`: not written yet.
import type { Command } from 'commander';

export function addCompletion(_program: Command): void {
  // Not written yet.
}
