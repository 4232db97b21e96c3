import { AppError } from '../../../../src/service/errors/app-error';
import { describeFault } from '../../../../src/service/errors/describe-fault';
import { StoreUnavailable } from '../../../../src/service/errors/store-unavailable';
import { describeRefusal } from '../../../../src/service/http/refusals/refusals';

test('a refusal has one shape, whose code equals its status', () => {
  const error = new AppError('forbidden', 'No.', { details: [{ field: 'path.cloudId', rule: 'must be yours' }] });
  expect(describeRefusal(error, 'r1')).toEqual({
    status: 403,
    headers: {},
    body: {
      statusCode: 403,
      code: 403,
      error: 'forbidden',
      message: 'No.',
      requestId: 'r1',
      details: [{ field: 'path.cloudId', rule: 'must be yours' }],
    },
  });
});

test('a store that is away is 503 and says when to try again', () => {
  expect(describeRefusal(new StoreUnavailable('socket closed'), 'r1')).toMatchObject({
    status: 503,
    headers: { 'Retry-After': '1' },
    body: { error: 'unavailable' },
  });
});

test('a store that cut a request off says so', () => {
  const slow = new StoreUnavailable('statement timeout', { reason: 'slow' });
  expect(describeRefusal(slow, 'r1')).toMatchObject({
    status: 503,
    headers: { 'Retry-After': '1' },
    body: { error: 'unavailable', message: expect.stringContaining('took too long') },
  });
});

test('what nobody foresaw tells nothing of itself', () => {
  const { status, body } = describeRefusal(new Error('duplicate key (alice)'), 'r1');
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('alice');
});

test('a fault is logged with its place and its code, and without its words', () => {
  const cause = Object.assign(new TypeError('value "secret words"'), { code: '23505' });
  const fault = describeFault(new Error('secret words', { cause }));
  expect(fault).toMatchObject({ type: 'Error', cause: { type: 'TypeError', code: '23505' } });
  expect(fault.stack?.length).toBeGreaterThan(0);
  expect(JSON.stringify(fault)).not.toContain('secret words');
});

test('a store that is away is logged with the code of what was behind it, and without a place, which says nothing', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const away = new StoreUnavailable('No connection to PostgreSQL could be had.', { cause: refused });
  expect(describeFault(away)).toEqual({ type: 'StoreUnavailable', code: 'ECONNREFUSED' });
  const behind = new AppError('unavailable', 'Not now.', { cause: away });
  expect(describeFault(behind).cause).toEqual(describeFault(away));
});
