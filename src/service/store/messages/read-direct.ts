import type { MessageList } from '../../../contract/resources';
import type { MessageWindow } from '../../conversation/conversation-store';
import type { Queries } from '../engine/database';
import { orderPair } from '../rows/direct-pair';
import { readDirectStatements } from './read-direct.sql';
import { readMessages } from './read-messages';

export async function readDirect(
  database: Queries,
  cloudId: string,
  callerId: string,
  otherId: string,
  window: MessageWindow,
): Promise<MessageList> {
  const { lowId, highId } = orderPair(callerId, otherId);
  return readMessages(
    database,
    { statements: readDirectStatements, cloudId, callerId, named: [lowId, highId], afterId: null },
    window,
  );
}
