import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AppManifest } from '../manifest/app-manifest';
import { framePage } from './pages';

export interface ViewFiles {
  readonly root: string;
  readonly manifest: AppManifest;
  /** Module key to the bundled script. */
  readonly views: ReadonlyMap<string, string>;
}

/** The frames, their scripts and, beside each, the texts in the places where @forge/bridge looks for them. */
export function registerViews(server: FastifyInstance, { root, manifest, views }: ViewFiles): void {
  for (const [moduleKey, script] of views) {
    const base = `/views/${moduleKey}`;
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
  for (const { icon } of manifest.panels) {
    const folder = icon === null ? undefined : manifest.folders[icon.resource];
    if (icon === null || folder === undefined || !icon.file.endsWith('.svg')) continue;
    server.get(`/resources/${icon.resource}/${icon.file}`, async (_request, reply) =>
      reply.type('image/svg+xml').send(await readFile(join(root, folder, icon.file))),
    );
  }
}
