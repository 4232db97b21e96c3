import { ask, type Question } from '../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { runService, site, type TestService } from '../shared/service/running-service';

/** A service of a suite's own, and whom it trusts; they are there from the first test on. */
export interface OwnService {
  readonly forge: ForgeSigner;
  readonly service: TestService;
  /** The address of the site that it serves. */
  readonly base: string;
  /** Asks as a person; as the app without one. `target` is a method and a path below the site, or below `at`. */
  as(
    person: string | null,
    target: `${string} ${string}`,
    question?: Question,
    at?: string,
  ): Promise<Awaited<ReturnType<typeof ask>>>;
}

/** @param env what it is set to beside whom it trusts */
export function runForSuite(env: Readonly<Record<string, string>> = {}): OwnService {
  let running: { readonly forge: ForgeSigner; readonly service: TestService } | null = null;
  const own = () => {
    if (running === null) throw new Error('The service runs from the first test on.');
    return running;
  };
  beforeAll(async () => {
    const forge = await startForgeSigner();
    running = { forge, service: await runService({ env: { ...forge.env, ...env } }) };
  }, 600_000);
  afterAll(async () => {
    await running?.service.close();
    await running?.forge.close();
  });
  const base = () => `${own().service.url}/site/${site}`;
  return {
    get forge() {
      return own().forge;
    },
    get service() {
      return own().service;
    },
    get base() {
      return base();
    },
    async as(person, target, question = {}, at = base()) {
      const [method, path] = target.split(' ');
      const speaker: Record<string, string> =
        person === null ? { 'Aside-Speaks-As': 'app' } : { 'Aside-Account-Id': person };
      const headers = { ...question.headers, ...speaker };
      return ask(`${method} ${at}${path}`, { ...question, token: await own().forge.sign(), headers });
    },
  };
}
