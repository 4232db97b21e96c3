import { join } from 'node:path';
import type { Translations, ViewModule } from './app-manifest';
import { findText } from './find-text';
import type { RawManifest, RawModule } from './raw-manifest';

/** Every module that draws a view: those with a resource, and the forms of automation actions. */
export function parseViews(raw: RawManifest, translations: Translations | null, root: string): readonly ViewModule[] {
  const { action = [], ...others } = raw.modules;
  const withResource = Object.entries(others).flatMap(([type, modules]) =>
    (modules as readonly RawModule[]).map((module) => ({ type, module, drawn: module })),
  );
  const forms = action.map((module) => ({ type: 'action', module, drawn: module.config ?? {} }));
  return [...withResource, ...forms].flatMap(({ type, module, drawn }): ViewModule[] => {
    if (drawn.resource === undefined) return [];
    const icon = /^resource:(?<resource>[^;]+);(?<file>.+)$/.exec(module.icon ?? '')?.groups;
    return [
      {
        key: module.key,
        type,
        title: findText(module.title ?? module.name ?? module.key, translations, root),
        icon: icon?.['resource'] && icon['file'] ? { resource: icon['resource'], file: icon['file'] } : null,
        viewFile: findViewFile(raw, drawn.resource),
        isEntry: drawn.resource.includes('/'),
        functionKey: drawn.resolver?.function ?? null,
        ...(module.dynamicProperties === undefined ? {} : { statusFunctionKey: module.dynamicProperties.function }),
      },
    ];
  });
}

/** A resource is one file, or a folder with named entries: `views/panel`. */
function findViewFile(raw: RawManifest, reference: string): string {
  const [key, entry] = reference.split('/');
  const resource = raw.resources?.find((candidate) => candidate.key === key);
  const file = entry === undefined ? resource?.path : resource?.entry?.[entry];
  if (resource === undefined || file === undefined) throw new Error(`manifest.yml has no resource ${reference}.`);
  return entry === undefined ? file : join(resource.path, file);
}
