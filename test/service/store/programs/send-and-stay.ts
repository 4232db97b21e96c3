import { openStore } from '../../../../src/service/store/open-store';
import { newMessageId } from '../../../../src/service/store/rows/message-id';
import { aClaim, aMessage } from '../../../shared/store/builders';

/** Sends without an end into the store of the directory that it is given, and says each id once it is acknowledged. */
async function sendAndStay([dataDir = '', cloudId = '']: string[]): Promise<void> {
  const store = await openStore({ dataDir, now: () => new Date(), newId: newMessageId });
  for (let n = 0; ; n += 1) {
    const sent = await store.sendDirect(aMessage({ cloudId, text: `${n}`, claim: aClaim(`key-${n}`) }));
    if (sent.outcome === 'created') process.stdout.write(`${sent.value.id}\n`);
  }
}

void sendAndStay(process.argv.slice(2));
