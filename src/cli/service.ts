// `tenring service`: not written yet.
import type { Command } from 'commander';

export function addService(_program: Command): void {
  // Not written yet.
}
