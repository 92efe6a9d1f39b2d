// Time that has passed by a clock that may be set at any moment: one that went back counts as long ago, so that nothing waits for it to catch up.

export function elapsedMs(nowMs: number, thenMs: number): number {
  return nowMs < thenMs ? Number.POSITIVE_INFINITY : nowMs - thenMs;
}
