/** The app id in manifest.yml for whoever has not registered the app yet. */
const placeholder = '00000000-0000-4000-8000-000000000000';

/**
 * Why this app id cannot go to production: the default of the manifest belongs to nobody. Elsewhere it does, so that
 * everything can be tried before `forge register`.
 * @param appId the manifest's, with its variables filled in; null where it could not be read.
 */
export function findPlaceholder(environment: string, appId: string | null): string[] {
  if (environment !== 'production' || (appId !== null && !appId.endsWith(placeholder))) return [];
  return [
    'The app id in manifest.yml belongs to nobody: register the app (`npx forge register`), or set FORGE_APP_ID to the id of the registered one',
  ];
}
