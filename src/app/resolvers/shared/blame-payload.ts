import { ApiError } from '../../client/api-error';
import { ProblemError } from '../../problems/problem-error';

/**
 * What the service refuses of a request, where it was asked for under the same name: a fault of the payload, by its path in it
 * (`body/quiet/zone` is `quiet.zone`). Words are a body of their own, and a document is its member. Anything else as it came.
 */
export function blamePayload(error: unknown, shape: object): unknown {
  const reasons = error instanceof ApiError && error.error === 'invalid_request' ? error.reasons : [];
  for (const { field, rule } of reasons) {
    const [, ...path] = field
      .replace(/^body$/, 'body/text')
      .replace(/^body.body/, 'body/document')
      .split(/[./]/);
    if (Object.hasOwn(shape, path[0] ?? '')) {
      return new ProblemError({ code: 'payload_wrong', field: path.join('.'), rule: rule.replace(/^must be /, '') });
    }
  }
  return error;
}
