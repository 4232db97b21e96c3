import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { AppFunction, AppManifest, Translations } from './app-manifest';
import { parseViews } from './parse-views';
import type { RawManifest } from './raw-manifest';

/**
 * Reads manifest.yml under `root`. Variables such as ${FORGE_APP_ID} take their default, never the environment's value:
 * the room's app is its own, whichever one the organisation has registered.
 * @throws where a module names a resource or a function that is not there.
 */
export function loadManifest(root: string): AppManifest {
  const raw = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as RawManifest;
  const variables = Object.fromEntries(raw.environment?.variables?.map((it) => [it.key, it.default ?? '']) ?? []);
  const id = raw.app.id.replace(/\$\{(\w+)\}/g, (_whole, name: string) => variables[name] ?? '');
  const functions = readFunctions(raw);
  const translations = readTranslations(raw);
  const { action = [], consumer = [], scheduledTrigger = [], webtrigger = [] } = raw.modules;
  const manifest: AppManifest = {
    appId: id.slice(id.lastIndexOf('/') + 1),
    scopes: raw.permissions?.scopes ?? [],
    remoteKeys: raw.remotes?.map((remote) => remote.key) ?? [],
    projectPermissions: raw.modules['jira:projectPermission']?.map(({ key }) => key) ?? [],
    views: parseViews(raw, translations, root),
    functions,
    actions: action.map((it) => ({
      key: it.key,
      functionKey: it.function ?? '',
      inputNames: Object.keys(it.inputs ?? {}),
    })),
    consumers: consumer.map((it) => ({ key: it.key, queue: it.queue, functionKey: it.function })),
    schedules: scheduledTrigger.map((it) => ({ key: it.key, functionKey: it.function, interval: it.interval })),
    webTriggers: webtrigger.map(({ key, function: functionKey, response }) => {
      return { key, functionKey, outputs: response?.type === 'static' ? (response.outputs ?? []) : null };
    }),
    translations,
    folders: Object.fromEntries(raw.resources?.map((resource) => [resource.key, resource.path]) ?? []),
  };
  checkFunctions(manifest);
  return manifest;
}

function readFunctions(raw: RawManifest): ReadonlyMap<string, AppFunction> {
  const functions = (raw.modules.function ?? []).map(({ key, handler, timeoutSeconds }): AppFunction => {
    const exportName = handler.split('.')[1];
    if (exportName === undefined) throw new Error(`In manifest.yml the function ${key} has no handler.`);
    return { key, exportName, timeoutSeconds: timeoutSeconds ?? null };
  });
  return new Map(functions.map((it) => [it.key, it]));
}

function checkFunctions({ functions, views, actions, consumers, schedules, webTriggers }: AppManifest): void {
  for (const { key, functionKey } of [views, actions, consumers, schedules, webTriggers].flat()) {
    if (functionKey === null || functions.has(functionKey)) continue;
    throw new Error(`manifest.yml has no function ${functionKey}, which the module ${key} names.`);
  }
}

function readTranslations(raw: RawManifest): Translations | null {
  if (raw.translations === undefined) return null;
  const files = Object.fromEntries(raw.translations.resources.map((resource) => [resource.key, resource.path]));
  return { files, fallback: raw.translations.fallback };
}
