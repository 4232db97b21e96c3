import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/jira/actor';
import { type FaultMode, faultModes } from '../../platform/wire/wire';
import { canSignIn, type DemoPerson, findPersonByName } from '../demo/people';
import { faultModeHeader, personHeader } from '../wire/wire';

/**
 * Who looks at the page, by the header that the page sends: null for someone who is not logged in.
 * @throws with a 400 for a name that nobody here has, and for an account that cannot sign in.
 */
export function identifyPerson(request: FastifyRequest): DemoPerson | null {
  const name = request.headers[personHeader];
  if (name === undefined || name === 'anonymous') return null;
  const person = typeof name === 'string' ? findPersonByName(name) : undefined;
  if (person === undefined || !canSignIn(person)) {
    throw refusal(400, `${personHeader} names nobody who can sign in here.`);
  }
  return person;
}

/** @throws with a 401 for someone who is not logged in. */
export function readSignedIn(request: FastifyRequest): DemoPerson {
  const person = identifyPerson(request);
  if (person === null) throw refusal(401, 'Log in first.');
  return person;
}

/** @throws with a 403 for everyone else. */
export function readAdmin(request: FastifyRequest): DemoPerson {
  const person = readSignedIn(request);
  if (!person.isAdmin) throw refusal(403, 'Only an administrator of Jira may do this.');
  return person;
}

export function readActor(request: FastifyRequest): Actor {
  const person = identifyPerson(request);
  return person === null ? { kind: 'anonymous' } : { kind: 'person', person };
}

/** Undefined where the header is absent or names no mode. */
export function readFaultMode(request: FastifyRequest): FaultMode | undefined {
  const mode = request.headers[faultModeHeader];
  return faultModes.find((candidate) => candidate === mode);
}

/** An error that Fastify answers with this status. */
export function refusal(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}
