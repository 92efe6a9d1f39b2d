// `tenring doctor`: not written yet.
import type { Command } from 'commander';

export function addDoctor(_program: Command): void {
  // Not written yet.
}
