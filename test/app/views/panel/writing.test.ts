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

test('what is typed while an earlier draft comes stands behind it, once', async () => {
  const find = async () => ({ ok: true, draft: { revision: 'r0', words: markdown('Begun') } }) as const;
  const callsFor = () => ({
    find,
    save: async () => ({ ok: false }) as const,
    drop: async () => ({ ok: false }) as const,
  });
  const writing = createWriting({ callsFor });
  writing.keepDraft('bob', markdown('and'));
  await writing.open('bob', null);
  expect([writing.draftTo('bob').markdown, writing.versionOf('bob', null)]).toEqual(['Begun\n\nand', 1]);
  // A field tells all that is in it: the one before without what has come, the one after with it.
  writing.keepOlder('bob', markdown('and so on'), 0);
  expect(writing.draftTo('bob').markdown).toBe('Begun\n\nand so on');
  writing.keepOlder('bob', markdown('Begun\n\nand so'), 1);
  expect(writing.draftTo('bob').markdown).toBe('Begun\n\nand so');
});

test('a quotation stands behind what is written, in a field that has the focus, and loses nothing of it', () => {
  const writing = createWriting();
  expect(writing.isQuoting('bob')).toBe(false);
  writing.keepDraft('bob', markdown('Half'));
  writing.quote('bob', markdown('> Said'));
  expect([writing.draftTo('bob').markdown, writing.isQuoting('bob')]).toEqual(['Half\n\n> Said', true]);
  // The field before it tells late what was typed into it.
  writing.keepOlder('bob', markdown('Half a thought'), 0);
  expect(writing.draftTo('bob').markdown).toBe('> Said\n\nHalf a thought');
});
