import { parsePlace, writePlace } from '../../../../src/app/views/inbox/state/inbox-place';
import { anId, anInboxMessage } from './builders';

const message = anInboxMessage(3, '').id;
const theList = { conversation: null, message: null };

test.each([
  [`https://x.atlassian.net/jira/apps/a/e?conversation=${anId(1)}`, { conversation: anId(1), message: null }],
  [`/jira/apps/a/e?from=mail&conversation=${anId(1).toUpperCase()}#top`, { conversation: anId(1), message: null }],
  [`https://x.atlassian.net/jira/apps/a/e/conversation/${anId(1)}`, { conversation: anId(1), message: null }],
  [`/conversation/${anId(1).toUpperCase()}/${message}?x=1`, { conversation: anId(1), message }],
  ['/jira/apps/a/e/person/557058%3Ab0b', { conversation: 'person:557058:b0b', message: null }],
  [`/person/557058:b0b/${message}`, { conversation: 'person:557058:b0b', message }],
  ['/person/%', theList],
  ['/person/a%2Fb', theList],
  ['https://x.atlassian.net/jira/apps/a/e', theList],
  [`/conversation/${anId(1)}/${message}/more`, theList],
  ['/conversation/../../x', theList],
  ['/jira?conversation=../../x', theList],
  ['/jira?conversation=', theList],
  [undefined, theList],
])('what %s names', (address, place) => {
  expect(parsePlace(address)).toEqual(place);
});

test.each([
  theList,
  { conversation: anId(1), message: null },
  { conversation: anId(1), message },
  { conversation: 'person:557058:b0b', message },
])('the path of %j is read as the same', (place) => {
  expect(parsePlace(writePlace(place))).toEqual(place);
});
