import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { AppManifest, PanelModule, Translations } from './app-manifest';
import { readText } from './read-text';

type I18nText = string | { readonly i18n: string };

/** The members of a manifest that are read here; the platform's own validator has checked its shape. */
interface RawManifest {
  readonly app: { readonly id: string };
  readonly environment?: { readonly variables?: readonly { readonly key: string; readonly default?: string }[] };
  readonly remotes?: readonly { readonly key: string }[];
  readonly translations?: {
    readonly resources: readonly { readonly key: string; readonly path: string }[];
    readonly fallback: Translations['fallback'];
  };
  readonly resources?: readonly {
    readonly key: string;
    readonly path: string;
    readonly entry?: Readonly<Record<string, string>>;
  }[];
  readonly modules: {
    readonly 'jira:issuePanel'?: readonly {
      readonly key: string;
      readonly resource: string;
      readonly title: I18nText;
      readonly icon?: string;
      readonly resolver: { readonly function: string };
    }[];
    readonly function?: readonly { readonly key: string; readonly handler: string }[];
  };
}

/**
 * Reads manifest.yml under `root`. Variables such as ${FORGE_APP_ID} take their default, never the environment's value:
 * the preview's app is its own, whichever one the organisation has registered.
 * @throws where a module names a resource or a function that is not there.
 */
export function readManifest(root: string): AppManifest {
  const raw = parse(readFileSync(join(root, 'manifest.yml'), 'utf8')) as RawManifest;
  const variables = Object.fromEntries(raw.environment?.variables?.map((it) => [it.key, it.default ?? '']) ?? []);
  const id = raw.app.id.replace(/\$\{(\w+)\}/g, (_whole, name: string) => variables[name] ?? '');
  const translations = readTranslations(raw);
  return {
    appId: id.slice(id.lastIndexOf('/') + 1),
    remoteKeys: raw.remotes?.map((remote) => remote.key) ?? [],
    panels: (raw.modules['jira:issuePanel'] ?? []).map((module): PanelModule => {
      const icon = /^resource:(?<resource>[^;]+);(?<file>.+)$/.exec(module.icon ?? '')?.groups;
      return {
        key: module.key,
        type: 'jira:issuePanel',
        title: readText(module.title, translations, root),
        icon: icon?.['resource'] && icon['file'] ? { resource: icon['resource'], file: icon['file'] } : null,
        viewFile: findViewFile(raw, module.resource),
        handlerExport: findHandlerExport(raw, module.resolver.function),
      };
    }),
    translations,
    folders: Object.fromEntries(raw.resources?.map((resource) => [resource.key, resource.path]) ?? []),
  };
}

/** A resource is one file, or a folder with named entries: `views/panel`. */
function findViewFile(raw: RawManifest, reference: string): string {
  const [key, entry] = reference.split('/');
  const resource = raw.resources?.find((candidate) => candidate.key === key);
  const file = entry === undefined ? resource?.path : resource?.entry?.[entry];
  if (resource === undefined || file === undefined) throw new Error(`manifest.yml has no resource ${reference}.`);
  return entry === undefined ? file : join(resource.path, file);
}

function findHandlerExport(raw: RawManifest, functionKey: string): string {
  const handler = raw.modules.function?.find((candidate) => candidate.key === functionKey)?.handler;
  const name = handler?.split('.')[1];
  if (name === undefined) throw new Error(`manifest.yml has no function ${functionKey} with a handler.`);
  return name;
}

function readTranslations(raw: RawManifest): Translations | null {
  if (raw.translations === undefined) return null;
  const files = Object.fromEntries(raw.translations.resources.map((resource) => [resource.key, resource.path]));
  return { files, fallback: raw.translations.fallback };
}
