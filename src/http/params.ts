// Parameters of addresses, as text: they are numbers only after they look like numbers.
import { Type } from 'typebox';

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
