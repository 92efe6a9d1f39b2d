// The one-time code in the address that the appliance prints: `#code=…`. It is taken out of the address bar at once.

export function takeCode(hash: string): string | undefined {
  const match = /^#code=(.{1,64})$/.exec(hash);
  if (!match?.[1]) return undefined;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return undefined;
  }
}
