import type { FirstRule } from '../../platform/automation/automation-rule';
import { people } from './people';

const admin = people.find(({ isAdmin }) => isAdmin);
if (admin === undefined) throw new Error('Nobody of the demo site is an administrator.');

/** The demo site's automation rule before anyone has changed it. */
export const firstRule: FirstRule = {
  name: 'Tell the assignee',
  inputs: {
    issueKey: '{{issue.key}}',
    recipient: 'assignee',
    message: 'Please have a look at {{issue.key}}: {{issue.summary}}',
    ruleName: '{{rule.name}}',
  },
  owner: admin,
};
