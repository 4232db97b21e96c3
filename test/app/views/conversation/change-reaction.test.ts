import type { ShownReaction } from '../../../../src/app/definitions';
import { changeReaction } from '../../../../src/app/views/conversation/state/change-reaction';
import { bob } from '../builders';

const ofBob: ShownReaction = { name: 'check', count: 1, isMine: false, people: [bob] };
const both: ShownReaction = { ...ofBob, count: 2, isMine: true };
const alone: ShownReaction = { name: 'heart', count: 1, isMine: true, people: [] };

test('one that is given is counted with those of others, or stands behind them', () => {
  expect(changeReaction([ofBob], 'check', true)).toEqual([both]);
  expect(changeReaction([ofBob], 'heart', true)).toEqual([ofBob, alone]);
});

test('one that is taken back is counted no more, and is gone with the last', () => {
  expect(changeReaction([both, alone], 'check', false)).toEqual([ofBob, alone]);
  expect(changeReaction([both, alone], 'heart', false)).toEqual([both]);
});

test('what is so already stays as it is', () => {
  const known = [both];
  expect(changeReaction(known, 'check', true)).toBe(known);
  expect(changeReaction(known, 'laugh', false)).toBe(known);
});
