import type { RuleBook } from '../rules/rules';
import type { AppManifest } from './app-manifest';

/**
 * No validator that runs offline looks at the resource of an action's form, and the platform's answer comes with the
 * deployment. @throws for a form that is drawn out of a resource with entries.
 */
export function checkResources({ views }: Pick<AppManifest, 'views'>, rules: RuleBook): void {
  if (!rules.hold('entries-serve-jira-alone')) return;
  const wrong = views.find(({ type, isEntry }) => isEntry && !type.startsWith('jira:'));
  if (wrong === undefined) return;
  throw new Error(
    `The form of ${wrong.key} is drawn out of a resource with entries, which serves modules of Jira and Confluence.`,
  );
}
