import type { Actor } from '../actor';
import type { JiraState } from '../jira-state';
import type { Price } from './price';
import type { JiraReply } from './reply';

export interface RestRequest {
  readonly url: URL;
  /** The parsed JSON of the body; undefined where there is none. */
  readonly body: unknown;
  /** The path's parameter; empty where it has none. */
  readonly id: string;
}

/** A path of the REST API, with one parameter `id` at most. */
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly price: Price;
  readonly answer: (request: RestRequest, actor: Actor, state: JiraState) => JiraReply;
}
