import type { Actor } from '../actor';
import { type IssueDraft, issueTypes, priorityNames } from '../issues';
import type { JiraDocument } from '../jira-document';
import type { JiraState } from '../jira-state';
import { type JiraReply, notLoggedIn, refuse } from './reply';
import type { RestRequest, Route } from './route';
import { issueTypeId } from './write-issue';

/** `POST /rest/api/3/issue`, with the fields that the room's issues have. */
export const creationRoute: Route = {
  method: 'POST',
  path: /^\/rest\/api\/3\/issue$/,
  price: 'write',
  answer: createIssue,
};

interface Fields {
  readonly project?: { readonly id?: unknown; readonly key?: unknown };
  readonly issuetype?: { readonly id?: unknown; readonly name?: unknown };
  readonly summary?: unknown;
  readonly description?: JiraDocument | null;
  readonly priority?: { readonly name?: unknown };
  readonly assignee?: { readonly accountId?: unknown } | null;
}

/** Jira's own limit, in characters. */
const longestSummary = 255;
const nothing: JiraDocument = { version: 1, type: 'doc', content: [] };

function createIssue({ body }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  if (actor.kind !== 'person') return refuse(403, 'The room’s Jira lets people alone create issues.');
  const errors: Record<string, string> = {};
  const draft = readDraft((body as { fields?: Fields } | null | undefined)?.fields ?? {}, state, errors);
  if (Object.keys(errors).length > 0) return { status: 400, body: { errorMessages: [], errors } };
  const { id, key } = state.create(draft as IssueDraft, actor.person);
  return { status: 201, body: { id, key, self: `${state.data.site.url}/rest/api/3/issue/${id}` } };
}

function readDraft(fields: Fields, state: JiraState, errors: Record<string, string>): Partial<IssueDraft> {
  const { project: asked, issuetype, priority: given, assignee } = fields;
  const project = state.data.projects.find(({ id, key }) => id === asked?.id || key === asked?.key);
  if (project === undefined) errors['project'] = 'Specify a valid project ID or key';
  const type = issueTypes.find((name) => name === issuetype?.name || issueTypeId({ type: name }) === issuetype?.id);
  if (type === undefined) errors['issuetype'] = 'Specify a valid issue type';
  const summary = typeof fields.summary === 'string' ? fields.summary.trim() : '';
  if (summary === '') errors['summary'] = 'You must specify a summary of the issue.';
  if (summary.length > longestSummary) errors['summary'] = 'Summary must be less than 255 characters.';
  const priority = given === undefined ? 'Medium' : priorityNames.find((name) => name === given.name);
  if (priority === undefined) errors['priority'] = 'Specify a valid priority';
  const assigneeId = assignee?.accountId ?? null;
  if (assigneeId !== null && state.findPerson(String(assigneeId)) === undefined) {
    errors['assignee'] = 'Specify a valid account ID for assignee';
  }
  const person = assigneeId === null ? null : String(assigneeId);
  return {
    ...(project === undefined || type === undefined || priority === undefined ? {} : { project, type, priority }),
    summary,
    description: fields.description ?? nothing,
    assigneeId: person,
  };
}
