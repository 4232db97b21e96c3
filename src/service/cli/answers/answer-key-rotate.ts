import { Type } from 'typebox';
import { rotateKey } from '../../identity/rotate-key';
import { defineCommand } from './define-command';

export const answerKeyRotate = defineCommand(Type.Object({ drop: Type.Boolean() }), async (store, { drop }, by) => {
  const { id, earlierEndAt } = await rotateKey(store, new Date(), drop, by);
  return { key: id, earlier_tokens_until: earlierEndAt.toISOString() };
});
