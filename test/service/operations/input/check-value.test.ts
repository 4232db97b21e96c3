import { Preference } from '../../../../src/contract/people';
import { ConversationChange, ReadMarker, RosterChange } from '../../../../src/contract/resources';
import { createCheck, nameBodyField } from '../../../../src/service/operations/input/check-value';

const messageId = '0192f000-0000-7000-8000-000000000000';

test.each([
  ['a change of a group', ConversationChange, { name: 'x', color: 'red' }],
  ['an empty change of a group', ConversationChange, { color: 'red' }],
  ['a change of a roster', RosterChange, { add: ['bob'], remove: [], color: 'red' }],
  ['a marker', ReadMarker, { messageId, color: 'red' }],
  ['a choice', Preference, { receipts: true, notices: { person: true, rule: true, client: true }, color: 'red' }],
])('a member that %s does not have is named', (_, schema, value) => {
  const check = createCheck(schema, nameBodyField());
  expect(() => check(value)).toThrow(
    expect.objectContaining({
      code: 'invalid_request',
      message: 'The request is not valid: body/color is not a member of this',
      details: [{ field: 'body/color', rule: 'is not a member of this' }],
    }),
  );
});
