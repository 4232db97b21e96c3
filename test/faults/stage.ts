import { ask } from '../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { site } from '../shared/service/running-service';
import { judge, type Verdict } from './load/judge';
import { listPlaces, openGroups, type Place, type Sign } from './load/places';
import { readPlace } from './load/reader';
import type { Record } from './load/record';
import { type Load, startLoad } from './load/writer';
import { makeNode, type Node } from './machine/node';
import { parameters } from './parameters';

/** Nodes over one store, and people who write. */
export interface Stage {
  readonly nodes: readonly Node[];
  readonly addresses: readonly string[];
  startLoad(): Load;
  /** Reads all that was written from each node, and says what is wrong with it. */
  judge(record: Record): Promise<Verdict>;
  /** The words of all messages of a place, oldest first. */
  readTexts(place: Place): Promise<readonly string[]>;
  /** Asks for messages again under their keys. Resolves with how many of them were answered with another id. */
  countForgotten(record: Record): Promise<number>;
  close(): Promise<void>;
}

/**
 * The right answers to a request that a fault may meet: what is done, what says to come again (409: the first try under the
 * same key is still under way), and 404 for a delete whose first answer was lost.
 */
const right = /^(20[014]|404|409|503|E[A-Z]+|UND_ERR_[A-Z_]+|TimeoutError|SyntaxError)$/;

export interface StageOptions {
  /** Of each node, beside what it needs to know people's tokens. */
  readonly nodes: readonly NodeJS.ProcessEnv[];
  /** Where the load asks each node; its own address where nothing stands between. */
  readonly front?: (address: string) => Promise<string>;
  /** Milliseconds by which the clock of the node at this address differs. */
  readonly clockOf?: (address: string) => number;
  /** Answers that this fault brings along, beside those that all may. */
  readonly alsoRight?: readonly string[];
}

export async function setStage({ nodes: settings, front, clockOf, alsoRight = [] }: StageOptions): Promise<Stage> {
  const signer = await startForgeSigner();
  const nodes: Node[] = [];
  for (const one of settings) nodes.push(await makeNode({ ...signer.env, ASIDE_MIGRATE: 'on-start', ...one }));
  const close = async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    await signer.close();
  };
  try {
    for (const node of nodes) await node.start();
  } catch (error) {
    await close();
    throw error;
  }
  const own = nodes.map(({ address }) => address);
  const addresses = front ? await Promise.all(own.map(front)) : own;
  const sign = keepTokens(signer, clockOf ?? (() => 0));
  const groups = await openGroups(own[0] ?? '', sign);
  return {
    nodes,
    addresses,
    startLoad: () => startLoad({ addresses, sign, groups, seed: parameters.seed }),
    judge: async (record) => {
      const wrong = [...record.answers.keys()].filter((answer) => !right.test(answer) && !alsoRight.includes(answer));
      if (wrong.length > 0) throw new Error(`The load was answered ${wrong.join(', ')}.`);
      const verdicts: Verdict[] = [];
      for (const address of own) {
        const read = [];
        for (const place of listPlaces(groups)) read.push(await readPlace(address, sign, place));
        verdicts.push(judge(record, read));
      }
      return addUp(verdicts);
    },
    readTexts: async (place) => (await readPlace(own[0] ?? '', sign, place)).map(({ text }) => text),
    countForgotten: (record) => countForgotten(own[0] ?? '', sign, record),
    close,
  };
}

/** A token lives 25 s, and is signed anew after 5. */
function keepTokens(signer: ForgeSigner, clockOf: (address: string) => number): Sign {
  const kept = new Map<string, { readonly token: string; readonly second: number }>();
  return async (address) => {
    const second = Math.floor((Date.now() + clockOf(address)) / 1000);
    const held = kept.get(address);
    if (held && Math.abs(second - held.second) < 5) return held.token;
    const token = await signer.sign({ claims: { iat: second, nbf: second, exp: second + 25 } });
    kept.set(address, { token, second });
    return token;
  };
}

/** One in so many is asked for again. */
const sample = 10;

async function countForgotten(address: string, sign: Sign, { acknowledged }: Record): Promise<number> {
  let forgotten = 0;
  for (const [n, { writer, place, key, text, id }] of acknowledged.entries()) {
    if (n % sample !== 0) continue;
    const body = { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    const answer = await ask(`POST ${address}/site/${site}/conversation/${place.path}/message`, {
      token: await sign(address),
      headers: { 'Aside-Account-Id': writer, 'Idempotency-Key': key },
      json: body,
    });
    if ((answer.body as { id?: string }).id !== id) forgotten += 1;
  }
  return forgotten;
}

function addUp(verdicts: readonly Verdict[]): Verdict {
  const sum = (read: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + read(verdict), 0);
  return {
    missing: sum(({ missing }) => missing),
    doubled: sum(({ doubled }) => doubled),
    unknown: sum(({ unknown }) => unknown),
    changed: sum(({ changed }) => changed),
    disordered: sum(({ disordered }) => disordered),
  };
}
