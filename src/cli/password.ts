// `tenring password`: not written yet.
import type { Command } from 'commander';

export function addPassword(_program: Command): void {
  // Not written yet.
}
