import { createElement } from 'react';
import { elementToNodes, holdsElements } from '../../preview/host/forge-doc/nodes/element-to-nodes';
import { copyForgeDoc, findSlot } from '../../preview/host/forge-doc/nodes/forge-node';
import { reduceEvent, wrapHandler } from '../../preview/host/forge-doc/nodes/reduce-event';
import { settleEcho } from '../../preview/host/forge-doc/nodes/settle-echo';
import { safeHref } from '../../preview/host/links/safe-href';

const Retry = () => createElement('Button', { appearance: 'primary' }, 'Try ', 'again');

describe('reading a ForgeDoc', () => {
  it('copies the tree, so that a later commit does not change what was drawn', () => {
    const sent = {
      type: 'Root',
      key: 'r',
      props: {},
      children: [{ type: 'Text', key: 't', props: { a: 1 }, children: [] }],
    };
    const copy = copyForgeDoc(sent);
    sent.children.pop();
    expect(copy.children).toMatchObject([{ type: 'Text', key: 't', props: { a: 1 } }]);
  });

  it('finds what a component put into a slot', () => {
    const node = copyForgeDoc({
      type: 'Comment',
      key: 'c',
      props: {},
      children: [
        { type: 'ContentWrapper', key: 'a', props: { name: 'avatar' }, children: [] },
        { type: 'ContentWrapper', key: 'b', props: { name: 'content' }, children: [{ type: 'Text', key: 't' }] },
      ],
    });
    expect(findSlot(node, 'content')).toMatchObject([{ type: 'Text' }]);
    expect(findSlot(node, 'elsewhere')).toEqual([]);
  });

  it('turns elements that came unreconciled in a prop into nodes', () => {
    const action = [createElement(Retry, { key: 'one' })];
    expect(holdsElements(action)).toBe(true);
    expect(holdsElements(['text', { type: 'Button' }])).toBe(false);
    expect(elementToNodes(action)).toMatchObject([
      {
        type: 'Button',
        props: { appearance: 'primary' },
        children: [{ props: { text: 'Try ' } }, { props: { text: 'again' } }],
      },
    ]);
  });

  it('gives a view plain values instead of an event, and anything else as it is', () => {
    const event = {
      type: 'change',
      preventDefault: () => {},
      target: { type: 'textarea', name: 'body', id: 'f', value: 'Hello', checked: undefined, ownerDocument: {} },
    };
    const heard: unknown[] = [];
    wrapHandler((...args) => heard.push(...args))(event, { label: 'One', value: '1' }, 3);
    expect(heard).toEqual([
      { type: 'change', target: { type: 'textarea', name: 'body', id: 'f', value: 'Hello', checked: undefined } },
      { label: 'One', value: '1' },
      3,
    ]);
    expect(reduceEvent(undefined)).toBeUndefined();
  });

  it('does not take a late answer to a key press for a change, and loses no key press', () => {
    expect(settleEcho(['a', 'ab', 'abc'], 'a')).toEqual(['ab', 'abc']);
    expect(settleEcho(['ab', 'abc'], 'abc')).toEqual([]);
    expect(settleEcho(['ab'], '')).toBeNull();
  });

  it.each(['https://a.example/x', 'HTTP://a.example', 'mailto:a@b.example', '/browse/WEB-1'])('links to %s', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'file:///etc/passwd',
    'elsewhere',
    7,
  ])('does not link to %j', (href) => {
    expect(safeHref(href)).toBeUndefined();
  });
});
