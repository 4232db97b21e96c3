import type { TObject } from 'typebox';
import { describedOperations } from '../../../contract/described-operations';
import { type ErrorWord, errorStatus } from '../../../contract/errors';
import type { DescribedOperation } from '../../../contract/operation';
import { idempotencyHeader } from '../../../contract/operation';
import { scopes } from '../../../contract/scopes';
import { accountHeader, speakerHeader } from '../../identity/forge-caller';
import { listSchemas, referToSchemas } from './openapi-schemas';

/** By which the document, and so the service, is known. */
export const apiTitle = 'Aside conversation API';

/** The API as an OpenAPI 3.1 document, written from the operations table: nothing of it is kept by hand. */
export function writeOpenApi(version: string, publicUrl: string | null): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of Object.values(describedOperations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: writeOperation(operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: apiTitle, version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: publicUrl ?? '/' }],
    paths,
    components: { schemas: listSchemas(), securitySchemes: writeSecuritySchemes(publicUrl ?? '') },
  };
}

function writeOperation(operation: DescribedOperation): Readonly<Record<string, unknown>> {
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    description: describeScopes(operation.scopes),
    security: [...operation.scopes.map((scope) => ({ oauth: [scope] })), { forgeInvocationToken: [] }],
    parameters: [
      ...writeParameters(operation.params, 'path'),
      ...writeParameters(operation.query, 'query'),
      writeHeader(accountHeader, 'With a Forge invocation token: the account of the person who asks'),
      writeHeader(speakerHeader, 'With a Forge invocation token: `app`, where the app asks as itself'),
      ...(operation.idempotent
        ? [writeHeader(idempotencyHeader, '1 to 128 visible ASCII characters, kept for 24 h')]
        : []),
    ],
    ...(operation.body ? { requestBody: { required: true, content: writeContent(operation.body) } } : {}),
    responses: { [operation.status]: writeReply(operation), ...writeRefusals(operation) },
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

function writeContent(body: NonNullable<DescribedOperation['body']>): unknown {
  return Object.fromEntries(Object.entries(body).map(([type, schema]) => [type, { schema: referToSchemas(schema) }]));
}

function writeReply({ reply, idempotent }: DescribedOperation): unknown {
  const replayed = {
    'Idempotency-Replayed': { description: 'true when the key was used before', schema: { type: 'string' } },
  };
  return {
    description: 'Success',
    ...(idempotent ? { headers: replayed } : {}),
    ...(reply ? { content: { 'application/json': { schema: referToSchemas(reply) } } } : {}),
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

function writeRefusals(operation: DescribedOperation): Readonly<Record<string, unknown>> {
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

function listRefusals({ params, body, idempotent, refusals = [] }: DescribedOperation): ErrorWord[] {
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

function writeSecuritySchemes(base: string): unknown {
  const granted = Object.fromEntries(scopes.map((scope) => [scope, scope]));
  return {
    oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `${base}/oauth/token`, scopes: granted } } },
    forgeInvocationToken: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: `Signed by Atlassian for a function of the app. With ${accountHeader} it speaks for that person, with ${speakerHeader}: app for the app.`,
    },
  };
}
