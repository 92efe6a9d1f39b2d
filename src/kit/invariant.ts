// A defect is ours: say why and stop, rather than go on with a state that cannot be.

export class DefectError extends Error {
  override readonly name = 'DefectError';
}

export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new DefectError(why);
}
