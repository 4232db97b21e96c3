import { noWords, type Words } from '../../../../src/app/definitions/composer';
import { createWriting } from '../../../../src/app/views/conversation/writing';

const markdown = (text: string): Words => ({ document: null, markdown: text });

test('what is not sent or saved is known by person and message, until it is emptied or closed', () => {
  const writing = createWriting();
  writing.keepDraft('bob', markdown('Half a thought'));
  writing.keepEdit('carla', 'm1', noWords);
  expect([writing.draftTo('bob'), writing.draftTo('carla')]).toEqual([markdown('Half a thought'), noWords]);
  expect([writing.editOf('m1'), writing.editOf('m2')]).toEqual([noWords, null]);
  expect(writing.places()).toEqual(['bob', 'carla']);
  writing.keepDraft('bob', { document: { version: 1, type: 'doc', content: [] }, markdown: '' });
  writing.keepEdit('carla', 'm1', null);
  expect([writing.places(), writing.editOf('m1')]).toEqual([[], null]);
});
