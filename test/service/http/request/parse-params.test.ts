import { describedOperations } from '../../../../src/contract/described-operations';
import { createParamsParser } from '../../../../src/service/http/request/parse-params';

const read = createParamsParser(describedOperations.editDirectMessage.params);
const raw = {
  cloudId: '11111111-1111-4111-8111-11111111AAAA',
  userId: '557058:0aF0',
  messageId: '0192F000-0000-7000-8000-00000000000A',
};

test('ids of sites and messages come out in lower case, account ids as they are', () => {
  expect(read(raw)).toEqual({
    cloudId: '11111111-1111-4111-8111-11111111aaaa',
    userId: '557058:0aF0',
    messageId: '0192f000-0000-7000-8000-00000000000a',
  });
});

test('what is wrong is told by field and rule, all at once', () => {
  const details = [
    { field: 'path.userId', rule: 'must be an account id' },
    { field: 'path.messageId', rule: 'must be a UUID' },
  ];
  expect(() => read({ ...raw, userId: 'a b', messageId: '1' })).toThrow(expect.objectContaining({ details }));
});
