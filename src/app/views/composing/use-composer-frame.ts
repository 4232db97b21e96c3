import { useEffect, useRef, useState } from 'react';
import type { Opening, ToFrame, ToView } from '../../definitions/composer';
import { type FrameChannel, openFrameChannel } from './frame-channel';

/** A frame that has not shown within this time what it was told to show is taken for gone. */
const shownWithinMs = 3_000;

export interface ComposerFrame {
  /** Counts the frames that said they are ready; 0 before the first. */
  readonly ready: number;
  /** Whether words are written in the frame now: it shows what it was told to. */
  readonly isStanding: boolean;
  /** Whether somebody attends to the end of the thread, where the frame stands. */
  readonly isAttending: boolean;
  /** `isWhole` says, once it is shown, whether it still is what is to stand there; who says no opens again. */
  readonly open: (opening: Opening, isWhole: () => boolean) => void;
  readonly tell: (message: ToFrame) => void;
  /** The frame is not drawn any more. */
  readonly close: () => void;
  /** What the frame says beside that it is ready and has opened. The last one that listens is heard. */
  readonly listen: (listener: (message: ToView) => void) => void;
}

interface Awaited {
  readonly place: string;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly isWhole: () => boolean;
}

/** The page in this view's `Frame`: whether it stands, and what is said. One for each view, as UI Kit has one Frame for each module. */
export function useComposerFrame(): ComposerFrame {
  const [ready, setReady] = useState(0);
  const [isStanding, setStanding] = useState(false);
  const [isAttending, setAttending] = useState(false);
  const channel = useRef<FrameChannel | null>(null);
  const listener = useRef<(message: ToView) => void>(() => undefined);
  const awaited = useRef<Awaited | null>(null);
  const arrive = (): void => {
    clearTimeout(awaited.current?.timer);
    awaited.current = null;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; what it calls looks into references alone.
  useEffect(() => {
    channel.current = openFrameChannel((message) => {
      if (message.type === 'ready') {
        setReady((count) => count + 1);
        setAttending(false);
      } else if (message.type === 'attending') setAttending(message.isAttending);
      else if (message.type === 'opened') {
        if (awaited.current?.place !== message.place) return;
        const { isWhole } = awaited.current;
        arrive();
        if (isWhole()) setStanding(true);
      } else {
        if (message.type === 'unfit') arrive();
        listener.current(message);
      }
    });
    return () => {
      channel.current?.end();
      clearTimeout(awaited.current?.timer);
    };
  }, []);

  return {
    ready,
    isStanding,
    isAttending: isStanding && isAttending,
    tell: (message) => channel.current?.tell(message),
    open(opening, isWhole) {
      arrive();
      const timer = setTimeout(() => setStanding(false), shownWithinMs);
      awaited.current = { place: opening.place, timer, isWhole };
      channel.current?.tell({ type: 'open', opening });
    },
    close() {
      arrive();
      channel.current?.forget();
      setStanding(false);
      setAttending(false);
    },
    listen(next) {
      listener.current = next;
    },
  };
}
