import { Type } from 'typebox';
import type { StoreState } from '../../doctor/check-store';
import { defineCommand } from './define-command';

/** For `aside doctor`: that it is answered at all says that the store works. */
export const answerStoreState = defineCommand(Type.Object({}), async (store): Promise<StoreState> => {
  const signing = (await store.listKeys(new Date())).find(({ endsAt }) => endsAt === null);
  const asked = Date.now();
  const { product, now } = await store.engine();
  return { keySince: signing?.createdAt ?? null, product, ahead: (asked + Date.now()) / 2 - now.getTime() };
});
