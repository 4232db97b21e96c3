import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageWindow } from '../../../src/service/conversation/conversation-store';
import { openStore } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { type BundledProgram, bundleProgram } from '../../shared/program/bundle-program';
import { startChild } from '../../shared/program/child';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';
import { aClaim, aMessage, aSite, aWindow } from '../../shared/store/builders';

jest.setTimeout(600_000);

describe('the store in a directory', () => {
  const makeDirectory = useTemporaryDirectories();
  let program: BundledProgram;

  beforeAll(async () => {
    program = await bundleProgram(join(__dirname, 'programs/send-and-stay.ts'));
  });

  test('has every message that was acknowledged before its process was killed, in order, and its key', async () => {
    const dataDir = await makeDirectory();
    const cloudId = aSite();
    const child = startChild(program, [dataDir, cloudId]);
    await child.line(/./);
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGKILL');
    const acknowledged = (await child.ended).stdout.split('\n').slice(0, -1);

    const store = await openStore({ dataDir, now: () => new Date(), newId: newMessageId });
    const found: string[] = [];
    for (let position: MessageWindow['position'] | null = { kind: 'afterTimestamp', at: new Date(0) }; position; ) {
      const { values, after } = await store.readDirect(cloudId, 'alice', 'bob', aWindow({ position }));
      found.push(...values.map(({ id }) => id));
      position = after === null ? null : { kind: 'afterMessage', id: after };
    }
    const again = await store.sendDirect(aMessage({ cloudId, text: '0', claim: aClaim('key-0') }));
    await store.close();

    expect(acknowledged.length).toBeGreaterThan(0);
    expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
    // One more may have been kept and not said any more.
    expect(found.length - acknowledged.length).toBeLessThanOrEqual(1);
    expect(again).toEqual({ outcome: 'replayed', value: { id: acknowledged[0] } });
    expect((await stat(join(dataDir, 'pglite'))).mode & 0o777).toBe(0o700);
  });
});
