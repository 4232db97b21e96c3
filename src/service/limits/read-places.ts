/** Milliseconds that a read waits for its turn at most. */
const patience = 2_000;
/** Of the places, and of those in the line, which one caller may have: a quarter. */
const share = 4;
/** Reads that may wait for each that is under way. */
const lineLength = 8;

/** A read from when it asks for its turn until its answer is gone. */
export interface ReadPlace {
  /** Whether it may begin: false where too many wait already, or when it has waited too long. */
  readonly admitted: Promise<boolean>;
  /** It is over, or nobody waits for it any more. Again does nothing. */
  leave(): void;
}

export type EnterRead = (callerId: string) => ReadPlace;

interface Waiting {
  readonly callerId: string;
  readonly decide: (isAdmitted: boolean) => void;
}

/**
 * Lets so many reads hold their answers in memory at once. Others wait in a line, in which they hold nothing. One caller
 * has a quarter of both at most, so that nobody keeps others out by many requests, or by reading answers slowly.
 */
export function createReadPlaces(atOnce: number): EnterRead {
  const mostOfCaller = Math.ceil(atOnce / share);
  const underWay: string[] = [];
  const line: Waiting[] = [];
  const countOf = (list: readonly string[], callerId: string) => list.filter((id) => id === callerId).length;
  const hasRoom = (callerId: string) => underWay.length < atOnce && countOf(underWay, callerId) < mostOfCaller;
  const isLineFull = (callerId: string) =>
    line.length >= atOnce * lineLength ||
    line.filter((waiting) => waiting.callerId === callerId).length >= mostOfCaller * lineLength;

  const begin = (callerId: string) => {
    underWay.push(callerId);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      underWay.splice(underWay.indexOf(callerId), 1);
      const next = line.findIndex((waiting) => hasRoom(waiting.callerId));
      line.splice(next, next < 0 ? 0 : 1)[0]?.decide(true);
    };
  };

  return (callerId) => {
    if (hasRoom(callerId)) return { admitted: Promise.resolve(true), leave: begin(callerId) };
    if (isLineFull(callerId)) return { admitted: Promise.resolve(false), leave: () => {} };
    let end = () => {};
    const admitted = new Promise<boolean>((resolve) => {
      const decide = (isAdmitted: boolean) => {
        clearTimeout(timer);
        const place = line.indexOf(waiting);
        if (place >= 0) line.splice(place, 1);
        end = isAdmitted ? begin(callerId) : () => {};
        resolve(isAdmitted);
      };
      const waiting: Waiting = { callerId, decide };
      const timer = setTimeout(() => decide(false), patience);
      end = () => decide(false);
      line.push(waiting);
    });
    return { admitted, leave: () => end() };
  };
}
