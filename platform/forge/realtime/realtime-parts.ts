import type { Clock } from '../../clock/clock';
import type { OperationLimit } from '../../clock/operation-limit';
import type { Happenings } from '../../happenings/happenings';
import type { RuleBook } from '../../rules/rules';
import type { ChannelHub } from './channel-hub';
import type { RealtimeTokens } from './realtime-tokens';

/** What publishing and listening share. */
export interface RealtimeParts {
  readonly hub: ChannelHub;
  readonly tokens: RealtimeTokens;
  readonly clock: Clock;
  /** 50 operations a second for subscribing, publishing and signing together. */
  readonly limit: OperationLimit;
  readonly rules: RuleBook;
  readonly happenings: Happenings;
}
