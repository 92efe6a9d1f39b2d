// `tenring restore`: not written yet.
import type { Command } from 'commander';

export function addRestore(_program: Command): void {
  // Not written yet.
}
