type Listener = (payload: unknown) => void;

export interface ViewEvents {
  readonly on: (event: string, listener: Listener) => { readonly unsubscribe: () => void };
  readonly emit: (event: string, payload: unknown) => void;
  readonly isListenedTo: (event: string) => boolean;
}

/** Events within one view, and from the page to it. A listener that throws does not keep the others from hearing. */
export function createViewEvents(adopt: (payload: unknown) => unknown): ViewEvents {
  const listeners = new Map<string, Set<Listener>>();
  return {
    on: (event, listener) => {
      const ofEvent = listeners.get(event) ?? new Set();
      listeners.set(event, ofEvent.add(listener));
      return { unsubscribe: () => void ofEvent.delete(listener) };
    },
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) {
        try {
          listener(adopt(payload));
        } catch (error) {
          console.error(error);
        }
      }
    },
    isListenedTo: (event) => (listeners.get(event)?.size ?? 0) > 0,
  };
}
