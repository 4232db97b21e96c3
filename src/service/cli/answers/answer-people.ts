import { Type } from 'typebox';
import { AccountId, Uuid } from '../../../contract/identifiers';
import { defineCommand } from './define-command';

const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** What the command line asks about people's data: each request is one page or one batch, so that it asks again. */
export const answerNextSite = defineCommand(Type.Object({ after: orNull(Uuid) }), async (store, { after }) =>
  store.nextSite(after),
);

export const answerExport = defineCommand(
  Type.Object({
    cloudId: Uuid,
    accountId: orNull(AccountId),
    after: orNull(Type.Object({ phase: Type.String(), key: Type.Array(Type.String()) })),
  }),
  async (store, { cloudId, accountId, after }, by) => store.exportPage({ cloudId, accountId, after, actorId: by }),
);

export const answerErase = defineCommand(
  Type.Object({ cloudId: Uuid, accountId: AccountId }),
  async (store, { cloudId, accountId }, by) => store.eraseBatch(cloudId, accountId, by),
);

export const answerClearTraces = defineCommand(Type.Object({}), async (store) => {
  await store.clearTraces();
  return null;
});

export const answerRetention = defineCommand(Type.Object({ cloudId: Uuid }), async (store, { cloudId }) =>
  store.findRetention(cloudId),
);

export const answerSetRetention = defineCommand(
  Type.Object({ cloudId: Uuid, days: orNull(Type.Integer({ minimum: 1, maximum: 36_500 })) }),
  async (store, { cloudId, days }, by) => {
    await store.setRetention(cloudId, days, by);
    return days;
  },
);

export const answerAudit = defineCommand(
  Type.Object({ cloudId: Uuid, after: orNull(Uuid) }),
  async (store, { cloudId, after }) => store.listAudit(cloudId, after),
);
