// The matches of a target, which most tablets show on one day of a competition.
import { MatchRoom } from './match-room.tsx';

export const matchesPart = { MatchRoom } as const;
