/**
 * What a view gets of a DOM event: plain values, as on the platform, where the event crosses to another process.
 * Anything that is no event is passed on as it is: a Select gives its option, Tabs an index.
 */
export function reduceEvent(argument: unknown): unknown {
  if (!isEvent(argument)) return argument;
  const { target, type } = argument;
  return {
    type,
    target: {
      type: target?.['type'],
      name: target?.['name'],
      id: target?.['id'],
      value: target?.['value'],
      checked: target?.['checked'],
    },
  };
}

interface RawEvent {
  readonly type: string;
  readonly target: Readonly<Record<string, unknown>> | null;
  readonly preventDefault: unknown;
}

function isEvent(value: unknown): value is RawEvent {
  return typeof value === 'object' && value !== null && 'target' in value && 'preventDefault' in value;
}

/** Functions of the view, called with reduced events only. What they return is not waited for. */
export function wrapHandler(handler: (...args: unknown[]) => unknown): (...args: unknown[]) => void {
  return (...args) => {
    handler(...args.map(reduceEvent));
  };
}
