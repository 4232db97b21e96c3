/**
 * The asker's account id out of the platform's context; null for someone who is not logged in, whom Jira calls
 * `unidentified` (Forge documentation, app context security).
 */
export function identifyAccount(accountId: unknown): string | null {
  return typeof accountId === 'string' && accountId !== '' && accountId !== 'unidentified' ? accountId : null;
}
