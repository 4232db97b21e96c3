import type { FastifyRequest } from 'fastify';
import { canSignIn, findPersonByName, type Person } from '../jira/people';
import type { Actor } from '../jira/rest/actor';
import { personHeader, type ServiceMode, serviceModeHeader, serviceModes } from '../wire';

/**
 * Who looks at the page, by the header that the page sends: null for someone who is not logged in.
 * @throws with a 400 for a name that nobody here has, and for an account that cannot sign in.
 */
export function readPerson(request: FastifyRequest): Person | null {
  const name = request.headers[personHeader];
  if (name === undefined || name === 'anonymous') return null;
  const person = typeof name === 'string' ? findPersonByName(name) : undefined;
  if (person === undefined || !canSignIn(person)) {
    throw Object.assign(new Error(`${personHeader} names nobody who can sign in here.`), { statusCode: 400 });
  }
  return person;
}

export function readActor(request: FastifyRequest): Actor {
  const person = readPerson(request);
  return person === null ? { kind: 'anonymous' } : { kind: 'person', person };
}

/** An unknown mode counts as none. */
export function readServiceMode(request: FastifyRequest): ServiceMode {
  const mode = request.headers[serviceModeHeader];
  return serviceModes.find((candidate) => candidate === mode) ?? 'normal';
}
