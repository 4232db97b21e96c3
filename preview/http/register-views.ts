import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AppManifest, ViewModule } from '../../platform/manifest/app-manifest';
import { framePage } from './pages';

export interface ViewFiles {
  readonly root: string;
  readonly manifest: AppManifest;
  /** File of a view, relative to the root, to its script. */
  readonly views: ReadonlyMap<string, string>;
}

/** The frames, their scripts and, beside each, the texts in the places where @forge/bridge looks for them. */
export function registerViews(server: FastifyInstance, { root, manifest, views }: ViewFiles): void {
  for (const { key, viewFile } of manifest.views) {
    const base = `/views/${key}`;
    const script = views.get(viewFile) ?? '';
    server.get(`${base}/`, async (_request, reply) => reply.type('text/html; charset=utf-8').send(framePage));
    server.get(`${base}/view.js`, async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
    const { translations } = manifest;
    if (translations === null) continue;
    const config = { locales: Object.keys(translations.files), fallback: translations.fallback };
    server.get(`${base}/__LOCALES__/i18n-info.json`, async () => ({ config, translations: {} }));
    for (const [locale, file] of Object.entries(translations.files)) {
      server.get(`${base}/__LOCALES__/${locale}.json`, async (_request, reply) =>
        reply.type('application/json').send(await readFile(join(root, file))),
      );
    }
  }
  // Modules may share an icon, and a path is registered once.
  const icons = new Map(manifest.views.map(({ icon }) => [icon === null ? '' : pathOfIcon(icon), icon]));
  for (const [path, icon] of icons) {
    const folder = icon === null ? undefined : manifest.folders[icon.resource];
    if (icon === null || folder === undefined || !icon.file.endsWith('.svg')) continue;
    server.get(path, async (_request, reply) =>
      reply.type('image/svg+xml').send(await readFile(join(root, folder, icon.file))),
    );
  }
}

/** Where the preview serves a module's icon. */
export function pathOfIcon({ resource, file }: NonNullable<ViewModule['icon']>): string {
  return `/resources/${resource}/${file}`;
}
