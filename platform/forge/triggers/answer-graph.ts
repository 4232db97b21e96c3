import type { Site } from '../../jira/site';
import type { WebTriggerModule } from '../../manifest/app-manifest';
import { pathOfTrigger } from './web-triggers';

interface GraphRequest {
  readonly query: string;
  readonly variables?: { readonly input?: { readonly triggerKey?: string } };
}

export interface GraphParts {
  readonly triggers: readonly WebTriggerModule[];
  readonly site: Site;
  /** Where web triggers are answered, without a slash at its end. */
  readonly triggerOrigin: string;
}

/**
 * The queries that `webTrigger` of @forge/api 8.3 sends (out/webTrigger.js). An address is never taken back here.
 */
export function answerGraph(
  { triggers, site, triggerOrigin }: GraphParts,
  { query, variables }: GraphRequest,
): Response {
  const urlOf = (key: string): string => triggerOrigin + pathOfTrigger(site, key);
  if (query.includes('createWebTriggerUrl')) {
    const trigger = triggers.find(({ key }) => key === variables?.input?.triggerKey);
    if (trigger === undefined) return Response.json({ data: null, errors: [{ message: 'No such web trigger.' }] });
    return Response.json({ data: { createWebTriggerUrl: { url: urlOf(trigger.key) } } });
  }
  if (query.includes('webTriggerUrlsByAppContext')) {
    const urls = triggers.map(({ key }) => ({ triggerKey: key, url: urlOf(key) }));
    return Response.json({ data: { webTriggerUrlsByAppContext: urls } });
  }
  return Response.json({ data: null, errors: [{ message: 'The room does not know this query.' }] });
}
