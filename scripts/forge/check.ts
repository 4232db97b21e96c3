import { parseArgs } from 'node:util';
import { bundleApp } from './bundle';
import { findOversights } from './find-oversights';
import { findPlaceholder } from './find-placeholder';
import { lintApp } from './lint-app';
import { loadManifest, validations } from './load-manifest';
import { weighComposer } from './weigh-composer';

/**
 * `npm run forge:check [-- -e production]`: whatever of `forge lint` and `forge deploy` can be known without an account
 * and without the network. Ends with 1 where anything is wrong.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { environment: { type: 'string', short: 'e', default: 'development' } } });
  // The manifest names the folder, and the validators look whether it is there.
  const problems: string[] = [...(await weighComposer(process.cwd()))];
  for (const kind of validations) {
    const { errors } = await loadManifest(kind);
    problems.push(...errors.map(({ message, line }) => `manifest.yml:${line ?? '?'}: ${message} (${kind})`));
  }
  const { content, manifest } = await loadManifest();
  problems.push(...findOversights(manifest), ...findPlaceholder(values.environment, content?.app?.id ?? null));
  if (content && problems.length === 0) {
    const found = await lintApp(content, values.environment);
    if (found > 0) problems.push(`The platform's linters found ${found} problems, printed above`);
    problems.push(...(await bundleApp(process.cwd(), content)));
  }
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
