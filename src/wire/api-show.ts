// Screens, playlists, announcements and reviews over HTTP.
import { type Static, Type } from 'typebox';
import { announcementPlaces, plainViews } from '../domain/show/show.ts';
import { ByName, listOf, nullable, PositionSchema, ReasonSchema, strict } from './api-common.ts';

const Name = Type.String({ maxLength: 100 });
const Time = Type.Number({ description: 'Milliseconds since 1970 by the appliance’s clock' });

export const ViewSchema = Type.Union([
  Type.Object({ kind: Type.Literal('leaderboard'), category: Name }, strict),
  Type.Object({ kind: Type.Literal('bracket'), event: Name }, strict),
  Type.Object({ kind: Type.Literal('match'), event: Name, match: Name }, strict),
  Type.Object({ kind: Type.Enum([...plainViews]) }, strict),
]);

export const ContentSchema = Type.Union([
  Type.Object({ kind: Type.Literal('automatic') }, { ...strict, description: 'Everything that is going on, in turn' }),
  Type.Object({ kind: Type.Literal('playlist'), playlist: Name }, strict),
  Type.Object({ kind: Type.Literal('view'), view: ViewSchema }, strict),
]);

/** PUT /api/competitions/:id/screens/:screen (organiser) */
export const ScreenBodySchema = Type.Object({ name: Name, shows: ContentSchema, isBlank: Type.Boolean() }, strict);

/** POST /api/screens/:screen: a screen says that it is there, every few seconds. */
export const ScreenReportSchema = Type.Object(
  {
    width: Type.Integer({ minimum: 0, maximum: 100_000, description: 'Of its window, in pixels' }),
    height: Type.Integer({ minimum: 0, maximum: 100_000 }),
    view: nullable(ViewSchema),
  },
  strict,
);
export type ScreenReport = Static<typeof ScreenReportSchema>;

export const ScreenOrdersSchema = Type.Object({
  competition: nullable(Type.String({ description: 'Whose it is; null until the desk takes it' })),
  identifyAt: nullable(Time),
  reloadAt: nullable(Time),
});
export type ScreenOrders = Static<typeof ScreenOrdersSchema>;

const SeenSchema = nullable(
  Type.Object({
    at: Time,
    isThere: Type.Boolean({ description: 'Heard of within the last seconds' }),
    width: Type.Integer(),
    height: Type.Integer(),
    view: nullable(ViewSchema),
  }),
);

/** GET /api/competitions/:id/screens (organiser) */
export const ScreensSchema = Type.Object({
  position: PositionSchema,
  screens: listOf(
    Type.Object({
      id: Type.String(),
      code: Type.String(),
      name: Type.String(),
      shows: ContentSchema,
      isBlank: Type.Boolean(),
      seen: SeenSchema,
    }),
  ),
  others: listOf(
    Type.Object({
      id: Type.String(),
      code: Type.String({ description: 'What it shows, large' }),
      seen: SeenSchema,
      competition: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    }),
  ),
  playlists: listOf(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      items: listOf(Type.Object({ view: ViewSchema, seconds: Type.Integer() })),
    }),
  ),
});
export type ScreensView = Static<typeof ScreensSchema>;

/** PUT /api/competitions/:id/playlists/:playlist (organiser) */
export const PlaylistBodySchema = Type.Object(
  {
    name: Name,
    items: listOf(
      Type.Object({ view: ViewSchema, seconds: Type.Integer({ description: 'Of one page, 3 to 600' }) }, strict),
      { maxItems: 200 },
    ),
  },
  strict,
);

const PlaceSchema = Type.Enum([...announcementPlaces], {
  description: 'everywhere: TVs, phones and tablets; screens: TVs only',
});

/** PUT /api/competitions/:id/announcements/:announcement (organiser) */
export const AnnouncementBodySchema = Type.Object(
  {
    text: Type.String({ maxLength: 1_000, description: 'One line of at most 300 letters' }),
    place: PlaceSchema,
    until: Type.Optional(Time),
  },
  strict,
);

/** PUT …/categories/:category/frozen and …/events/:event/matches/:match/frozen (organiser) */
export const FreezeBodySchema = Type.Object({ by: ByName, reason: ReasonSchema }, strict);

/** GET /api/competitions/:id/show */
export const ShowSchema = Type.Object({
  position: PositionSchema,
  announcements: listOf(
    Type.Object({
      id: Type.String(),
      text: Type.String(),
      place: PlaceSchema,
      from: Time,
      until: Type.Optional(Time),
    }),
  ),
  underReview: listOf(
    Type.Object({
      held: Type.Union([
        Type.Object({ kind: Type.Literal('category'), category: Type.String() }),
        Type.Object({ kind: Type.Literal('match'), event: Type.String(), match: Type.String() }),
      ]),
      at: Type.Number({ description: 'Since then everybody but the organiser sees it as it stood' }),
    }),
  ),
});
export type ShowView = Static<typeof ShowSchema>;
