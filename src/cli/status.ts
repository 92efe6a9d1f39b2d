// `tenring status`: not written yet.
import type { Command } from 'commander';

export function addStatus(_program: Command): void {
  // Not written yet.
}
