import type { ForgeNode } from './forge-node';

/** As React marks its elements. `Symbol.for` is one registry for all realms, so an element of the frame has the same mark. */
const elementMark = Symbol.for('react.element');
const fragmentMark = Symbol.for('react.fragment');

interface RawElement {
  readonly $$typeof: symbol;
  readonly type: unknown;
  readonly key: string | null;
  readonly props: Readonly<Record<string, unknown>>;
}

/** Whether a prop holds React elements: some components (EmptyState, SectionMessage) send those unreconciled. */
export function holdsElements(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsElements) : isElement(value);
}

/** Turns elements in a prop into nodes. A component of the app is called; one with hooks cannot be, and is left out by the caller's boundary. */
export function elementToNodes(value: unknown, path = '0'): ForgeNode[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => elementToNodes(item, `${path}.${index}`));
  if (typeof value === 'string' || typeof value === 'number') {
    return [{ type: 'String', key: path, props: { text: String(value) }, children: [] }];
  }
  if (!isElement(value)) return [];
  const { children, ...props } = value.props;
  if (value.type === fragmentMark) return elementToNodes(children, path);
  if (typeof value.type === 'function') return elementToNodes(value.type(value.props), path);
  const key = `${path}:${value.key ?? ''}`;
  return [{ type: String(value.type), key, props, children: elementToNodes(children, `${path}.c`) }];
}

function isElement(value: unknown): value is RawElement {
  return typeof value === 'object' && value !== null && '$$typeof' in value && value.$$typeof === elementMark;
}
