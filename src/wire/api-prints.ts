// What is printed: /api/competitions/:id/prints.
import { type Static, Type } from 'typebox';
import { CodeSchema, listOf, nullable, strict } from './api-common.ts';
import { paperNames, printableDocuments, printLanguages } from './printables.ts';

export const PrintOrderSchema = Type.Object(
  {
    document: Type.Enum([...printableDocuments]),
    paper: Type.Optional(Type.Enum([...paperNames], { description: 'a4 by default' })),
    languages: Type.Optional(listOf(Type.Enum([...printLanguages]), { maxItems: 2 })),
    category: Type.Optional(CodeSchema),
    session: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 999, description: 'Scorecards: the ends of this one only' }),
    ),
    event: Type.Optional(CodeSchema),
    match: Type.Optional(
      Type.String({
        maxLength: 40,
        description: 'Cards of matches: this one of the event, `3/1`, whoever stands in it',
      }),
    ),
    filled: Type.Optional(Type.Boolean({ description: 'Cards: with what is scored so far' })),
    places: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 999,
        description: 'Certificates: down to this place; 3 by default, 0 for all',
      }),
    ),
    address: Type.Optional(
      Type.String({
        maxLength: 200,
        pattern: '^https?://[^\\s/]+$',
        description: 'Of this appliance, for codes to scan; its first one by default',
      }),
    ),
  },
  strict,
);
export type PrintOrderBody = Static<typeof PrintOrderSchema>;

export const PrintSchema = Type.Object({
  id: Type.String(),
  state: Type.Enum(['waiting', 'working', 'done', 'empty', 'failed'], {
    description: 'empty: there is nothing to print; done: its PDF can be fetched for five minutes',
  }),
  pages: Type.Integer({ description: 'Drawn so far' }),
  of: nullable(Type.Integer({ description: 'All; null while that is not known' })),
  bytes: nullable(Type.Integer({ description: 'Of the PDF, once it is done' })),
});
export type PrintView = Static<typeof PrintSchema>;
