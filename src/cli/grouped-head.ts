// The head of a competition's chain as two people read it to each other: its first 16 digits in groups of four. To find other facts with
// the same 64 bits takes more than a club's rival has; the whole head stands beside it.

export function groupedHead(head: string): string {
  return (head.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
