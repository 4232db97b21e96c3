import { alice, aUser, bob, carla, FakeJira } from '../app/fake-jira';
import { VirtualClock } from '../app/forge/virtual-clock';
import { appId, ForgeRuntime } from '../app/forge-runtime';
import { type Answer, ask, type Question } from '../shared/service/ask';
import { startForgeSigner } from '../shared/service/forge-signer';
import { otherSite, runService, site } from '../shared/service/running-service';
import { listKnowable, type Model } from './model';

export const sites = [site, otherSite] as const;
const frank = aUser('557058:f4a6k', 'Frank Fischer');
/** The same people on both sites. */
export const people = [alice, bob, carla, frank].map(({ accountId }) => accountId);
export const issueId = '10001';

/** The real service for two sites, and the app's functions on the first of them. */
export interface World {
  /** Asks as this person below this site. @throws Error where the answer holds what is not theirs. */
  ask(person: string, cloudId: string, target: `${string} ${string}`, question?: Question): Promise<Answer>;
  /** Asks a function of the app, on the first site. @throws Error where the answer holds what is not theirs. */
  invoke(person: string, name: Parameters<ForgeRuntime['invoke']>[1], payload: object): Promise<unknown>;
  /** Asks as the app itself. */
  askAsApp(cloudId: string, target: `${string} ${string}`): Promise<Answer>;
  close(): Promise<void>;
}

export async function openWorld(model: Model): Promise<World> {
  const signer = await startForgeSigner({ appId, cloudId: site });
  const service = await runService({ env: { ...signer.env, ASIDE_SITES: sites.join(',') } });
  const jira = new FakeJira();
  jira.users.push(frank);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: bob, reporter: alice });
  const forge = new ForgeRuntime(
    jira,
    async ({ path, method, headers, body }) =>
      fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body }) }),
    new VirtualClock(false),
    { signer: { jwks: { keys: [] }, sign: () => signer.sign() } },
  );
  const urlOf = (cloudId: string, target: string): `${string} ${string}` => {
    const [method = '', path = ''] = target.split(' ');
    return `${method} ${service.url}/site/${cloudId}${path}`;
  };
  return {
    ask: async (person, cloudId, target, { headers, ...question } = {}) => {
      const token = await signer.sign({ cloudId });
      const own = { 'Aside-Account-Id': person, ...headers };
      const answer = await ask(urlOf(cloudId, target), { token, headers: own, ...question });
      refuseLeaks(model, cloudId, person, target, [answer.body, Object.fromEntries(answer.headers)]);
      return answer;
    },
    invoke: async (person, name, payload) => {
      const answer: unknown = await forge.invoke(person, name, payload, { issueId });
      refuseLeaks(model, site, person, name, answer);
      return answer;
    },
    askAsApp: async (cloudId, target) => ask(urlOf(cloudId, target), { token: await signer.sign({ cloudId }) }),
    close: async () => {
      await forge.platform.close();
      await service.close();
      await signer.close();
    },
  };
}

/** Words that the model makes, and ids. */
const tokens = /\b(word|group)-\d+-[a-z]+\b|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Whatever an answer is, in it stands no word and no id of what its asker may not see. What they asked with is theirs. */
function refuseLeaks(model: Model, cloudId: string, person: string, asked: string, answer: unknown): void {
  const known = listKnowable(model, cloudId, person);
  const all = new Set(sites.flatMap((at) => people.flatMap((one) => [...listKnowable(model, at, one)])));
  for (const [token] of JSON.stringify(answer ?? null).matchAll(tokens)) {
    if (!known.has(token) && all.has(token) && !asked.includes(token)) {
      throw new Error(`${person} was told ${token} by ${asked}.`);
    }
  }
}
