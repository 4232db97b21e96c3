import type { TObject } from 'typebox';
import { Issue, MessageInput, Origin } from '../../../contract/resources';
import { textToDocument } from '../../../document/from-text';
import { checkDocument } from '../../../document/gate/check';
import { defaultLimits } from '../../../document/limits';
import { linkOutside } from '../../../document/link-outside';
import { markdownToDocument } from '../../../document/markdown/from-markdown';
import type { DocumentProblem } from '../../../document/problem';
import { drawsNothing, saysNothing } from '../../../document/says-nothing';
import { documentToText } from '../../../document/to-text';
import type { AdfDocument } from '../../../document/types';
import { AppError, refuseField } from '../../errors/app-error';
import { createCheck, nameBodyField } from './check-value';
import type { RequestBody } from './operation-request';

/** What a message says, in every form in which it may be sent. */
export interface MessageContent {
  readonly body: AdfDocument;
  readonly text: string;
  readonly issue: Issue | null;
  /** As the sender gives it. */
  readonly origin: Origin | null;
}

/** The issue of a text body; a JSON body names its own. */
interface IssueInQuery {
  readonly issueId?: string;
  readonly issueKey?: string;
}

const checkIssue = createCheck(Issue, nameBodyField('/issue'));
const checkOrigin = createCheck(Origin, nameBodyField('/origin'));

/** Reads `{ body, issue?, origin? }`, a bare document, plain text or Markdown. @throws AppError `invalid_request`, `too_large`. */
export function parseMessage(body: RequestBody, query: IssueInQuery): MessageContent {
  if (body.mediaType === 'application/json') return readJsonMessage(body.value, query);
  const text = String(body.value);
  // Before it is read as Markdown, which costs more than counting.
  const bytes = Buffer.byteLength(text);
  if (bytes > defaultLimits.bytes) {
    throw refuseSize('body', `must be at most ${defaultLimits.bytes} bytes, it has ${bytes}`);
  }
  const document = body.mediaType === 'text/markdown' ? markdownToDocument(text) : textToDocument(text);
  if (saysNothing(document)) throw refuseField('body', 'must say something: nothing in it can be seen');
  return { ...readDocument(document, ''), issue: readIssueInQuery(query), origin: null };
}

/** The same where the operation is ours: members that are not known are refused, not ignored. @throws AppError as `parseMessage`. */
export function parseOwnMessage(body: RequestBody, query: IssueInQuery): MessageContent {
  const content = parseMessage(body, query);
  if (body.mediaType !== 'application/json' || !isRecord(body.value) || !Object.hasOwn(body.value, 'body'))
    return content;
  refuseUnknown(body.value, MessageInput, '');
  refuseUnknown(body.value['issue'], Issue, '/issue');
  refuseUnknown(body.value['origin'], Origin, '/origin');
  return content;
}

function refuseUnknown(value: unknown, { properties }: TObject, base: string): void {
  if (!isRecord(value)) return;
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(properties, name));
  if (unknown === undefined) return;
  throw refuseField(`body${base}/${unknown.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'is not a member of this');
}

function readJsonMessage(value: unknown, query: IssueInQuery): MessageContent {
  for (const name of ['issueId', 'issueKey'] as const) {
    if (query[name] !== undefined) throw refuseField(`query.${name}`, 'is for text bodies; JSON has a member `issue`');
  }
  if (!isRecord(value)) throw refuseField('body', 'must be an object');
  if (!Object.hasOwn(value, 'body')) {
    if (value['type'] !== 'doc') throw refuseField('body', 'must be an ADF document, or hold one in its member `body`');
    return { ...readDocument(value, ''), issue: null, origin: null };
  }
  const { issue = null, origin = null } = value;
  return {
    ...readDocument(value['body'], '/body'),
    issue: issue === null ? null : readIssue(issue),
    origin: origin === null ? null : readOrigin(origin),
  };
}

/** What is known of an issue; the rest is left out. */
function readIssue(value: unknown): Issue {
  const { id, key } = checkIssue(value);
  return { id, key };
}

/** What is known of an origin; the rest is left out. */
function readOrigin(value: unknown): Origin {
  const { kind, label, account = null } = checkOrigin(value);
  return { kind, label, ...(account !== null && { account }) };
}

function readDocument(value: unknown, base: string): Pick<MessageContent, 'body' | 'text'> {
  refuseProblem(checkDocument(value), base);
  // The check above is what makes it one.
  const sent = value as AdfDocument;
  if (sent.content.length > 0 && drawsNothing(sent)) {
    throw refuseField(`body${base}/content`, 'must hold something that can be seen, or no nodes at all');
  }
  const body = linkOutside(sent);
  // Where an address stands for a picture, it is there twice.
  if (body !== sent) refuseProblem(checkDocument(body), base);
  return { body, text: documentToText(body) };
}

function refuseProblem(problem: DocumentProblem | null, base: string): void {
  const field = `body${base}${problem?.pointer ?? ''}`;
  if (problem?.kind === 'too-large') throw refuseSize(field, problem.rule);
  if (problem) throw refuseField(field, problem.rule);
}

function readIssueInQuery({ issueId, issueKey }: IssueInQuery): Issue | null {
  if (issueId === undefined && issueKey === undefined) return null;
  if (issueId === undefined) throw refuseField('query.issueId', 'is required with issueKey');
  if (issueKey === undefined) throw refuseField('query.issueKey', 'is required with issueId');
  return { id: issueId, key: issueKey };
}

export function refuseSize(field: string, rule: string): AppError {
  return new AppError('too_large', 'The message is too large.', { details: [{ field, rule }] });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
