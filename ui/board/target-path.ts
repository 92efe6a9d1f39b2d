// The address of one target's board.
export function targetPath(competition: string, butt: number): string {
  return `/board/${encodeURIComponent(competition)}/targets/${butt}`;
}
