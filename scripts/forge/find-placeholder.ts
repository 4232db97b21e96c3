/** The app id in manifest.yml for whoever has not registered the app yet. */
const placeholder = '00000000-0000-4000-8000-000000000000';

/**
 * Why this app id cannot go to production: the default of the manifest belongs to nobody. Elsewhere it does, so that
 * everything can be tried before `forge register`.
 */
export function findPlaceholder(environment: string, env: Readonly<Record<string, string | undefined>>): string[] {
  if (environment !== 'production') return [];
  const id = env['FORGE_APP_ID'];
  if (id !== undefined && id !== '' && id !== placeholder) return [];
  return [
    'FORGE_APP_ID is not set, and the default in manifest.yml belongs to nobody: register the app (`npx forge register`), then name its id',
  ];
}
