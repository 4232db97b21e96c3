import { type Static, Type } from 'typebox';
import { Timestamp } from './identifiers';
import { scopes } from './scopes';

const timeOrNull = (description: string) => Type.Union([Timestamp, Type.Null()], { description });

/** What an administrator of Jira may know of the service and of the site in it. No names, no words. */
export const SiteState = Type.Object({
  now: Type.String({ format: 'date-time', description: 'By the clock of the service' }),
  retentionDays: Type.Union([Type.Integer(), Type.Null()], {
    description: 'How many days the site keeps messages; null: for ever',
  }),
  purged: timeOrNull('When old messages were last looked for; null: never'),
  certificate: Type.Union(
    [
      Type.Object({
        host: Type.String(),
        checked: Timestamp,
        ends: timeOrNull('When the certificate ends; null: no TLS connection could be made'),
      }),
      Type.Null(),
    ],
    {
      description:
        'Of the address in `ASIDE_PUBLIC_URL`, as the service itself sees it, at most an hour old; null where that is not set, is no https, or was not looked at yet',
    },
  ),
});

/** The OAuth clients that the site is granted to, the eldest first. Nothing of a secret. */
export const ClientList = Type.Object({
  values: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String({ description: 'What whoever made it calls it' }),
      scopes: Type.Array(Type.String({ enum: [...scopes] })),
      created: Timestamp,
      revoked: timeOrNull('Null: it is good'),
      used: timeOrNull('The hour of its last request to this site that was let in; null: none is known'),
    }),
  ),
});

export type SiteState = Static<typeof SiteState>;
export type ClientList = Static<typeof ClientList>;
