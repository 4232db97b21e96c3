import { ask } from '../../shared/service/ask';
import { site } from '../../shared/service/running-service';
import type { Place, Sign } from './places';

export interface ReadMessage {
  readonly id: string;
  readonly text: string;
  readonly senderId: string;
  readonly isDeleted: boolean;
}

/** All messages of a place, oldest first, page by page over HTTP, as who may read it. */
export async function readPlace(address: string, sign: Sign, place: Place): Promise<readonly ReadMessage[]> {
  const read: ReadMessage[] = [];
  for (let position: string | null = 'afterTimestamp=1970-01-01T00:00:00.000Z'; position !== null; ) {
    const path = `/site/${site}/conversation/${place.path}/message?${position}`;
    const headers = { 'Aside-Account-Id': place.reader };
    const { status, body } = await ask(`GET ${address}${path}`, { token: await sign(address), headers });
    if (status !== 200) throw new Error(`A page was answered ${status}.`);
    const page = body as Page;
    read.push(
      ...page.values.map(({ id, text, sender, deletedAt }) => {
        return { id, text, senderId: sender.id, isDeleted: deletedAt !== null };
      }),
    );
    position = page.after === null ? null : `afterMessage=${page.after}`;
  }
  return read;
}

interface Page {
  readonly values: readonly {
    readonly id: string;
    readonly text: string;
    readonly sender: { readonly id: string };
    readonly deletedAt: string | null;
  }[];
  readonly after: string | null;
}
