import { parseLocation } from '../../../../src/app/views/inbox/state/parse-location';
import { anId } from './builders';

test.each([
  [`https://x.atlassian.net/jira/apps/a/e?conversation=${anId(1)}`, anId(1)],
  [`/jira/apps/a/e?from=mail&conversation=${anId(1).toUpperCase()}#top`, anId(1)],
  ['https://x.atlassian.net/jira/apps/a/e', null],
  ['/jira?conversation=../../x', null],
  ['/jira?conversation=', null],
  [undefined, null],
])('the conversation in %s is %s', (location, id) => {
  expect(parseLocation(location)).toBe(id);
});
