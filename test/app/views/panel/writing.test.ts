import { createWriting } from '../../../../src/app/views/panel/state/writing';

test('what is not sent or saved is known by person and message, until it is emptied or closed', () => {
  const writing = createWriting();
  writing.keepDraft('bob', 'Half a thought');
  writing.keepEdit('carla', 'm1', '');
  expect([writing.draftTo('bob'), writing.draftTo('carla')]).toEqual(['Half a thought', '']);
  expect([writing.editOf('m1'), writing.editOf('m2')]).toEqual(['', null]);
  expect(writing.people()).toEqual(['bob', 'carla']);
  writing.keepDraft('bob', '');
  writing.keepEdit('carla', 'm1', null);
  expect([writing.people(), writing.editOf('m1')]).toEqual([[], null]);
});
