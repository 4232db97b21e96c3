import { ask } from '../shared/service/ask';
import type { ForgeSigner } from '../shared/service/forge-signer';
import type { TestService } from '../shared/service/running-service';
import type { Model, Place } from './model';
import { documentOf, type Saying } from './saying';

export interface Asked {
  readonly status: number;
  readonly body: unknown;
}

/** A word of a message or of a group's name, wherever it stands in an answer. */
const anyWord = /okapi[0-9a-f]{12}/g;

/**
 * The service under its people. Whatever it answers to somebody, refusals too, may hold no word that is not theirs: of
 * what changes at the same moment, what is theirs before it or after it.
 */
export class World {
  requests = 0;
  /** What somebody does beside each step, by another way in. */
  alongside: ((person: string, site: string, pick: () => number) => Promise<void>) | null = null;
  /** What was done last was done to this. */
  touched: Place | null = null;
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();
  /** What is under way, by `site person`: words that may be met although the model does not have them yet. */
  readonly coming = new Map<string, Set<string>>();

  constructor(
    readonly service: TestService,
    readonly forge: ForgeSigner,
    readonly model: Model,
  ) {}

  /** @param target as `GET /conversation`, below the site. @param asked the site in the path, where it is another one. */
  async ask(
    person: string | null,
    site: string,
    target: `${string} ${string}`,
    { json, key, at = site }: { readonly json?: unknown; readonly key?: string; readonly at?: string } = {},
  ): Promise<Asked> {
    this.requests += 1;
    const before = person === null ? new Set<string>() : this.model.words(person, site);
    const [method, path] = target.split(' ');
    const speaker: Record<string, string> =
      person === null ? { 'Aside-Speaks-As': 'app' } : { 'Aside-Account-Id': person };
    const headers = { ...speaker, ...(key === undefined ? {} : { 'Idempotency-Key': key }) };
    const token = await this.#tokenOf(site);
    const answer = await ask(`${method} ${this.service.url}/site/${at}${path}`, { token, headers, json });
    if (answer.status >= 500) throw new Error(`${target}: ${answer.status}`);
    if (person !== null) this.checkWords(person, site, answer.body, [json, target, at], before);
    return answer;
  }

  /** What the app asks as itself tells no word but those that are looked at. */
  async askAsApp(
    site: string,
    target: `${string} ${string}`,
    {
      json,
      words = [],
      at = site,
    }: { readonly json?: unknown; readonly words?: readonly string[]; readonly at?: string } = {},
  ): Promise<Asked> {
    const answer = await this.ask(null, site, target, { json, at });
    const told = [...new Set(JSON.stringify(answer.body ?? '').match(anyWord) ?? [])];
    const others = told.filter((word) => !words.includes(word));
    if (others.length > 0) throw new Error(`the app was told ${others}, having asked ${target}`);
    return answer;
  }

  /**
   * No word of an answer is one that is not theirs.
   * @param asked what one sends or asks for comes back in some answers.
   * @param before what was theirs when they asked.
   */
  checkWords(person: string, site: string, answer: unknown, asked: unknown, before: Set<string> = new Set()): void {
    const after = this.model.words(person, site);
    const coming = this.coming.get(`${site} ${person}`);
    const own = JSON.stringify(asked);
    for (const [word] of JSON.stringify(answer ?? '').matchAll(anyWord)) {
      const isTheirs = before.has(word) || after.has(word) || coming?.has(word);
      if (!isTheirs && !own.includes(word)) throw new Error(`${person} was told ${word}, having asked ${own}`);
    }
  }

  /** @param path of the place, as `/conversation/…`. */
  send(person: string, site: string, path: string, saying: Saying, key?: string): Promise<Asked> {
    const { about, isQuestion } = saying;
    const issue = about === null ? {} : { issue: { id: about, key: `WEB-${about}` } };
    const json = { body: documentOf(saying), ...issue };
    const target = `POST ${path}/message${isQuestion ? '?question=true' : ''}` as const;
    return this.ask(person, site, target, { json, ...(key === undefined ? {} : { key }) });
  }

  async #tokenOf(cloudId: string): Promise<string> {
    const known = this.#tokens.get(cloudId);
    if (known !== undefined && known.until > Date.now()) return known.token;
    const token = await this.forge.sign({ cloudId });
    this.#tokens.set(cloudId, { token, until: Date.now() + 12_000 });
    return token;
  }
}
