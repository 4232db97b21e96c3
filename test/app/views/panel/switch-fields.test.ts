import {
  addressMessage,
  type Opening,
  type ToFrame,
  type ToView,
  toFrame,
  toView,
} from '../../../../src/app/definitions/composer';
import { aMessage, aPanel, aThread } from '../builders';
import { letReactFinish } from '../fake-host';
import { openPanel } from './open-panel';

// From the plain field to the page in the frame, with what somebody does between the two.
afterAll(letReactFinish);

const label = 'Message to Bob Brown';

async function openSlowly() {
  const panel = await openPanel({ panels: [aPanel({ threads: [aThread([aMessage(1, 'Hello')])] })] });
  const { host, jira } = panel;
  const openings: Opening[] = [];
  const say = (message: ToView): void => jira.emit(toView, addressMessage({ module: '', frame: 'f1' }, message));
  await host.until(() => host.field(label));
  jira.commands.on({
    event: toFrame,
    callback({ message }: { readonly message: ToFrame }) {
      if (message.type === 'open') openings.push(message.opening);
    },
  });
  /** The frame shows what it was told to last. */
  const show = () => say({ type: 'opened', place: openings.at(-1)?.place ?? '' });
  const isPlain = () => host.text.includes(label);
  await host.until(() => {
    say({ type: 'ready' });
    expect(openings).not.toEqual([]);
  });
  return { host, openings, show, isPlain };
}
const act = (host: Awaited<ReturnType<typeof openSlowly>>['host'], name: 'onFocus' | 'onBlur') =>
  (host.field(label).props[name] as (event: unknown) => void)({});

test('what is typed in the plain field after the frame was told to open is told to it before it stands', async () => {
  const { host, openings, show, isPlain } = await openSlowly();
  const before = openings.length;
  host.write(label, 'Begun');
  await host.until(() => expect(host.text).toContain('Send'));
  show();
  await host.until(() => expect(openings.length).toBeGreaterThan(before));
  expect(openings.at(-1)).toMatchObject({ words: { markdown: 'Begun' }, isAmended: true });
  expect(isPlain()).toBe(true);
  show();
  await host.until(() => expect(isPlain()).toBe(false));
});

test('whoever came to the plain field after the frame was told to open goes on in the frame', async () => {
  const { host, openings, show, isPlain } = await openSlowly();
  expect(openings.at(-1)?.hasFocus).toBe(false);
  const before = openings.length;
  act(host, 'onFocus');
  show();
  await host.until(() => expect(openings.length).toBeGreaterThan(before));
  expect(openings.at(-1)?.hasFocus).toBe(true);
  expect(isPlain()).toBe(true);
  show();
  await host.until(() => expect(isPlain()).toBe(false));
});

test('a frame that shows what stands there takes the place of the plain field at once', async () => {
  const { host, openings, show, isPlain } = await openSlowly();
  const before = openings.length;
  show();
  await host.until(() => expect(isPlain()).toBe(false));
  expect(openings.length).toBe(before);
});
