import type { TObject } from 'typebox';
import { type ErrorWord, errorStatus } from '../../../contract/errors';
import type { Operation } from '../../../contract/operation';
import { operations } from '../../../contract/operations';
import { scopes } from '../../../contract/scopes';
import { accountHeader } from '../../identity/forge-caller';
import { idempotencyHeader } from '../request/idempotency-claim';
import { listSchemas, referToSchemas } from './openapi-schemas';

/** By which the document, and so the service, is known. */
export const apiTitle = 'Aside conversation API';

/** The API as an OpenAPI 3.1 document, written from the operations table: nothing of it is kept by hand. */
export function writeOpenApi(version: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: writeOperation(id, operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: apiTitle, version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: listSchemas(), securitySchemes: writeSecuritySchemes() },
  };
}

function writeOperation(operationId: string, operation: Operation): Readonly<Record<string, unknown>> {
  return {
    operationId,
    summary: operation.summary,
    description: describeScopes(operation.scopes),
    security: [...operation.scopes.map((scope) => ({ oauth: [scope] })), { forgeInvocationToken: [] }],
    parameters: [
      ...writeParameters(operation.params, 'path'),
      ...writeParameters(operation.query, 'query'),
      writeHeader(accountHeader, 'With a Forge invocation token: the account of the person who asks'),
      ...(operation.idempotent
        ? [writeHeader(idempotencyHeader, '1 to 128 visible ASCII characters, kept for 24 h')]
        : []),
    ],
    ...(operation.body ? { requestBody: { required: true, content: writeContent(operation.body) } } : {}),
    responses: { [operation.reply.status]: writeReply(operation), ...writeRefusals(operation) },
  };
}

function describeScopes(needed: readonly string[]): string {
  return needed.length === 1 ? `Needs the scope ${needed[0]}.` : `Needs one of the scopes ${needed.join(', ')}.`;
}

function writeParameters(schema: TObject, place: 'path' | 'query'): unknown[] {
  const required: readonly string[] = place === 'path' ? Object.keys(schema.properties) : [];
  return Object.entries(schema.properties).map(([name, property]) => ({
    in: place,
    name,
    required: required.includes(name),
    schema: referToSchemas(property),
  }));
}

function writeHeader(name: string, description: string): unknown {
  return { in: 'header', name, required: false, description, schema: { type: 'string' } };
}

function writeContent(body: NonNullable<Operation['body']>): unknown {
  return Object.fromEntries(Object.entries(body).map(([type, schema]) => [type, { schema: referToSchemas(schema) }]));
}

function writeReply({ reply, idempotent }: Operation): unknown {
  const replayed = {
    'Idempotency-Replayed': { description: 'true when the key was used before', schema: { type: 'string' } },
  };
  return {
    description: 'Success',
    ...(idempotent ? { headers: replayed } : {}),
    ...(reply.body ? { content: { 'application/json': { schema: referToSchemas(reply.body) } } } : {}),
  };
}

const limitHeaders = Object.fromEntries(
  [
    ['X-RateLimit-Limit', 'Requests a minute'],
    ['X-RateLimit-Remaining', 'What is left of them'],
    ['X-RateLimit-Reset', 'When they begin anew, ISO 8601'],
    ['Retry-After', 'Seconds to wait'],
  ].map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
);

function writeRefusals(operation: Operation): Readonly<Record<string, unknown>> {
  const words = listRefusals(operation);
  const statuses = [...new Set(words.map((word) => errorStatus[word]))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: words.filter((word) => errorStatus[word] === status).join(', '),
        ...(status === 429 ? { headers: limitHeaders } : {}),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
      },
    ]),
  );
}

function listRefusals({ params, body, idempotent, refusals = [] }: Operation): ErrorWord[] {
  const namesMore = Object.keys(params.properties).some((name) => name === 'conversationId' || name === 'messageId');
  return [
    'invalid_request',
    'unauthorized',
    'scope_missing',
    'forbidden',
    'caller_not_function',
    ...(namesMore ? (['not_found'] as const) : []),
    ...(idempotent ? (['conflict', 'idempotency_mismatch'] as const) : []),
    ...refusals,
    'rate_limited',
    ...(body ? (['too_large', 'unsupported_media_type'] as const) : []),
    'internal',
    'unavailable',
  ];
}

function writeSecuritySchemes(): unknown {
  const granted = Object.fromEntries(scopes.map((scope) => [scope, scope]));
  return {
    oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: granted } } },
    forgeInvocationToken: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: `Signed by Atlassian for a function of the app. With ${accountHeader} it speaks for that person, without for the app.`,
    },
  };
}
