import { aMessage, aPanel, aProblem, aThread, bob } from '../builders';
import { letReactFinish } from '../fake-host';
import { openPanel } from './open-panel';

afterAll(letReactFinish);

const ofBob = { name: 'check', count: 1, isMine: false, people: [bob] } as const;
const message = (changes = {}) => aMessage(1, 'Done?', { from: 'me', ...changes });
const open = (panels: readonly object[], answers = {}) => openPanel({ panels, answers });
const withOne = aPanel({ threads: [aThread([message({ reactions: [ofBob] })])] });

/** The quick answers that stand under the message, with who gave them. */
const chips = ({
  all,
  texts,
}: {
  all: (type: string) => { props: Readonly<Record<string, unknown>> }[];
  texts: (type: string) => string[];
}) =>
  all('Tooltip').flatMap(({ props }, at) =>
    /: /.test(String(props['content'])) ? [texts('Tooltip')[at]?.split('\n')] : [],
  );

test('a quick answer stands under its message, with who gave it; a press gives the same, another takes it back', async () => {
  const { host, asked } = await open([withOne], { react: () => ({ ok: true }) });
  const seen = () => chips({ all: (type) => host.all(type), texts: (type) => host.texts(type) });
  expect(seen()).toEqual([['✅ 1', 'Done: Bob Brown']]);
  host.pressable('✅ 1')();
  await host.until(() => expect(seen()).toEqual([['✅ 2', 'Done: You and Bob Brown']]));
  host.pressable('✅ 2')();
  await host.until(() => expect(seen()).toEqual([['✅ 1', 'Done: Bob Brown']]));
  const ask = { with: 'bob', id: message().id, name: 'check' };
  await host.until(() =>
    expect(asked('react')).toEqual([
      { ...ask, isGiven: true },
      { ...ask, isGiven: false },
    ]),
  );
});

test('one is chosen in the menu, and marked there once it is given', async () => {
  const { host, asked } = await open([aPanel({ threads: [aThread([message()])] })], { react: () => ({ ok: true }) });
  host.comments[0]?.menu?.();
  await host.until(() => host.pressable('🙏')());
  await host.until(() => expect(host.text).toContain('Thanks: You'));
  expect(asked('react')).toEqual([{ with: 'bob', id: message().id, name: 'thanks', isGiven: true }]);
  await host.until(() => expect(host.texts('Popup')[0]).not.toContain('Quote'));
});

test('one that could not be given stands there no more, and a flag says why', async () => {
  const { host, commanded } = await open([withOne], { react: () => aProblem('service_older') });
  host.pressable('✅ 1')();
  await host.until(() =>
    expect(commanded('showFlag')).toMatchObject([
      { title: 'The quick answer is not saved', description: expect.stringContaining('Ask its administrator') },
    ]),
  );
  await host.until(() => expect(host.text).toContain('✅ 1'));
});

test('what was pressed last holds, also where the first answer comes late', async () => {
  let first: (answer: object) => void = () => undefined;
  const answers = [new Promise<object>((resolve) => (first = resolve)), { ok: true }];
  const { host, asked } = await open([withOne], { react: () => answers.shift() });
  host.pressable('✅ 1')();
  await host.until(() => host.pressable('✅ 2')());
  await host.until(() => expect(host.text).toContain('✅ 1'));
  // The second one waits for the first.
  expect(asked('react')).toHaveLength(1);
  first({ ok: true });
  await host.until(() => expect(asked('react')).toHaveLength(2));
  expect(host.text).toContain('✅ 1');
});

test('one that was refused is gone, although another was pressed before the answer came', async () => {
  const heart = { name: 'heart', count: 1, isMine: false, people: [bob] } as const;
  let first: (answer: object) => void = () => undefined;
  const answers = [new Promise<object>((resolve) => (first = resolve)), { ok: true }];
  const both = aPanel({ threads: [aThread([message({ reactions: [ofBob, heart] })])] });
  const { host, asked } = await open([both], { react: () => answers.shift() });
  host.pressable('✅ 1')();
  host.pressable('❤️ 1')();
  await host.until(() => expect(host.text).toContain('✅ 2'));
  first(aProblem('service_older'));
  await host.until(() => expect(asked('react')).toHaveLength(2));
  await host.until(() => expect(host.text).toContain('✅ 1'));
  expect(host.text).toContain('❤️ 2');
});

test('what was pressed and pressed again while nothing is saved stands as it was', async () => {
  const { host, asked } = await open([withOne], { react: () => aProblem('service_away') });
  host.pressable('✅ 1')();
  await host.until(() => host.pressable('✅ 2')());
  await host.until(() => expect(asked('react')).toHaveLength(2));
  await host.until(() => expect(host.text).toContain('Done: Bob Brown'));
  expect(host.text).not.toContain('You and Bob Brown');
});

test('what others give comes with a hint', async () => {
  const { host, jira } = await open([aPanel({ threads: [aThread([message()])] }), withOne]);
  jest.spyOn(Math, 'random').mockReturnValue(0);
  jira.hint('10001');
  await host.until(() => expect(host.text).toContain('Done: Bob Brown'));
  jest.restoreAllMocks();
});

test('beyond those who are named the rest is a number', async () => {
  const many = { ...ofBob, count: 12 };
  const { host } = await open([aPanel({ threads: [aThread([message({ reactions: [many] })])] })]);
  expect(host.text).toContain('Done: Bob Brown and 11 more');
});

test('where one may not write none is offered, and one’s own can be taken back', async () => {
  const mine = { name: 'heart', count: 1, isMine: true, people: [] };
  const thread = aThread([message({ reactions: [ofBob, mine] })], { refusal: 'recipient_inactive' });
  const { host, asked } = await open([aPanel({ threads: [thread] })], { react: () => ({ ok: true }) });
  expect(() => host.pressable('✅')).toThrow('No line');
  host.comments[0]?.menu?.();
  await host.until(() => host.button('Delete'));
  expect(() => host.pressable('🙏')).toThrow('No line');
  host.pressable('❤️ 1')();
  await host.until(() => expect(asked('react')).toMatchObject([{ isGiven: false }]));
});
