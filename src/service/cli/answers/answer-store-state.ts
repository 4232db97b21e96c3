import { Type } from 'typebox';
import type { StoreState } from '../../doctor/check-store';
import { systemClock } from '../../store/system-clock';
import { defineCommand } from './define-command';

/** For `aside doctor`: that it is answered at all says that the store works. */
export const answerStoreState = defineCommand(Type.Object({}), async (store): Promise<StoreState> => {
  const signing = (await store.listKeys(systemClock.now())).find(({ endsAt }) => endsAt === null);
  const asked = systemClock.now().getTime();
  const { product, now } = await store.engine();
  // Before the workers, which may keep one waiting.
  const ahead = (asked + systemClock.now().getTime()) / 2 - now.getTime();
  return { keySince: signing?.createdAt ?? null, product, workers: await store.workers(), ahead };
});
