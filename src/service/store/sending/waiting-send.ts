import type { PendingSend } from './pending-send';
import type { SendResult } from './send-batch';

/** A send and whoever waits for it. */
export interface WaitingSend {
  readonly cloudId: string;
  readonly send: PendingSend;
  readonly resolve: (result: SendResult) => void;
  readonly reject: (error: unknown) => void;
  /** Runs what is traced as part of the request that sends. */
  readonly within: <Result>(work: () => Result) => Result;
}
