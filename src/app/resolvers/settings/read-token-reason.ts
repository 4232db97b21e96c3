import type { ErrorDetail } from '../../../contract/error-body';
import { readTokenClock } from '../../../contract/token-clock';
import type { TokenReason } from '../../definitions';

const words: Readonly<Record<string, TokenReason['word']>> = {
  'token.aud': 'audience',
  'token.iss': 'not_set_up',
  'token.app.id': 'audience',
  'token.app.environment': 'environment',
  'token.exp': 'life',
};

/** What the service says of a token that it does not take; null where it says nothing, as that of a release before. */
export function readTokenReason(reasons: readonly ErrorDetail[]): TokenReason | null {
  const said = reasons.find(({ field }) => field.startsWith('token.'));
  if (said === undefined) return null;
  const clock = said.field === 'token.iat' ? readTokenClock(said.rule) : null;
  if (clock !== null) return { word: clock < 0 ? 'clock_behind' : 'clock_ahead', seconds: Math.abs(clock) };
  return { word: words[said.field] ?? 'claim', seconds: null };
}
