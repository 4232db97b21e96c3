/** What carries the events to this tab. While it is cut, no stream is open; one that was comes back by itself, after its pause. */
export interface Line {
  cut(): void;
  mend(): void;
  /** Ends with the next cut; it has ended already while the line is cut. */
  signal(): AbortSignal;
}

export function openLine(): Line {
  let current = new AbortController();
  return {
    cut: () => current.abort(),
    mend: () => {
      if (current.signal.aborted) current = new AbortController();
    },
    signal: () => current.signal,
  };
}
