import type { FirstRule } from '../../platform/automation/automation-rule';
import { people } from './people';

const admin = people.find(({ isAdmin }) => isAdmin);
if (admin === undefined) throw new Error('Nobody of the demo site is an administrator.');

const inputs = { issueKey: '{{issue.key}}', recipient: 'assignee', ruleName: '{{rule.name}}' };

/** The demo site's automation rules before anyone has changed them. */
export const firstRules: readonly FirstRule[] = [
  {
    key: 'tell-the-assignee',
    name: 'Tell the assignee',
    trigger: 'manual',
    isOn: true,
    inputs: { ...inputs, message: 'Please have a look at {{issue.key}}: {{issue.summary}}' },
    owner: admin,
  },
  {
    key: 'when-assigned',
    name: 'Welcome a new assignee',
    trigger: 'assigned',
    isOn: true,
    inputs: {
      ...inputs,
      message:
        '**{{issue.key}}** is yours now, from {{initiator.displayName}}. {{issue.reporter.displayName}} reported it and knows the details.',
    },
    owner: admin,
  },
];
