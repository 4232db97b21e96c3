import type { AsyncResource } from 'node:async_hooks';
import type { PendingSend } from './pending-send';
import type { SendResult } from './send-batch';

/** A send and whoever waits for it. */
export interface WaitingSend {
  readonly cloudId: string;
  readonly send: PendingSend;
  readonly resolve: (result: SendResult) => void;
  readonly reject: (error: unknown) => void;
  /** What is done for it is traced as part of the request that sends. */
  readonly request: AsyncResource;
}
