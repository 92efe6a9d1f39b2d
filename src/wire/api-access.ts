// What a page asks first, and the organiser's log-in.
import { type Static, Type } from 'typebox';

/** Nothing of it is a secret: pages elsewhere have it too. */
export const PusherAddressSchema = Type.Object({
  key: Type.String({ description: 'Of the app at Pusher' }),
  cluster: Type.Union([Type.String(), Type.Null()]),
  host: Type.Union([Type.String(), Type.Null()], { description: 'Of another server that speaks the protocol' }),
  port: Type.Union([Type.Integer(), Type.Null()]),
  tls: Type.Boolean(),
});
export type PusherAddress = Static<typeof PusherAddressSchema>;

/** GET /api/bootstrap: the first thing that every page asks. */
export const BootstrapSchema = Type.Object({
  version: Type.String(),
  realtimePort: Type.Integer({
    description: 'WebSocket port on the same host, by TLS where this was asked by https; paths /scoring and /board',
  }),
  passwordSet: Type.Boolean({
    description: 'False until the organiser has logged in with the one-time code and set a password',
  }),
  addresses: Type.Array(Type.String(), { description: 'http origins of this appliance on the LAN, best first' }),
  goneAddresses: Type.Array(Type.String(), {
    description: 'http origins under which it was reached before and is not any more',
  }),
  name: Type.Union([Type.String(), Type.Null()], {
    description: 'Host name by which the network finds it (mDNS), where the network allows that',
  }),
  secure: Type.Union(
    [
      Type.Null(),
      Type.Object({
        port: Type.Integer({ description: 'Of the pages over https' }),
        realtimePort: Type.Integer({ description: 'Of sockets by TLS, whichever way this was asked' }),
        fingerprint: Type.Union([Type.String(), Type.Null()], {
          description:
            'SHA-256 of the authority that devices have to trust; null for a certificate that they trust already',
        }),
      }),
    ],
    { description: 'Null where there is no https' },
  ),
  demo: Type.Boolean(),
  pusher: Type.Union([Type.Null(), PusherAddressSchema], {
    description: 'Where pages listen when the appliance cannot be reached; null without a relay',
  }),
});
export type Bootstrap = Static<typeof BootstrapSchema>;

/** POST /api/session: the one-time code, or the password. Sets the cookie `tenring`. */
export const LoginSchema = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 64 })),
  password: Type.Optional(Type.String({ maxLength: 200 })),
});
export type Login = Static<typeof LoginSchema>;

/** GET /api/session, answer of POST /api/session; DELETE /api/session logs out. */
export const SessionSchema = Type.Object({
  role: Type.Union([Type.Literal('organiser'), Type.Literal('viewer')]),
  passwordSet: Type.Boolean(),
});
export type Session = Static<typeof SessionSchema>;

/** PUT /api/password (organiser): the first password needs a session by one-time code, a later one the present password. */
export const NewPasswordSchema = Type.Object({
  password: Type.String({ maxLength: 200 }),
  current: Type.Optional(Type.String({ maxLength: 200 })),
});
export type NewPassword = Static<typeof NewPasswordSchema>;
