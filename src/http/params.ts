// Parameters of addresses, as text: they are numbers only after they look like numbers.
import { Type } from 'typebox';
import { SideSchema } from '../wire/api-common.ts';
import { tableNames } from '../wire/tables.ts';

export const CompetitionParams = Type.Object({ id: Type.String({ maxLength: 64 }) });
export const CategoryParams = Type.Object({
  id: Type.String({ maxLength: 64 }),
  category: Type.String({ maxLength: 100 }),
});
export const ButtParams = Type.Object({
  id: Type.String({ maxLength: 64 }),
  butt: Type.String({ pattern: '^[1-9][0-9]{0,3}$' }),
});
export const DeviceParams = Type.Object({ id: Type.String({ maxLength: 64 }), device: Type.String({ maxLength: 64 }) });

const CompetitionId = Type.String({ maxLength: 64 });
const Code = Type.String({ minLength: 1, maxLength: 100 });
/** From 1. */
const Ordinal = Type.String({ pattern: '^[1-9][0-9]{0,5}$' });

export const RoundParams = Type.Object({ id: CompetitionId, round: Code });
export const TableParams = Type.Object({ id: CompetitionId, table: Type.Enum([...tableNames]) });
export const PrintParams = Type.Object({ id: CompetitionId, print: Type.String({ maxLength: 64 }) });
export const SessionParams = Type.Object({ id: CompetitionId, session: Ordinal });
export const EntryParams = Type.Object({ id: CompetitionId, number: Ordinal });
export const EndParams = Type.Object({ id: CompetitionId, number: Ordinal, end: Ordinal });
export const EventParams = Type.Object({ id: CompetitionId, event: Code });
export const TeamParams = Type.Object({
  id: CompetitionId,
  event: Code,
  team: Type.String({ minLength: 1, maxLength: 120 }),
});
export const TieParams = Type.Object({ id: CompetitionId, event: Code, tie: Code });
/** A match as in `3-1`: its id is `3/1`. */
export const MatchParams = Type.Object({ id: CompetitionId, event: Code, match: Code });
export const MatchEndParams = Type.Object({
  id: CompetitionId,
  event: Code,
  match: Code,
  number: Ordinal,
  side: SideSchema,
});
export const MatchSideParams = Type.Object({ id: CompetitionId, event: Code, match: Code, side: SideSchema });
export const ShootOffParams = Type.Object({ id: CompetitionId, event: Code, match: Code, number: Ordinal });
