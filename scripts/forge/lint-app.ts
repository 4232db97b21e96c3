import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getClientSideLintersOnly, lint, problemCount, reportLintResults } from '@forge/lint';
import type { ManifestSchema } from '@forge/manifest';
import { features } from './bundle';

/** It downloads the description of Jira's REST API; what it would find shows at the first deployment. */
const needsNetwork = 'PermissionLinter';

type LinterManifest = Parameters<typeof lint>[1];
type LinterFeatures = Parameters<typeof lint>[4];

/**
 * The linters of `forge lint` that need neither an account nor the network, over the manifest and the app's sources.
 * Prints what they find.
 * @returns how many errors and warnings there are.
 */
export async function lintApp(content: ManifestSchema, environment: string): Promise<number> {
  const logger = { info: (text: string) => console.log(text) };
  // The same schema in another copy of the package; and of the features only what the linters ask.
  const manifest = content as unknown as LinterManifest;
  const answers = features as unknown as LinterFeatures;
  const all = await getClientSideLintersOnly(manifest, environment, logger, answers);
  const linters = all.filter((one) => one.constructor.name !== needsNetwork);
  const files = ['src/index.ts', ...listSources('src/app')];
  const results = await lint(files, manifest, environment, logger, answers, {
    linters,
    linter: { mode: 'client-side' },
  });
  reportLintResults(logger, results, false);
  const { errors, warnings } = problemCount(results);
  return errors + warnings;
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
