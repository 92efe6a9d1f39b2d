// `tenring events`: not written yet.
import type { Command } from 'commander';

export function addEvents(_program: Command): void {
  // Not written yet.
}
